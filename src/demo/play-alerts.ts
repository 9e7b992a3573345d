/**
 * The practice alerts of two years, raised and gone on with through the product's own verbs, each step on its day; and the
 * clock that tells what is due.
 */
import { takeUpImmediateRisks } from '../alerts/take-up-immediate-risks.ts'
import { tellAlertsDue } from '../alerts/tell-alerts-due.ts'
import type { Context } from '../db/transaction.ts'
import { workingCalendar } from '../settings/rules/working-days.ts'
import { type AlertOnStage, raiseOnStage } from './raise-alert-on-stage.ts'
import { type AlertPlan, makeAlertPlans } from './rules/alert-plans.ts'
import { newChance } from './rules/chance.ts'
import { addDays, instantOn, weekdayOf } from './rules/days.ts'
import type { Show } from './show.ts'
import { takeStepOnStage } from './take-step-on-stage.ts'

const calendar = workingCalendar([])

/** So many working days before a day. */
const before = (day: string, days: number): string => {
  let found = day
  for (let left = days; left > 0; ) {
    found = addDays(found, -1)
    if (calendar.isWorkingDay(found)) left -= 1
  }
  return found
}

/** The hour within which somebody is to acknowledge an immediate risk, and a little more. */
const AFTER_THE_HOUR = 65

const FIRST_MINUTE = 9 * 60 + 30
const LAST_MINUTE = 16 * 60

/** So long ago the clock told once a week; lately every day. */
const DAILY_DAYS = 40

const asJob = (ctx: Context, name: string): Context => ({ ...ctx, actor: { kind: 'job', name } })

/** @param lastDay the last working day before today */
export const playAlerts = (show: Show, lastDay: string): void => {
  const { stage, agenda } = show
  const chance = newChance('alerts')
  const plans = makeAlertPlans(newChance('alert plans'))

  const follow = (alert: AlertOnStage, plan: AlertPlan, from: string, index: number): void => {
    const step = plan.steps[index]
    if (!step) return
    const day =
      step.after === 0 ? from.slice(0, 10) : calendar.dueAfter(from.slice(0, 10), step.after)
    const minute =
      step.after === 0
        ? (Date.parse(from) - Date.parse(`${day}T00:00:00Z`)) / 60_000 + chance.between(12, 40)
        : chance.between(FIRST_MINUTE, LAST_MINUTE)
    agenda.add(instantOn(day, minute), async (at) => {
      await takeStepOnStage(show, alert, step, at)
      follow(alert, plan, at, index + 1)
    })
  }

  for (const plan of plans) {
    const day = before(lastDay, plan.ago)
    agenda.add(instantOn(day, chance.between(FIRST_MINUTE, LAST_MINUTE)), async (at) => {
      const alert = await raiseOnStage(show, plan, chance, at)
      if (!alert) return
      if (plan.isImmediate && plan.steps[0]?.do !== 'acknowledge') {
        const hourLater = new Date(Date.parse(at) + AFTER_THE_HOUR * 60_000).toISOString()
        agenda.add(hourLater, async (later) => {
          await takeUpImmediateRisks(asJob(stage.at(later), 'take-up-immediate-risks'))
          const seen = { do: 'acknowledge', after: 0 } as const
          follow(alert, { ...plan, steps: [seen, ...plan.steps] }, later, 0)
        })
        return
      }
      follow(alert, plan, at, 0)
    })
  }

  const daily = addDays(lastDay, -DAILY_DAYS)
  const [first] = plans
  for (let day = before(lastDay, first?.ago ?? 0); day <= lastDay; day = addDays(day, 1)) {
    if (day < daily && weekdayOf(day) !== 1) continue
    agenda.add(instantOn(day, 6), async (at) => {
      await tellAlertsDue(asJob(stage.at(at), 'tell-alerts-due'))
    })
  }
}
