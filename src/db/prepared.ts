/**
 * A query that is built and compiled once and then run with other values. Building one with Kysely costs more than
 * running it on SQLite; the few queries on the path of every save and every request are written this way.
 */
import type { Compilable, CompiledQuery, DialectAdapter } from 'kysely'
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
 * @param build the query, its values taken from the second argument and used nowhere but as values
 * @returns a function that runs it and gives the rows (of an update or delete without `returning`, none)
 * @example
 * const findNames = prepared((db, value: { teamId: string }) =>
 *   db.selectFrom('person').select('name').where('team_id', '=', value.teamId))
 * await findNames(db, { teamId })
 */
export const prepared = <V extends Values, R>(
  build: (db: Db, value: V) => Compilable<R>
): ((db: Db, values: V) => Promise<R[]>) => {
  const compiled = new WeakMap<DialectAdapter, CompiledQuery<R>>()

  const compile = (db: Db): CompiledQuery<R> => {
    const { adapter } = db.getExecutor()
    const known = compiled.get(adapter)
    if (known) return known
    // Every property that `build` asks for is a placeholder of its name, so the type is what the runs will give.
    const placeholders = new Proxy({} as V, {
      get: (_, name) => new Placeholder(String(name)),
    })
    const query = build(db, placeholders).compile()
    compiled.set(adapter, query)
    return query
  }

  return async (db, values) => {
    const query = compile(db)
    const parameters = query.parameters.map((parameter) =>
      parameter instanceof Placeholder ? values[parameter.name] : parameter
    )
    const { rows } = await db.executeQuery<R>({ ...query, parameters })
    return rows
  }
}
