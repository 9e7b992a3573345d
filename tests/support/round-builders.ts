/** Makes cases, rounds and open audits through the product's own verbs, with what the test does not care about filled in. */
import { type AddCaseInput, addCase } from '../../src/cases/add-case.ts'
import type { Context } from '../../src/db/transaction.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import type { RoundInput } from '../../src/rounds/check-round.ts'
import { createRound } from '../../src/rounds/create-round.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { addPersonWith } from './builders.ts'
import { publishedRubric } from './published-rubrics.ts'

let cases = 0
let rounds = 0

/** @returns the case's id */
export const addCaseWith = (ctx: Context, found: Partial<AddCaseInput> = {}): Promise<string> => {
  cases += 1
  return addCase(ctx, { reference: `2000${cases}`, serviceStatus: 'cp', ...found })
}

/** A draft; the rubrics are named by key and published first. @returns the round's id */
export const createRoundWith = async (
  ctx: Context,
  round: Partial<RoundInput> & { rubrics?: readonly string[] } = {}
): Promise<string> => {
  rounds += 1
  const { rubrics = ['cp_plan'], ...fields } = round
  const rubricVersionIds = []
  await publishedRubric(ctx, 'common')
  for (const key of rubrics) rubricVersionIds.push(await publishedRubric(ctx, key))
  return createRound(ctx, {
    name: `Learning audit ${rounds}`,
    kind: 'learning',
    windowFrom: '2026-01-05',
    windowTo: '2026-01-30',
    dueOn: '2026-01-30',
    selection: 'random',
    rubricVersionIds,
    ...fields,
  })
}

export interface OpenAudit {
  readonly roundId: string
  readonly caseId: string
  readonly auditId: string
  readonly auditorId: string
}

/**
 * A case in an open round, allocated to an auditor: common, then `rubrics` (cp_plan), then the audit grade.
 * Give an auditor who exists, and a case or a round by what matters about it.
 */
export const openAudit = async (
  ctx: Context,
  given: {
    auditorId?: string
    rubrics?: readonly string[]
    case?: Partial<AddCaseInput>
    round?: Partial<RoundInput>
    ownTeamReason?: string
  } = {}
): Promise<OpenAudit> => {
  const roundId = await createRoundWith(ctx, {
    ...given.round,
    ...(given.rubrics ? { rubrics: given.rubrics } : {}),
  })
  const caseId = await addCaseWith(ctx, given.case)
  const auditorId = given.auditorId ?? (await addPersonWith(ctx))
  const [auditId = ''] = await addCases(ctx, { roundId, caseIds: [caseId] })
  await allocateAudit(ctx, {
    auditId,
    auditorId,
    seenAuditorId: null,
    ...(given.ownTeamReason ? { ownTeamReason: given.ownTeamReason } : {}),
  })
  await openRound(ctx, { roundId })
  return { roundId, caseId, auditId, auditorId }
}
