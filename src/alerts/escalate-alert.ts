/** Takes an alert further: from informal to formal, or up the stages of a dispute. Stages left out need a reason. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FieldFault } from '../errors.ts'
import { londonDate } from '../people/rules/london-date.ts'
import type { DateBoxes } from '../people/rules/typed-date.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { readSetting } from '../settings/read-setting.ts'
import { findAnswererFault } from './find-answerer-fault.ts'
import { findLadder, findNewestLadder } from './list-store.ts'
import { loadAnswerers } from './load-answerers.ts'
import { openAlert } from './open-alert.ts'
import { addAddressees, endAddressees } from './party-store.ts'
import { recordStep } from './record-step.ts'
import { targetsOf, topWords, wayTo } from './rules/escalation.ts'
import { readExpected } from './rules/expected-date.ts'
import { stepWordsFault } from './rules/step-words.ts'
import { type Alert, moveAlert } from './store.ts'

export interface EscalateInput extends DateBoxes {
  readonly alertId: string
  readonly revision: number
  /** 0: make it formal. */
  readonly stage: number
  /** As the page showed it ({@link wayTo}); not given where no page was shown. */
  readonly way?: string | undefined
  readonly words: string
  /** Why stages between are left out; empty where none are. */
  readonly skipWords: string
  /** Person ids that answer at this stage. */
  readonly to: readonly string[]
}

/**
 * @throws FieldFault `stage`, `words`, `skip`, `to` or `expected-day`; Conflict when somebody else was first, or the stages are
 * not those that the page showed; as openAlert
 */
export const escalateAlert = (ctx: Context, input: EscalateInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const opened = await openAlert(tx, input.alertId, 'escalate', input.revision)
    const { alert, step, addressees, personId } = opened
    const ladder =
      (alert.ladderId === null ? undefined : await findLadder(tx.db, alert.ladderId)) ??
      (await findNewestLadder(tx.db))
    const stages = ladder?.stages ?? []
    const place = {
      kind: alert.kind === 'informal' ? 'informal' : 'formal',
      stage: alert.stage,
    } as const
    const targets = targetsOf(place, stages, await readSetting(tx.db, 'alert_formal_days'))
    const target = targets.find(({ stage }) => stage === input.stage)
    if (input.way !== undefined && (target === undefined || wayTo(target) !== input.way)) {
      throw new Conflict<Alert>(
        'The stages of a dispute were changed after you opened this page. Look again at how far you take it and who answers there: what you wrote is still here.',
        alert
      )
    }
    if (targets.length === 0) throw new FieldFault('stage', topWords(stages))
    if (!target) throw new FieldFault('stage', 'Choose how far to take it')
    const fault = stepWordsFault(step, input.words)
    if (fault) throw new FieldFault('words', fault)
    if (target.skips.length > 0) {
      const skipFault = stepWordsFault(step, input.skipWords)
      if (skipFault) {
        const isMissing = input.skipWords.trim() === ''
        throw new FieldFault(
          'skip',
          isMissing ? `Write why you leave out ${target.skips.join(' and ')}` : skipFault
        )
      }
    }
    const to = [...new Set(input.to)].filter((id) => id !== '')
    const people = await loadAnswerers(tx.db)
    const toFault = await findAnswererFault(tx.db, people, to, {
      raisedBy: alert.raisedBy,
      personId,
    })
    if (toFault) throw new FieldFault('to', toFault)
    const today = londonDate(tx.now)
    const calendar = await loadWorkingCalendar(tx.db)
    const read = readExpected(input, calendar.dueAfter(today, target.days), today, calendar)
    if (!read.ok) throw new FieldFault('expected-day', read.fault)

    const isNewlyFormal = alert.formalOn === null
    const total = await readSetting(tx.db, 'dispute_total_days')
    await moveAlert(tx.db, alert.id, {
      state: 'open',
      kind: 'formal',
      stage: target.stage,
      expectedOn: read.date,
      respondedAt: null,
      isEscalated: true,
      ...(target.stage > 0 && ladder ? { ladderId: ladder.id } : {}),
      ...(isNewlyFormal ? { formalOn: today, totalDueOn: calendar.dueAfter(today, total) } : {}),
    })
    await endAddressees(tx.db, alert.id)
    await addAddressees(
      tx.db,
      alert.id,
      to.map((id) => ({ personId: id, part: 'stage', stage: target.stage })),
      tx.now
    )
    const overseers = people
      .filter(({ roles }) => roles.includes('iro_manager'))
      .map(({ id }) => id)
    const before = addressees.filter(({ isCurrent }) => isCurrent).map((each) => each.personId)
    await recordStep(tx, opened, {
      action: 'escalate',
      state: 'open',
      stage: target.stage,
      words: input.words.trim(),
      oldDueOn: alert.expectedOn,
      newDueOn: read.date,
      detail: {
        label: target.label,
        to,
        skips: target.skips,
        skipWords: target.skips.length > 0 ? input.skipWords.trim() : '',
      },
      tell: [
        { kind: 'alert_escalated', to, dueOn: read.date },
        // The IRO manager hears of every dispute; whoever answered until now hears that it went further.
        { kind: 'alert_escalated', to: [...(target.stage > 0 ? overseers : []), ...before] },
        ...(alert.raisedBy === personId
          ? []
          : [{ kind: 'alert_escalated' as const, to: [alert.raisedBy] }]),
      ],
    })
  })
