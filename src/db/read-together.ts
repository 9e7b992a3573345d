/**
 * Several small reads in one statement: a page that needs a little of many tables asks the database once instead of once
 * a table. The rows travel as JSON, so what is long or many thousands of rows is better read on its own.
 */
import { type AliasableExpression, type SelectQueryNode, sql } from 'kysely'
import { jsonArrayFrom as arrayOnPostgres } from 'kysely/helpers/postgres'
import { jsonArrayFrom as arrayOnSqlite } from 'kysely/helpers/sqlite'
import { fromJson } from './columns.ts'
import { isPostgres } from './postgres-only.ts'
import type { Db } from './schema.ts'

/** A select that names its columns, of numbers, texts and nulls: whatever `selectFrom(…).select(…)` builds. */
export interface Read<out Row> extends AliasableExpression<Row> {
  get isSelectQueryBuilder(): true
  toOperationNode(): SelectQueryNode
}

/** What reading these together gives. */
export type RowsRead<Reads> = {
  [Name in keyof Reads]: Reads[Name] extends Read<infer Row> ? Row[] : never
}

/** @returns the rows of each read under its name, in the order that it asks for */
export const readTogether = async <Rows extends Record<string, object>>(
  db: Db,
  reads: { readonly [Name in keyof Rows]: Read<Rows[Name]> }
): Promise<{ [Name in keyof Rows]: Rows[Name][] }> => {
  const array = isPostgres(db) ? arrayOnPostgres : arrayOnSqlite
  const named = Object.entries<Read<object>>(reads)
  const row = await db
    .selectNoFrom(named.map(([name, read]) => sql<string>`cast(${array(read)} as text)`.as(name)))
    .executeTakeFirstOrThrow()
  const read: Readonly<Record<string, string>> = row
  return Object.fromEntries(
    named.map(([name]) => [name, fromJson<object[]>(read[name] ?? '[]')])
  ) as { [Name in keyof Rows]: Rows[Name][] }
}
