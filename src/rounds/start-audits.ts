/** Gives audits of an open round their themes, and to those that have an auditor the state in which they are theirs to do. */

import { listCases } from '../cases/store.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { WrongState } from '../errors.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { listCurrentRubrics } from '../rubrics/store.ts'
import { insertThemes, startAudit } from './audit-store.ts'
import { factsOf, planThemes } from './rules/audit-themes.ts'
import { insertRoundVersions, listRoundRubrics } from './store.ts'

export interface AuditToStart {
  readonly id: string
  readonly caseId: string | null
}

export const startAudits = async (
  tx: TransactionContext,
  roundId: string,
  audits: readonly AuditToStart[]
): Promise<void> => {
  const newest = await listCurrentRubrics(tx.db)
  const common = newest.find(({ key }) => key === commonKey)
  if (!common) {
    throw new WrongState(
      'The common questions have not been published. Publish them, then try again.'
    )
  }
  const rubrics = await listRoundRubrics(tx.db, roundId)
  const cases = new Map(
    (
      await listCases(
        tx.db,
        audits.flatMap(({ caseId }) => caseId ?? [])
      )
    ).map((one) => [one.id, one])
  )
  const themes = []
  for (const audit of audits) {
    const found = audit.caseId === null ? undefined : cases.get(audit.caseId)
    const plan = planThemes(common, rubrics, found ? factsOf(found) : {})
    themes.push(...plan.themes.map((theme) => ({ ...theme, auditId: audit.id })))
    await startAudit(tx.db, {
      id: audit.id,
      toAnswer: plan.toAnswer,
      now: tx.now,
    })
  }
  await insertThemes(tx.db, themes)
  await insertRoundVersions(tx.db, roundId, themes)
}
