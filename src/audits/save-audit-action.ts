/** Saves an action of an audit at work, as it is typed. What an action is, and its own rules, belong to actions. */
import { saveAction } from '../actions/save-action.ts'
import { type Action, findAction } from '../actions/store.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault, NotFound } from '../errors.ts'
import { openWork } from './open-work.ts'
import { type AuditWork, findItem } from './rules/audit-work.ts'
import { startAudit } from './start-audit.ts'

export interface SaveAuditActionInput {
  readonly auditId: string
  /** Of a new one: the id its form was made with. */
  readonly actionId: string
  readonly itemKey: string | null
  readonly what: string
  readonly intendedChange: string
  readonly ownerId: string | null
  /** London date; undefined leaves it as it is. */
  readonly dueOn: string | null | undefined
  readonly revision: number
}

export type ActionOutcome =
  /** The revision now; 0 when nothing was typed and there was nothing to keep. */
  | { readonly kind: 'saved'; readonly revision: number; readonly work: AuditWork }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'conflict'; readonly current: Action }

const isBlank = (input: SaveAuditActionInput): boolean =>
  input.what.trim() === '' &&
  input.intendedChange.trim() === '' &&
  input.ownerId === null &&
  (input.dueOn ?? null) === null

const isSame = (input: Omit<SaveAuditActionInput, 'auditId'>, action: Action): boolean =>
  (['itemKey', 'what', 'intendedChange', 'ownerId', 'dueOn'] as const).every(
    (field) => input[field] === action[field]
  )

/** @throws NotFound when the id is another audit's; NotTheirs and WrongState as openWork */
export const saveAuditAction = (ctx: Context, sent: SaveAuditActionInput): Promise<ActionOutcome> =>
  inTransaction(ctx, async (tx): Promise<ActionOutcome> => {
    const { audit, work } = await openWork(tx, sent.auditId, 'save')
    if (sent.itemKey !== null && !findItem(work, sent.itemKey)) {
      return { kind: 'refused', message: 'Choose one of the questions of this audit' }
    }
    const current = await findAction(tx.db, sent.actionId)
    if (current && current.auditId !== audit.id) throw new NotFound('No such action')
    const kept = current?.dueOn ?? null
    const input = { ...sent, dueOn: sent.dueOn === undefined ? kept : sent.dueOn }
    if (!current && isBlank(input)) return { kind: 'saved', revision: 0, work }
    if (current?.state === 'open' && isSame(input, current)) {
      return { kind: 'saved', revision: current.revision, work }
    }
    const { actionId, ...fields } = input
    try {
      const { revision } = await saveAction(tx, {
        ...fields,
        ...(current ? { actionId } : { newId: actionId }),
      })
      await startAudit(tx, audit)
      return { kind: 'saved', revision, work }
    } catch (error) {
      if (error instanceof Conflict) return { kind: 'conflict', current: error.current as Action }
      if (error instanceof FieldFault) return { kind: 'refused', message: error.message }
      throw error
    }
  })
