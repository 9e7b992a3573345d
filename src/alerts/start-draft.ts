/** Begins a draft of an alert: nobody but its writer sees it. The same door opened twice leads to the same empty draft. */
import { toJson } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotAllowed } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { listRoles } from '../people/store.ts'
import { findSameDraft, insertDraft } from './draft-store.ts'
import { type AlertKind, isAlertKind } from './rules/alert-kind.ts'
import { emptyDraft } from './rules/draft.ts'

export interface StartDraftInput {
  /** Anything else than a kind leaves it to be chosen. */
  readonly kind: string
  readonly isImmediate: boolean
  readonly references: string
  /** The audit that the person is looking at and may read. */
  readonly auditId: string | null
}

/** @returns the draft's id. @throws NotAllowed for a concern by somebody who may raise good practice alone */
export const startDraft = (ctx: Context, input: StartDraftInput): Promise<string> =>
  inTransaction(ctx, async (tx) => {
    const personId = tx.actor.kind === 'user' ? tx.actor.id : ''
    const roles = await listRoles(tx.db, personId)
    const mayRaiseConcerns = isGranted(roles, 'alerts.raise')
    if (
      !mayRaiseConcerns &&
      (input.isImmediate || !isGranted(roles, 'alerts.raise_good_practice'))
    ) {
      throw new NotAllowed(
        'Reviewing officers and chairs raise concerns. Ring the team’s manager now.'
      )
    }
    const chosen = isAlertKind(input.kind) ? input.kind : ''
    const kind: AlertKind = !mayRaiseConcerns
      ? 'good_practice'
      : input.isImmediate
        ? 'formal'
        : chosen || 'informal'
    const [year = '', month = '', day = ''] = londonDate(tx.now).split('-')
    const fields = toJson({
      ...emptyDraft,
      kind: mayRaiseConcerns ? (input.isImmediate ? 'formal' : chosen) : 'good_practice',
      references: input.references,
      rang: {
        ...emptyDraft.rang,
        ...(input.isImmediate
          ? { day: String(Number(day)), month: String(Number(month)), year }
          : {}),
      },
    })
    const { isImmediate, auditId } = input
    const same = await findSameDraft(tx.db, { raisedBy: personId, isImmediate, auditId, fields })
    if (same) return same.id
    const id = tx.ids()
    await insertDraft(tx.db, {
      id,
      kind,
      isImmediate,
      raisedBy: personId,
      auditId,
      fields,
      now: tx.now,
    })
    recordEvent(tx, { type: 'alert.draft_started', subjectId: id, details: { isImmediate } })
    return id
  })
