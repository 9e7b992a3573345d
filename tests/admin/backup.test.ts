/** Backups: a round trip over both databases, what is refused, and what a broken file leaves behind (nothing). */
import {
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { backupDatabase } from '../../src/admin/backup-database.ts'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { readBackupFile } from '../../src/admin/read-backup-file.ts'
import { restoreBackup } from '../../src/admin/restore-backup.ts'
import { listRowsAfter } from '../../src/admin/store.ts'
import { writeBackupFile } from '../../src/admin/write-backup-file.ts'
import type { Db } from '../../src/db/schema.ts'
import { tableKeys, tableNames } from '../../src/db/table-keys.ts'
import type { Context } from '../../src/db/transaction.ts'
import { newContext } from '../support/context.ts'
import { AWKWARD_NAME, addCouncil } from '../support/council.ts'
import { newDatabaseUrl, newFolder, openForTest } from '../support/files.ts'
import { faultsOf } from '../support/results-file.ts'

const backup = (ctx: Context, path: string) =>
  writeBackupFile(path, (write) => backupDatabase(ctx, write))

const restore = (ctx: Context, path: string) => restoreBackup(ctx, readBackupFile(path))

/** A database on the disk with nothing in it, not even tables. */
const newEmpty = async (url: string): Promise<Context> =>
  newContext({ db: await openForTest(url, false) })

const sqliteUrl = () => `sqlite:${join(newFolder(), 'other.db')}`

const rowsOf = async (db: Db) => {
  const rows: Record<string, unknown> = {}
  for (const table of tableNames) rows[table] = await listRowsAfter(db, table, undefined, 10_000)
  return rows
}

/** Without the events that backup and restore add, and the head that follows them. */
const withoutTail = (rows: Record<string, unknown>, events: number) => ({
  ...rows,
  event: (rows.event as unknown[]).slice(0, events),
  event_head: undefined,
})

test('every table of the database is among those that are backed up', async () => {
  const { db } = await newContext()
  const tables = (await db.introspection.getTables()).filter((table) => table.schema !== 'pristine')
  expect(tables.map((table) => table.name).sort()).toEqual([...tableNames].sort())
  for (const table of tables) {
    const columns = table.columns.map((column) => column.name)
    for (const key of tableKeys[table.name as (typeof tableNames)[number]]) {
      expect(columns).toContain(key)
    }
  }
})

test('SQLite to this database and back to SQLite: the same rows and the same hash', async () => {
  const folder = newFolder()
  const first = await newContext({ db: await openForTest(sqliteUrl()) })
  await addCouncil(first)
  const before = await rowsOf(first.db)
  const head = await first.db.selectFrom('event_head').selectAll().executeTakeFirstOrThrow()

  await backup(first, join(folder, 'one.backup'))
  const middle = await newEmpty(await newDatabaseUrl())
  const restored = await restore(middle, join(folder, 'one.backup'))
  expect(restored).toMatchObject({ events: head.number, eventHash: head.hash })

  await backup(middle, join(folder, 'two.backup'))
  const last = await newEmpty(sqliteUrl())
  await restore(last, join(folder, 'two.backup'))

  for (const ctx of [middle, last]) {
    expect(withoutTail(await rowsOf(ctx.db), head.number)).toEqual(withoutTail(before, head.number))
    expect(await checkDatabase(ctx)).toEqual([])
  }
  const added = await last.db
    .selectFrom('event')
    .select(['type', 'details'])
    .where('number', '>', head.number)
    .orderBy('number')
    .execute()
  expect(added.map((event) => event.type)).toEqual(['council.restored', 'council.restored'])
  const person = await last.db.selectFrom('person').select('name').executeTakeFirstOrThrow()
  expect(person.name).toBe(AWKWARD_NAME)
})

test('more rows than a page', async () => {
  const ctx = await newContext()
  const marks = Array.from({ length: 2_500 }, (_, index) => ({
    person_id: `p${index % 3}`,
    subject_id: `s${index}`,
    period: '2026-01-12T09:00',
  }))
  for (const half of [marks.slice(0, 1_250), marks.slice(1_250)]) {
    await ctx.db.insertInto('read_mark').values(half).execute()
  }
  const path = join(newFolder(), 'marks.backup')
  expect(await backup(ctx, path)).toMatchObject({ read_mark: 2_500 })
  const other = await newEmpty(await newDatabaseUrl())
  await restore(other, path)
  expect((await rowsOf(other.db)).read_mark).toEqual((await rowsOf(ctx.db)).read_mark)
})

describe('backup', () => {
  test('refuses to write over a file', async () => {
    const path = join(newFolder(), 'old.backup')
    writeFileSync(path, 'precious')
    const ctx = await newContext()
    expect(await faultsOf(backup(ctx, path))).toEqual([
      `${path}: already exists; name a file that does not exist yet`,
    ])
    expect(readFileSync(path, 'utf8')).toBe('precious')
  })

  test('says when the folder is not there', async () => {
    const path = join(newFolder(), 'nowhere', 'a.backup')
    expect(await faultsOf(backup(await newContext(), path))).toEqual([
      `${path}: cannot be written (ENOENT: no such file or directory, open '${path}.partial'); name a file in a folder that you may write to`,
    ])
  })

  test('leaves nothing behind when reading fails half way', async () => {
    const folder = newFolder()
    const work = writeBackupFile(join(folder, 'a.backup'), async (write) => {
      await write({ table: 'team', columns: ['id'] })
      throw new Error('the database went away')
    })
    await expect(work).rejects.toThrow('the database went away')
    expect(readdirSync(folder)).toEqual([])
  })

  test('is for the eyes of its owner', async () => {
    const path = join(newFolder(), 'a.backup')
    await backup(await newContext(), path)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(existsSync(`${path}.partial`)).toBe(false)
  })
})

describe('restore', () => {
  const newBackup = async () => {
    const ctx = await newContext()
    await addCouncil(ctx)
    const path = join(newFolder(), 'council.backup')
    await backup(ctx, path)
    return path
  }

  /** Rewrites the lines and zips them again, as somebody with an editor could. */
  const edit = (path: string, change: (lines: string[]) => string[]) => {
    const lines = gunzipSync(readFileSync(path)).toString('utf8').split('\n')
    writeFileSync(path, gzipSync(change(lines).join('\n')))
  }

  test('refuses a database that has data', async () => {
    const path = await newBackup()
    const ctx = await newContext({ db: await openForTest(await newDatabaseUrl()) })
    await ctx.db.insertInto('council').values({ key: 'name', value: 'Aldermere' }).execute()
    const before = await rowsOf(ctx.db)
    expect(await faultsOf(restore(ctx, path))).toEqual([
      'DATABASE_URL: the database has data already (council); restore into a new one',
    ])
    expect(await rowsOf(ctx.db)).toEqual(before)
  })

  test.each<[string, (path: string) => void, string]>([
    [
      'cut short',
      (path) => truncateSync(path, statSync(path).size - 200),
      'PATH: ends before the backup does; copy the file again, it was cut short',
    ],
    [
      'cut short between two lines',
      (path) => edit(path, (lines) => lines.slice(0, 12)),
      'PATH: ends before the backup does; copy the file again, it was cut short',
    ],
    [
      'changed in its bytes',
      (path) => {
        const bytes = readFileSync(path)
        bytes.writeUInt32LE(0, bytes.length - 8)
        writeFileSync(path, bytes)
      },
      'PATH: is not as it was written; copy the file again, or use an earlier backup',
    ],
    [
      'changed in its words',
      (path) => edit(path, (lines) => lines.map((line) => line.replace('North 1', 'South 1'))),
      'PATH: is not as it was written; copy the file again, or use an earlier backup',
    ],
    [
      'with a line taken out',
      (path) => edit(path, (lines) => lines.filter((line) => !line.includes('"person.added"'))),
      'PATH: is not as it was written; copy the file again, or use an earlier backup',
    ],
    [
      'not a backup but a text',
      (path) => writeFileSync(path, 'minutes of the meeting'),
      "PATH: is not a Plumbline backup; give a file that 'plumbline backup' has written",
    ],
    [
      'not a backup but another gzip',
      (path) => writeFileSync(path, gzipSync('{"a":1}\n')),
      "PATH: is not a Plumbline backup; give a file that 'plumbline backup' has written",
    ],
    [
      'empty',
      (path) => writeFileSync(path, ''),
      'PATH: ends before the backup does; copy the file again, it was cut short',
    ],
    [
      'of a newer format',
      (path) => edit(path, (lines) => lines.map((line) => line.replace('Backup":1', 'Backup":2'))),
      'PATH: was written by a newer version of Plumbline; restore it with that version or a newer one',
    ],
    [
      'of newer tables',
      (path) =>
        edit(path, (lines) =>
          lines.map((line) => line.replace('"0001-people"', '"9999-tea","0001-people"'))
        ),
      'the backup cannot be restored: it was made by a newer version of Plumbline (9999-tea); use that version or a newer one',
    ],
  ])('a file that is %s leaves nothing', async (_, spoil, words) => {
    const path = await newBackup()
    spoil(path)
    const ctx = await newContext()
    const before = await rowsOf(ctx.db)
    const faults = await faultsOf(restore(ctx, path))
    expect(faults).toEqual([words.replace('PATH', path)])
    expect(await rowsOf(ctx.db)).toEqual(before)
    // What was refused can be done right afterwards, in the same database.
    await restore(ctx, await newBackup())
    expect(await checkDatabase(ctx)).toEqual([])
  })

  test('a file that does not exist', async () => {
    const ctx = await newEmpty(await newDatabaseUrl())
    expect(await faultsOf(restore(ctx, '/nowhere/a.backup'))).toEqual([
      '/nowhere/a.backup: there is no such file',
    ])
  })

  test('foreign keys hold again afterwards', async () => {
    const ctx = await newEmpty(await newDatabaseUrl())
    await restore(ctx, await newBackup())
    await expect(
      sql`insert into team_path (ancestor_id, team_id) values ('a', 'b')`.execute(ctx.db)
    ).rejects.toThrow(/foreign key/i)
  })
})

test('the mark of the demonstration is not restored: nobody signs in elsewhere with one click', async () => {
  const from = await newContext()
  await from.db.insertInto('council').values({ key: 'demo', value: 'yes' }).execute()
  await from.db.insertInto('council').values({ key: 'name', value: 'Aldermere' }).execute()
  const path = join(newFolder(), 'demo.backup')
  await backup(from, path)
  const to = await newEmpty(sqliteUrl())
  await restore(to, path)
  expect(
    await to.db.selectFrom('council').select('key').where('key', '<>', 'secret').execute()
  ).toEqual([{ key: 'name' }])
})
