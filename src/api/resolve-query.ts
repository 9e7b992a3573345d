/** The filters of a request to what they mean, with a fault for each that means nothing: as the report's, for addresses. */
import type { Db } from '../db/schema.ts'
import { FaultyInput } from '../errors.ts'
import type { ReportFilters } from '../reports/load-report.ts'
import { resolveFilters, type TypedFilters } from '../reports/resolve-filters.ts'
import type { QueryFault } from './rules/query.ts'

export type ResolvedQuery = {
  /** Undefined when there are faults. */
  readonly filters: ReportFilters | undefined
  readonly faults: readonly QueryFault[]
}

/** `--from: …` is how the command says it; `from` and … is how the API does. */
const toFault = (line: string): QueryFault => {
  const [, parameter = 'query', words = line] = /^--([a-z]+): (.*)$/s.exec(line) ?? []
  return { parameter, detail: words.replaceAll(/ --(from|to)\b/g, ' $1') }
}

export const resolveQuery = async (db: Db, typed: TypedFilters): Promise<ResolvedQuery> => {
  try {
    return { filters: await resolveFilters(db, typed), faults: [] }
  } catch (error) {
    if (error instanceof FaultyInput)
      return { filters: undefined, faults: error.lines.map(toFault) }
    throw error
  }
}
