/** Records that progress was checked between reviews, and begins a draft of an alert where the checker asks for one. */
import { findCase } from '../cases/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, NotTheirs } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { namesIn } from '../people/rules/name-question.ts'
import { scopesOf } from '../people/rules/permissions.ts'
import { listRoles } from '../people/store.ts'
import { hasCheckOn, insertCheck, lockCase } from './midway-store.ts'
import { readCheck, type TypedCheck } from './rules/midway.ts'
import { startDraft } from './start-draft.ts'

export interface RecordCheckInput extends TypedCheck {
  readonly caseId: string
  readonly raisesAlert: boolean
  /** The person has said that what looks like a name is none. */
  readonly isNoName: boolean
}

export type RecordedCheck =
  | { readonly kind: 'recorded'; readonly alertId: string | null }
  | { readonly kind: 'faults'; readonly faults: Readonly<Record<string, string>> }
  | { readonly kind: 'names'; readonly names: readonly string[] }

const ALREADY = 'Your check of this day is recorded already: give another day, or leave it as it is'

/** @throws NotFound when there is no such case; NotTheirs when they do not review it */
export const recordMidwayCheck = (ctx: Context, input: RecordCheckInput): Promise<RecordedCheck> =>
  inTransaction(ctx, async (tx): Promise<RecordedCheck> => {
    const found = await findCase(tx.db, input.caseId)
    if (!found) throw new NotFound('No such case')
    const personId = tx.actor.kind === 'user' ? tx.actor.id : ''
    const scopes = scopesOf(await listRoles(tx.db, personId), 'midway_checks.record')
    const isTheirs =
      (scopes.includes('in_review') && found.iroId !== null) ||
      (scopes.includes('reviewed') && found.iroId === personId)
    if (!isTheirs) throw new NotTheirs('No such case')
    const read = readCheck(input, londonDate(tx.now))
    if (!read.ok) return { kind: 'faults', faults: read.faults }
    const { check } = read
    await lockCase(tx.db, found.id)
    if (await hasCheckOn(tx.db, { caseId: found.id, by: personId, on: check.on })) {
      return { kind: 'faults', faults: { 'checked-day': ALREADY } }
    }
    const names = namesIn(check.words)
    if (names.length > 0 && !input.isNoName) return { kind: 'names', names: [...new Set(names)] }
    const alertId = input.raisesAlert
      ? await startDraft(tx, {
          kind: '',
          isImmediate: false,
          references: found.reference,
          auditId: null,
        })
      : null
    const id = tx.ids()
    await insertCheck(tx.db, {
      ...check,
      id,
      caseId: found.id,
      reviewOn: found.nextReviewOn,
      by: personId,
      now: tx.now,
      alertId,
    })
    recordEvent(tx, {
      type: 'midway.recorded',
      subjectId: id,
      details: { caseId: found.id, progress: check.progress, hash: hashOf([check.words]) },
    })
    return { kind: 'recorded', alertId }
  })
