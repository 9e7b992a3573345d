/** One step in the life of an alert of the demonstration, by whoever takes it. */
import { escalateAlert } from '../alerts/escalate-alert.ts'
import { readdressAlert } from '../alerts/readdress-alert.ts'
import { recordCafcass } from '../alerts/record-cafcass.ts'
import { recordChildTold } from '../alerts/record-child-told.ts'
import { resetAlertDate } from '../alerts/reset-alert-date.ts'
import type { PlainAction } from '../alerts/rules/step-actions.ts'
import { takeAlertStep } from '../alerts/take-alert-step.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import type { AlertOnStage } from './raise-alert-on-stage.ts'
import {
  accepted,
  alertNotes,
  answers,
  cafcassOutcome,
  cafcassWhy,
  declined,
  extensions,
  readdressed,
  reopenings,
  resolved,
  skipped,
  takenFurther,
  weakAnswers,
  withdrawals,
} from './rules/alert-answers.ts'
import type { AlertStep } from './rules/alert-plans.ts'
import { thanks } from './rules/alert-words.ts'
import type { Show } from './show.ts'
import { readAlertPlace } from './store.ts'

const noDate = { day: '', month: '', year: '' }

const boxesOf = (day: string) => {
  const [year = '', month = '', date = ''] = day.split('-')
  return { day: String(Number(date)), month: String(Number(month)), year }
}

const refused = (what: string, outcome: unknown): never => {
  throw new Error(`${what} of the demonstration was refused: ${JSON.stringify(outcome)}`)
}

export const takeStepOnStage = async (
  show: Show,
  alert: AlertOnStage,
  step: AlertStep,
  at: string
): Promise<void> => {
  const { stage } = show
  const { id: alertId, writer, chance } = alert
  const place = await readAlertPlace(stage.db, alertId)
  const { revision } = place
  const raiser = stage.at(at, alert.raiserId)
  const answerers = [
    place.isImmediate === 1 ? alert.headId : alert.teamManagerId,
    alert.teamManagerId,
    alert.headId,
    alert.otherHeadId,
    alert.otherHeadId,
  ]
  const answerer = stage.at(at, answerers[place.stage] ?? alert.headId)
  const take = (who: typeof raiser, action: PlainAction, words: string) =>
    takeAlertStep(who, { alertId, action, revision, words })
  const today = boxesOf(at.slice(0, 10))
  const reset = (action: 'extend' | 'not_accept' | 'reopen', words: string, date = noDate) =>
    resetAlertDate(raiser, { alertId, action, revision, words, ...date })
  const cafcass = async (isOver: boolean) => {
    const outcome = await recordCafcass(raiser, {
      alertId,
      revision: place.cafcassRevision ?? 0,
      considered: 'yes',
      why: cafcassWhy,
      advice: today,
      referred: isOver && place.referredOn !== null ? boxesOf(place.referredOn) : today,
      outcome: isOver ? cafcassOutcome : '',
      outcomeOn: isOver ? today : noDate,
    })
    if (!outcome.ok) refused('what is recorded of Cafcass', outcome)
  }
  switch (step.do) {
    case 'respond':
      return take(answerer, 'respond', writer.write(answers))
    case 'respond_worker':
      return take(stage.at(at, alert.workerId), 'respond', writer.write(answers))
    case 'respond_instead':
      return take(stage.at(at, alert.serviceManagerId), 'respond', writer.write(answers))
    case 'respond_weakly':
      return take(answerer, 'respond', writer.write(weakAnswers))
    case 'accept':
      return take(raiser, 'accept', writer.write(accepted))
    case 'resolve':
      return take(raiser, 'resolve', writer.write(resolved))
    case 'withdraw':
      return take(raiser, 'withdraw', writer.write(withdrawals))
    case 'note':
      return take(raiser, 'note', writer.write(alertNotes))
    case 'acknowledge':
      return place.isImmediate === 1
        ? take(
            stage.at(at, place.level > 2 ? alert.headId : alert.serviceManagerId),
            'acknowledge',
            ''
          )
        : take(stage.at(at, alert.workerId), 'acknowledge', chance.pick(thanks))
    case 'not_accept':
      return reset('not_accept', writer.write(declined))
    case 'reopen':
      return reset('reopen', writer.write(reopenings))
    case 'extend': {
      const calendar = await loadWorkingCalendar(stage.db)
      const later = calendar.dueAfter(place.expectedOn ?? at.slice(0, 10), chance.between(2, 4))
      return reset('extend', writer.write(extensions), boxesOf(later))
    }
    case 'readdress':
      return readdressAlert(raiser, {
        alertId,
        revision,
        instead: [alert.teamManagerId],
        to: alert.serviceManagerId,
        words: readdressed,
      })
    case 'escalate':
      return escalateAlert(raiser, {
        alertId,
        revision,
        stage: step.to,
        words: writer.write(takenFurther),
        skipWords: writer.write(skipped),
        to: [answerers[step.to] ?? alert.headId],
        ...noDate,
      })
    case 'child_told': {
      const outcome = await recordChildTold(raiser, {
        alertId,
        revision,
        childTold: chance.isTrue(0.8) ? 'yes' : 'not_yet',
        childToldWhy: '',
        advocateOffered: chance.pick(['accepted', 'declined', 'has_one'] as const),
        advocateWhy: '',
      })
      if (!outcome.ok) refused('what the child was told', outcome)
      return
    }
    case 'cafcass':
      return cafcass(false)
    case 'cafcass_outcome':
      return cafcass(true)
  }
}
