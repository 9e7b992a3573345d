/**
 * What happens by the clock in the demonstration's past, and who has read what: the jobs run, people read their notices
 * at the end of a month, and those of the last days are still unread.
 */
import { tellWhatIsDue } from '../audits/tell-what-is-due.ts'
import type { Context } from '../db/transaction.ts'
import { chooseMail } from '../mail/choose-mail.ts'
import { markAllRead } from '../notices/mark-all-read.ts'
import { removeOldNotices } from '../notices/remove-old-notices.ts'
import { addDays, instantOn, monthBefore, weekdayOf, workingDayUpTo } from './rules/days.ts'
import type { Show } from './show.ts'

/** So long ago nobody looks at when somebody was told, and once a week is often enough. */
const DAILY_DAYS = 30

/** How long before the last day most people last looked. */
const READ_DAYS_AGO = 4

const asJob = (ctx: Context, name: string): Context => ({ ...ctx, actor: { kind: 'job', name } })

/**
 * @param from the day on which the first round of our own was made
 * @param lastDay the last working day before today
 */
export const playNotices = (show: Show, from: string, lastDay: string): void => {
  const { stage, agenda, staff } = show
  const daily = addDays(lastDay, -DAILY_DAYS)
  for (let day = from; day <= lastDay; day = addDays(day, 1)) {
    const isLookedAt = day >= daily || weekdayOf(day) === 1
    if (!isLookedAt) continue
    agenda.add(instantOn(day, 5), async (at) => {
      await tellWhatIsDue(asJob(stage.at(at), 'tell-what-is-due'))
    })
  }

  const everybody = [...staff.personIds.values()]
  const readBy = (personIds: readonly string[]) => async (at: string) => {
    for (const id of personIds) await markAllRead(stage.at(at, id))
  }
  for (let ago = 11; ago >= 1; ago -= 1) {
    const day = workingDayUpTo(addDays(monthBefore(lastDay, ago - 1), -1))
    agenda.add(instantOn(day, 16 * 60 + 45), readBy(everybody))
  }
  // One in five has not looked since the end of the month.
  const lately = workingDayUpTo(addDays(lastDay, -READ_DAYS_AGO))
  agenda.add(
    instantOn(lately, 16 * 60 + 45),
    readBy(everybody.filter((_id, index) => index % 5 !== 4))
  )
  // One in seven wants one mail a day: the demonstration mails nobody, but the choice is there to see.
  agenda.add(instantOn(lately, 17 * 60), async (at) => {
    for (const [index, personId] of everybody.entries()) {
      if (index % 7 === 3) await chooseMail(stage.at(at, personId), { personId, choice: 'digest' })
    }
  })
  agenda.add(instantOn(lastDay, 180), async (at) => {
    await removeOldNotices(asJob(stage.at(at), 'remove-old-notices'))
  })
}
