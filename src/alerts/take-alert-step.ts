/** The steps of an alert that need words alone: answer, accept, close, withdraw, note, acknowledge. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { clearStanding } from '../notices/clear-standing.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { acknowledge } from './acknowledge.ts'
import { type OpenAlert, openAlert } from './open-alert.ts'
import { recordStep, type Telling } from './record-step.ts'
import type { PlainAction } from './rules/step-actions.ts'
import { stepWordsFault } from './rules/step-words.ts'
import { type AlertChange, moveAlert } from './store.ts'

export interface TakeStepInput {
  readonly alertId: string
  readonly action: PlainAction
  /** The one that the page showed; what adds without deciding (a note, an acknowledgement) does not ask for it. */
  readonly revision: number
  readonly words: string
}

const adds: readonly PlainAction[] = ['note', 'acknowledge']

const telling = (opened: OpenAlert, action: PlainAction): Telling[] => {
  const { alert, addressees, access } = opened
  const current = addressees.filter(({ isCurrent }) => isCurrent).map(({ personId }) => personId)
  switch (action) {
    case 'respond':
      return [{ kind: 'alert_answered', to: [alert.raisedBy] }]
    case 'acknowledge':
      return alert.kind === 'good_practice'
        ? [{ kind: 'alert_acknowledged', to: [alert.raisedBy] }]
        : []
    case 'note': {
      const answers = access.parts.some(
        (part) => part === 'addressee' || part === 'addressee_cover'
      )
      return [{ kind: 'alert_noted', to: answers ? [alert.raisedBy] : current }]
    }
    default:
      return [
        {
          kind: 'alert_closed',
          // The raiser too, where somebody closed it for them.
          to: [...addressees.map(({ personId }) => personId), alert.raisedBy],
        },
      ]
  }
}

/**
 * @throws FieldFault `words`; Conflict when somebody else was first; as openAlert
 */
export const takeAlertStep = (ctx: Context, input: TakeStepInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { action } = input
    const revision = adds.includes(action) ? undefined : input.revision
    const opened = await openAlert(tx, input.alertId, action, revision)
    const { alert, step, personId, actedAs } = opened
    const fault = stepWordsFault(step, input.words)
    if (fault) throw new FieldFault('words', fault)
    const state = step.to === 'gone' ? alert.state : step.to
    const isClosing = (state === 'resolved' || state === 'withdrawn') && alert.closedAt === null
    const change: AlertChange = {
      ...(state === alert.state ? {} : { state }),
      ...(action === 'respond' && alert.respondedAt === null ? { respondedAt: tx.now } : {}),
      ...(isClosing
        ? {
            closed: {
              at: tx.now,
              on: londonDate(tx.now),
              by: personId,
              as: actedAs,
            },
          }
        : {}),
    }
    // Whoever answers an immediate risk has seen it.
    if (action === 'acknowledge' || (action === 'respond' && alert.isImmediate)) {
      const isNew = await acknowledge(tx, opened)
      if (!isNew && !isClosing && action === 'acknowledge') return
    }
    if (!adds.includes(action) || Object.keys(change).length > 0) {
      await moveAlert(tx.db, alert.id, change)
    }
    if (isClosing) await clearStanding(tx, { about: { kind: 'alert', id: alert.id } })
    await recordStep(tx, opened, {
      action,
      state,
      stage: alert.stage,
      words: input.words.trim(),
      tell: telling(opened, action),
    })
  })
