/** The steps of an alert that set another date: extending, asking again, reopening. The old date is kept in the step. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { longDate } from '../people/rules/date-words.ts'
import { londonDate } from '../people/rules/london-date.ts'
import type { DateBoxes } from '../people/rules/typed-date.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { startClock } from './immediate-store.ts'
import { countedFrom, loadPolicyDate } from './load-policy-date.ts'
import { openAlert } from './open-alert.ts'
import { forgetAcknowledged } from './party-store.ts'
import { recordStep } from './record-step.ts'
import { readExpected } from './rules/expected-date.ts'
import { FIRST_LEVEL } from './rules/immediate-risk.ts'
import type { DatedAction } from './rules/step-actions.ts'
import { stepWordsFault } from './rules/step-words.ts'
import { moveAlert } from './store.ts'

export interface ResetDateInput extends DateBoxes {
  readonly alertId: string
  readonly action: DatedAction
  readonly revision: number
  readonly words: string
}

const kinds = {
  extend: 'alert_extended',
  not_accept: 'alert_not_accepted',
  reopen: 'alert_reopened',
} as const

/**
 * All three boxes empty: the date that policy gives from today.
 *
 * @throws FieldFault `words` or `expected-day`; Conflict when somebody else was first; as openAlert
 */
export const resetAlertDate = (ctx: Context, input: ResetDateInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { action } = input
    const opened = await openAlert(tx, input.alertId, action, input.revision)
    const { alert, step, addressees } = opened
    const fault = stepWordsFault(step, input.words)
    if (fault) throw new FieldFault('words', fault)
    const today = londonDate(tx.now)
    const calendar = await loadWorkingCalendar(tx.db)
    const policyOn = await loadPolicyDate(tx.db, alert, calendar, countedFrom(action, alert, today))
    const read = readExpected(input, policyOn, today, calendar)
    if (!read.ok) throw new FieldFault('expected-day', read.fault)
    if (action === 'extend' && alert.expectedOn !== null && read.date <= alert.expectedOn) {
      throw new FieldFault(
        'expected-day',
        `It is expected by ${longDate(alert.expectedOn)} already. Enter a later working day, for example ${longDate(policyOn)}`
      )
    }
    const state = step.to === 'gone' ? alert.state : step.to
    await moveAlert(tx.db, alert.id, {
      ...(state === alert.state ? {} : { state }),
      expectedOn: read.date,
      ...(action === 'extend' ? { isExtended: true } : { respondedAt: null }),
      ...(action === 'reopen' ? { closed: null, isReopened: true } : {}),
    })
    if (action === 'reopen' && alert.isImmediate) {
      await startClock(tx.db, alert.id, FIRST_LEVEL, tx.now)
      await forgetAcknowledged(tx.db, alert.id)
    }
    const current = addressees.filter(({ isCurrent }) => isCurrent).map(({ personId }) => personId)
    const isUrgent = action === 'reopen' && alert.isImmediate
    await recordStep(tx, opened, {
      action,
      state,
      stage: alert.stage,
      words: input.words.trim(),
      oldDueOn: alert.expectedOn,
      newDueOn: read.date,
      tell: [
        {
          kind: isUrgent ? 'alert_immediate' : kinds[action],
          to: current,
          dueOn: read.date,
          stands: isUrgent,
        },
      ],
    })
  })
