/**
 * A query that is built and compiled once and then run with other values. Building one with Kysely costs more than
 * running it on SQLite; the few queries on the path of every save and every request are written this way.
 */
import { type Compilable, type CompiledQuery, type DialectAdapter, sql } from 'kysely'
import { isPostgres } from './postgres-only.ts'
import type { Db } from './schema.ts'

/** Stands in the query where a value of each run goes. */
class Placeholder {
  readonly name: string

  constructor(name: string) {
    this.name = name
  }
}

type Values = Readonly<Record<string, unknown>>

/**
 * SQLite plans a statement anew whenever a value is bound that might change the plan, which costs ten times what running
 * a small one does. A value behind a plus sign, which does nothing else, might not.
 */
const valueOfRun = (db: Db, name: string): unknown => {
  const placeholder = new Placeholder(name)
  return isPostgres(db) ? placeholder : sql`+${placeholder}`
}

const nameOf = (parameter: unknown): string => {
  if (parameter instanceof Placeholder) return parameter.name
  throw new Error(
    `the prepared query holds a value of its own (${String(parameter)}): write it as a literal, with eb.lit or sql.lit`
  )
}

/**
 * @param build the query, its values taken from the second argument and used nowhere but as values; what is the same in
 *   every run is written as a literal, so that SQLite need not plan anew for it
 * @returns a function that runs it and gives the rows (of an update or delete without `returning`, none)
 * @example
 * const findNames = prepared((db, value: { teamId: string }) =>
 *   db.selectFrom('person').select('name').where('team_id', '=', value.teamId))
 * await findNames(db, { teamId })
 */
export const prepared = <V extends Values, R>(
  build: (db: Db, value: V) => Compilable<R>
): ((db: Db, values: V) => Promise<R[]>) => {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<R> & { names: readonly string[] }>()

  const compile = (db: Db) => {
    const { adapter } = db.getExecutor()
    const known = compiled.get(adapter)
    if (known) return known
    // Every property that `build` asks for is a placeholder of its name, so the type is what the runs will give.
    const placeholders = new Proxy({} as V, {
      get: (_, name) => valueOfRun(db, String(name)),
    })
    const query = build(db, placeholders).compile()
    const named = { ...query, names: query.parameters.map(nameOf) }
    compiled.set(adapter, named)
    return named
  }

  return async (db, values) => {
    const { names, ...query } = compile(db)
    const parameters = names.map((name) => values[name])
    const { rows } = await db.executeQuery<R>({ ...query, parameters })
    return rows
  }
}
