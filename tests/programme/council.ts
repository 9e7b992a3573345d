/** An open round with audits in every state, for the tests of the programme. */
import { saveAnswers } from '../../src/audits/save-answers.ts'
import type { Context } from '../../src/db/transaction.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import type { RoundInput } from '../../src/rounds/check-round.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { addCaseWith, createRoundWith } from '../support/round-builders.ts'

export const actAs = (ctx: Context, id: string): Context => ({
  ...ctx,
  actor: { kind: 'user', id },
})

/** One audit a reference, each with its auditor (null: nobody). @returns ids by reference */
export const openRoundOf = async (
  ctx: Context,
  audits: Readonly<Record<string, { auditorId: string | null; teamId?: string | null }>>,
  round: Partial<RoundInput> = {}
): Promise<{ roundId: string; auditIds: Readonly<Record<string, string>> }> => {
  const roundId = await createRoundWith(ctx, round)
  const auditIds: Record<string, string> = {}
  for (const [reference, { auditorId, teamId }] of Object.entries(audits)) {
    const caseId = await addCaseWith(ctx, { reference, teamId: teamId ?? null })
    const [auditId = ''] = await addCases(ctx, { roundId, caseIds: [caseId] })
    auditIds[reference] = auditId
    if (auditorId !== null) await allocateAudit(ctx, { auditId, auditorId, seenAuditorId: null })
  }
  await openRound(ctx, { roundId })
  return { roundId, auditIds }
}

export const startIt = (ctx: Context, auditId: string, auditorId: string) =>
  saveAnswers(actAs(ctx, auditorId), {
    auditId,
    answers: [
      {
        itemKey: 'cp.clarity',
        values: ['good'],
        evidence: 'Seen in the plan',
        reason: '',
        revision: 0,
      },
    ],
  })
