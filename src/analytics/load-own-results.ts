/** Reads one person's results: the overall grades that they gave, and those that audits gave to cases that they worked. */
import type { Db } from '../db/schema.ts'
import type { Frame } from './load-frame.ts'
import { listOwnGrades, type OwnGrade } from './person-store.ts'
import { type Distribution, distributionOf } from './rules/distribution.ts'

export type OwnResults = {
  /** Final grades; undefined where nothing was graded. */
  readonly asAuditor: Distribution | undefined
  readonly asWorker: Distribution | undefined
  /** Audits of the person whose grade was changed afterwards. */
  readonly changed: number
}

export const loadOwnResults = async (
  db: Db,
  personId: string,
  frame: Frame
): Promise<OwnResults> => {
  const grades = await listOwnGrades(
    db,
    personId,
    frame.rounds.map(({ id }) => id)
  )
  const of = (side: OwnGrade['side']) => grades.filter((grade) => grade.side === side)
  return {
    asAuditor: distributionOf(of('auditor')),
    asWorker: distributionOf(of('worker')),
    changed: of('auditor')
      .filter(({ value, auditorValue }) => value !== auditorValue)
      .reduce((sum, { count }) => sum + count, 0),
  }
}
