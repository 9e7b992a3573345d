/** Reads one person's results: the overall grades that they gave, and those that audits gave to cases that they worked. */
import type { Db } from '../db/schema.ts'
import type { Frame } from './load-frame.ts'
import { listOwnGrades, type OwnGrade, type ResultSide } from './person-store.ts'
import { type Distribution, distributionOf } from './rules/distribution.ts'
import { isShownAlong, namedBegins } from './rules/named-periods.ts'

export type OwnResults = {
  /** Final grades; undefined where nothing was graded. */
  readonly asAuditor: Distribution | undefined
  readonly asWorker: Distribution | undefined
  /** Sides whose grades another period would give away: too few came in addition. */
  readonly kept: readonly ResultSide[]
  /** Audits of the person whose grade was changed afterwards. */
  readonly changed: number
}

/** @param guarded sides whose single audits the reader may not read: those are told by named periods alone */
export const loadOwnResults = async (
  db: Db,
  personId: string,
  frame: Frame,
  guarded: readonly ResultSide[]
): Promise<OwnResults> => {
  const grades = await listOwnGrades(
    db,
    personId,
    frame.rounds.map(({ id }) => id)
  )
  const of = (side: OwnGrade['side']) => grades.filter((grade) => grade.side === side)
  const begins = namedBegins(frame.filters.period, frame.today)
  const dateOf = new Map(frame.rounds.map(({ id, date }) => [id, date]))
  const countsAlong = (side: ResultSide) =>
    begins.map((begin = '') => {
      const since = of(side).filter(({ roundId }) => (dateOf.get(roundId) ?? '') >= begin)
      return distributionOf(since)?.n ?? 0
    })
  return {
    kept: guarded.filter((side) => !isShownAlong(countsAlong(side))),
    asAuditor: distributionOf(of('auditor')),
    asWorker: distributionOf(of('worker')),
    changed: of('auditor')
      .filter(({ value, auditorValue }) => value !== auditorValue)
      .reduce((sum, { count }) => sum + count, 0),
  }
}
