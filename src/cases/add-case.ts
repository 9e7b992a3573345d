/** Adds one case under the reference that the case system uses. Whether a reference looks like a name is the page's to ask. */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { findTeam } from '../people/team-store.ts'
import { type ServiceStatus, serviceStatuses } from '../rubrics/rules/service-status.ts'
import { referenceFault, tidyReference } from './rules/case-reference.ts'
import { insertCase, listCasesByKey } from './store.ts'

/** What is left out is not known. */
export interface AddCaseInput {
  readonly reference: string
  readonly serviceStatus: ServiceStatus
  readonly teamId?: string | null
  readonly workerId?: string | null
  readonly iroId?: string | null
  readonly age?: number | null
  readonly sex?: string | null
  readonly ethnicityGroup?: string | null
  readonly disability?: string | null
  readonly flags?: readonly string[]
  readonly statusStartedOn?: string | null
  readonly nextReviewOn?: string | null
}

/**
 * @returns the new case's id
 * @throws FieldFault `reference` when it is malformed or already known, `serviceStatus` or `teamId` when unknown
 */
export const addCase = (ctx: Context, input: AddCaseInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const reference = tidyReference(input.reference)
    const fault = referenceFault(reference)
    if (fault) throw new FieldFault('reference', fault)
    if (!serviceStatuses.includes(input.serviceStatus)) {
      throw new FieldFault('serviceStatus', 'Choose a service status from the list')
    }
    const teamId = input.teamId ?? null
    if (teamId !== null && !(await findTeam(tx.db, teamId))) {
      throw new FieldFault('teamId', 'Choose a team from the list')
    }
    const referenceKey = toKey(reference)
    const [known] = await listCasesByKey(tx.db, [referenceKey])
    if (known) throw new FieldFault('reference', `Case ${known.reference} is already known`)

    const id = tx.ids()
    const isNew = await insertCase(tx.db, {
      id,
      reference,
      referenceKey,
      serviceStatus: input.serviceStatus,
      teamId,
      workerId: input.workerId ?? null,
      iroId: input.iroId ?? null,
      age: input.age ?? null,
      sex: input.sex ?? null,
      ethnicityGroup: input.ethnicityGroup ?? null,
      disability: input.disability ?? null,
      flags: input.flags ?? [],
      statusStartedOn: input.statusStartedOn ?? null,
      nextReviewOn: input.nextReviewOn ?? null,
      now: tx.now,
    })
    // Somebody else may have added it since it was looked for.
    if (!isNew) throw new FieldFault('reference', `Case ${reference} is already known`)
    recordEvent(tx, { type: 'case.added', subjectId: id, details: {} })
    return id
  })
