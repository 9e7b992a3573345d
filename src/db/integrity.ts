/**
 * What the database itself can say about its own soundness, and how its foreign keys are put off while rows are
 * restored in no particular order. SQLite and PostgreSQL ask differently; nobody else needs to know.
 */
import { sql } from 'kysely'
import { allowLongStatements, isPostgres } from './postgres-only.ts'
import type { Db } from './schema.ts'

interface ForeignKey {
  readonly name: string
  readonly table: string
  readonly parent: string
  readonly column: string
  readonly parent_column: string
}

/** All of ours are of one column. */
const postgresForeignKeys = async (db: Db): Promise<ForeignKey[]> => {
  const { rows } = await sql<ForeignKey>`
    select c.conname as name, child.relname as table, parent.relname as parent,
      a.attname as column, p.attname as parent_column
    from pg_constraint c
    join pg_class child on child.oid = c.conrelid
    join pg_class parent on parent.oid = c.confrelid
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    join pg_attribute p on p.attrelid = c.confrelid and p.attnum = c.confkey[1]
    where c.contype = 'f' and c.connamespace = current_schema()::regnamespace
    order by child.relname, a.attname`.execute(db)
  return rows
}

const dangling = (count: number, table: string, column: string, parent: string): string =>
  `${table}: ${count} ${count === 1 ? 'row names' : 'rows name'} a ${parent} that is not there (${column})`

const findDanglingOnPostgres = async (db: Db): Promise<string[]> => {
  const faults: string[] = []
  for (const key of await postgresForeignKeys(db)) {
    const column = sql.ref(`child.${key.column}`)
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from ${sql.table(key.table)} child
      where ${column} is not null and not exists (
        select 1 from ${sql.table(key.parent)} parent where ${sql.ref(`parent.${key.parent_column}`)} = ${column}
      )`.execute(db)
    const count = rows[0]?.count ?? 0
    if (count > 0) faults.push(dangling(count, key.table, key.column, key.parent))
  }
  return faults
}

const findDanglingOnSqlite = async (db: Db): Promise<string[]> => {
  const { rows } = await sql<{ table: string; parent: string; column: string; count: number }>`
    select c."table" as "table", c.parent as parent, k."from" as "column", count(*) as count
    from pragma_foreign_key_check c join pragma_foreign_key_list(c."table") k on k.id = c.fkid
    group by c."table", c.parent, k."from" order by c."table", k."from"`.execute(db)
  return rows.map((row) => dangling(row.count, row.table, row.column, row.parent))
}

/** One sentence for each foreign key that points nowhere. */
export const findDanglingKeys = (db: Db): Promise<string[]> =>
  isPostgres(db) ? findDanglingOnPostgres(db) : findDanglingOnSqlite(db)

/** What SQLite finds wrong with its own file, in its own words; PostgreSQL keeps watch over its files by itself. */
export const findFileDamage = async (db: Db): Promise<string[]> => {
  if (isPostgres(db)) return []
  const { rows } = await sql<{ integrity_check: string }>`pragma integrity_check(20)`.execute(db)
  const words = rows.map((row) => row.integrity_check)
  return words[0] === 'ok' ? [] : words.map((each) => `the database file is damaged: ${each}`)
}

/**
 * Runs `work` in the open transaction with foreign keys looked at when all rows are there. Table definitions are the
 * same afterwards as before.
 */
export const withDeferredForeignKeys = async (db: Db, work: () => Promise<void>): Promise<void> => {
  if (!isPostgres(db)) {
    await sql`pragma defer_foreign_keys = on`.execute(db)
    return work()
  }
  await allowLongStatements(db)
  const keys = await postgresForeignKeys(db)
  const alterAll = async (how: string) => {
    for (const key of keys) {
      await sql`alter table ${sql.table(key.table)} alter constraint ${sql.ref(key.name)} ${sql.raw(how)}`.execute(
        db
      )
    }
  }
  await alterAll('deferrable initially deferred')
  await work()
  await sql`set constraints all immediate`.execute(db)
  await alterAll('not deferrable')
}
