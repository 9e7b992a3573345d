/** One field of a JSON column as text: the two databases have no way of saying it that both understand. */
import { type RawBuilder, sql } from 'kysely'
import { isPostgres } from './postgres-only.ts'
import type { Db } from './schema.ts'

/** @param field a name of our own, never typed */
export const jsonText = (db: Db, column: string, field: string): RawBuilder<string | null> =>
  isPostgres(db)
    ? sql<string | null>`(cast(${sql.ref(column)} as json) ->> ${sql.lit(field)})`
    : sql<string | null>`json_extract(${sql.ref(column)}, ${sql.lit(`$.${field}`)})`
