/**
 * What differs between SQLite and PostgreSQL when tables are made. Text is compared by code unit on both:
 * PostgreSQL's own collations order and compare by the machine's locale.
 */
import { type Kysely, PostgresAdapter, type RawBuilder, sql } from 'kysely'

export const isPostgres = (db: Kysely<any>): boolean =>
  db.getExecutor().adapter instanceof PostgresAdapter

export const text = (db: Kysely<any>): RawBuilder<unknown> =>
  isPostgres(db) ? sql`text collate "C"` : sql`text`

/** Refuses updates and deletes of a table, whoever asks. `when` narrows it (a SQL condition on `old` and `new`). */
export const forbidChange = async (
  db: Kysely<any>,
  table: string,
  message: string,
  operations: readonly ('update' | 'delete')[] = ['update', 'delete']
): Promise<void> => {
  for (const operation of operations) {
    const name = `${table}_no_${operation}`
    if (isPostgres(db)) {
      await sql
        .raw(
          `create function ${name}() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$`
        )
        .execute(db)
      await sql
        .raw(
          `create trigger ${name} before ${operation} on ${table} for each row execute function ${name}()`
        )
        .execute(db)
    } else {
      await sql
        .raw(
          `create trigger ${name} before ${operation} on ${table} begin select raise(abort, '${message}'); end`
        )
        .execute(db)
    }
  }
}
