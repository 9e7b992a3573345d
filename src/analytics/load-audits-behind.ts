/** Reads the audits behind one figure of the results page, for one reader. */
import type { Db } from '../db/schema.ts'
import { NotFound } from '../errors.ts'
import { listAuditsBehind } from './audit-store.ts'
import type { Reader, Results } from './load-results.ts'

export const AUDITS_A_PAGE = 100

type Asked = {
  readonly round?: string | undefined
  readonly value?: string | undefined
  readonly after?: string | undefined
}

/**
 * @param results under the same filters, so that theme, item and team are those of the page
 * @throws NotFound when no such figure is there
 */
export const loadAuditsBehind = async (db: Db, reader: Reader, results: Results, asked: Asked) => {
  const round = results.rounds.find((one) => one.id === asked.round)
  if (!round || results.faults.length > 0) throw new NotFound('No such figure')
  const { filters, teamIds } = results
  const query = {
    theme: filters.theme,
    item: filters.item === '' ? null : filters.item,
    roundIds: [round.id],
    values: asked.value === undefined ? undefined : [asked.value],
    teamIds,
    status: filters.status === '' ? undefined : filters.status,
  }
  const found = await listAuditsBehind(db, query, reader, {
    after: asked.after ?? '',
    size: AUDITS_A_PAGE,
  })
  const audits = found.slice(0, AUDITS_A_PAGE)
  return {
    round,
    audits,
    /** Counted in the figure, whoever may read them. */
    counted: results.tallies
      .filter(
        ({ roundId, value }) => roundId === round.id && (query.values?.includes(value) ?? true)
      )
      .reduce((sum, tally) => sum + tally.count, 0),
    /** Where the next page starts. */
    next: found.length > AUDITS_A_PAGE ? audits.at(-1)?.referenceKey : undefined,
  }
}
