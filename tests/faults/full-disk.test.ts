/** A save on a full disk says so, changes nothing, and works as soon as there is room. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import type { Db } from '../../src/db/schema.ts'
import { isPostgresRun } from '../support/database.ts'
import { newSavingApp } from '../support/saving.ts'

/** SQLite may use no page more; PostgreSQL says what it says when a file cannot grow. */
const fillDisk = async (db: Db) => {
  if (isPostgresRun) {
    await sql`
      create function no_room() returns trigger language plpgsql as $$ begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100';
      end $$`.execute(db)
    await sql`create trigger no_room before insert or update on answer
      for each row execute function no_room()`.execute(db)
    return
  }
  await db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(tx)
    await sql.raw(`pragma max_page_count = ${rows[0]?.page_count}`).execute(tx)
  })
}

const makeRoom = async (db: Db) => {
  if (isPostgresRun) await sql`drop trigger no_room on answer`.execute(db)
  else await db.transaction().execute((tx) => sql`pragma max_page_count = 1000000`.execute(tx))
}

const LONG = 'The plan says who does what by when. '.repeat(400).trim()

test('a full disk', async () => {
  const app = await newSavingApp()
  expect((await app.save('The plan is clear.')).status).toBe(200)
  const before = await app.stored()

  await fillDisk(app.db)
  const full = await app.save(LONG, 1)
  expect(full.status).toBe(507)
  expect(await full.text()).toBe(
    '<p role="alert">The disk is full. Nothing was saved. Keep this page open, tell your administrator, and save again when there is room.</p>'
  )
  const page = await app.auditor.post(`/audits/${app.auditId}/answers/cp.clarity`, {
    'value:cp.clarity': 'good',
    'evidence:cp.clarity': LONG,
    'revision:cp.clarity': '1',
  })
  expect([page.status, await page.text()]).toEqual([
    507,
    expect.stringContaining('<h1 class="govuk-heading-l">The disk is full</h1>'),
  ])
  expect(await app.stored()).toEqual(before)
  expect(await checkDatabase(app.context())).toEqual([])
  expect((await app.auditor.get(`/audits/${app.auditId}`)).status).toBe(200)

  await makeRoom(app.db)
  expect((await app.save(LONG, 1)).status).toBe(200)
  const after = await app.stored()
  expect(after.answer).toEqual([{ evidence: LONG, revision: 2 }])
  // The save, and that its auditor read the audit meanwhile.
  expect(after.events).toBe(before.events + 2)
  expect(await checkDatabase(app.context())).toEqual([])
})
