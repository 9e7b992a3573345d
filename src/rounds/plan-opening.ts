/** What opening a round would do, for the person who is asked whether to. Changes nothing. */
import { listCases } from '../cases/store.ts'
import type { Db } from '../db/schema.ts'
import { listRoundAudits } from './audit-store.ts'
import { applicableRubrics, factsOf } from './rules/audit-themes.ts'
import { listRoundRubrics } from './store.ts'

export const planOpening = async (db: Db, roundId: string) => {
  const audits = await listRoundAudits(db, roundId)
  const rubrics = await listRoundRubrics(db, roundId)
  const cases = await listCases(
    db,
    audits.flatMap(({ caseId }) => caseId ?? [])
  )
  const allocated = audits.filter(({ auditorId }) => auditorId !== null)
  return {
    auditors: new Set(allocated.map(({ auditorId }) => auditorId)).size,
    allocated: allocated.length,
    unallocated: audits.flatMap(({ auditorId, caseReference }) =>
      auditorId === null && caseReference !== null ? [caseReference] : []
    ),
    commonOnly: cases
      .filter((one) => applicableRubrics(rubrics, factsOf(one)).length === 0)
      .map(({ reference }) => reference)
      .toSorted(),
  }
}
