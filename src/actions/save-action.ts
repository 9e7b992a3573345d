/**
 * Adds or changes an action of an audit that is being written. Gaps are allowed until the audit is submitted
 * (rules/action-gaps.ts). Whose audit it is, and what saving does to its state, is the audits feature's.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { findPerson } from '../people/store.ts'
import { keepWords } from './keep-words.ts'
import { CHANGE_LIMIT, tooLongFor, WHAT_LIMIT } from './rules/action-limits.ts'
import { isBeingWritten } from './rules/action-state.ts'
import { type Action, findAction, findAuditOfAction, insertAction, updateAction } from './store.ts'

export interface SaveActionInput {
  readonly auditId: string
  /** Left out for a new one. */
  readonly actionId?: string
  /** Of a new one: the id its form was made with, so that a save that is sent twice adds it once. */
  readonly newId?: string
  /** The revision that the page was made with; 0 for a new one. */
  readonly revision: number
  readonly itemKey: string | null
  readonly what: string
  readonly intendedChange: string
  readonly ownerId: string | null
  /** London date, YYYY-MM-DD. */
  readonly dueOn: string | null
}

/**
 * @returns the action's id and its revision now
 * @throws Conflict when somebody saved after `revision`; `current` is the {@link Action} as stored
 * @throws FieldFault `what`, `intendedChange`, `ownerId` (unknown, account closed) or `dueOn` (newly set in the past)
 * @throws WrongState when the audit is not being written, or the action is done or removed
 */
export const saveAction = (
  ctx: Context,
  input: SaveActionInput
): Promise<{ readonly id: string; readonly revision: number }> =>
  inTransaction(ctx, async (tx) => {
    const audit = await findAuditOfAction(tx.db, input.auditId)
    if (!audit) throw new NotFound('No such audit')
    if (!isBeingWritten(audit.state)) {
      throw new WrongState('This audit is not being written, so its actions stay as they are.')
    }
    const before = input.actionId ? await findAction(tx.db, input.actionId) : undefined
    if (input.actionId && before?.auditId !== audit.id) throw new NotFound('No such action')
    if (before && before.state !== 'open') {
      throw new WrongState(
        before.state === 'done'
          ? 'This action is done. Its owner can say that it is not, and then it can be changed.'
          : 'This action was removed by somebody else. Add it again if it is still needed.'
      )
    }
    await checkFields(tx, input, before)

    const fields = {
      itemKey: input.itemKey,
      what: input.what,
      intendedChange: input.intendedChange,
      ownerId: input.ownerId,
      dueOn: input.dueOn,
    }
    const id = before?.id ?? input.newId ?? tx.ids()
    const revision = (before?.revision ?? 0) + 1
    if (before) {
      if (input.revision !== before.revision) throw changedMeanwhile(before)
      await keepWords(tx, audit, before)
      if (!(await updateAction(tx.db, before, fields))) {
        throw changedMeanwhile((await findAction(tx.db, id)) ?? before)
      }
    } else {
      const createdBy = tx.actor.kind === 'user' ? tx.actor.id : null
      await insertAction(tx.db, { ...fields, id, auditId: audit.id, now: tx.now, createdBy })
    }
    recordEvent(tx, {
      type: 'action.saved',
      subjectId: id,
      details: { auditId: audit.id, revision, hash: hashOf(fields) },
    })
    return { id, revision }
  })

const changedMeanwhile = (current: Action) =>
  new Conflict<Action>('Somebody else changed this action after you opened it.', current)

const checkFields = async (
  ctx: Context,
  input: SaveActionInput,
  before: Action | undefined
): Promise<void> => {
  const what = tooLongFor(WHAT_LIMIT, input.what)
  if (what) throw new FieldFault('what', what)
  const change = tooLongFor(CHANGE_LIMIT, input.intendedChange)
  if (change) throw new FieldFault('intendedChange', change)
  // What was right when it was chosen is not held against the next save.
  if (input.ownerId !== null && input.ownerId !== before?.ownerId) {
    const owner = await findPerson(ctx.db, input.ownerId)
    if (!owner) throw new FieldFault('ownerId', 'Choose the owner from the list')
    if (owner.isActive === 0) {
      throw new FieldFault(
        'ownerId',
        `The account of ${owner.name} is closed. Choose somebody else`
      )
    }
  }
  if (input.dueOn !== null && input.dueOn !== before?.dueOn && input.dueOn < londonDate(ctx.now)) {
    throw new FieldFault('dueOn', 'This date has passed. Enter today’s date or a later one')
  }
}
