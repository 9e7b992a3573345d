/** A job: makes the day's digest of each person who chose one, once its time has come, from what is held for them. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { loadWorkingCalendar } from '../settings/load-working-calendar.ts'
import { readSetting } from '../settings/read-setting.ts'
import { dropHeldOfClosed, gatherHeld, listPeopleToDigest } from './digest-store.ts'
import { lastDigestTime } from './rules/digest-time.ts'
import { findSwitch, insertMails } from './store.ts'
import { wakeSender } from './wake.ts'

/** Nothing while mail is switched off: what is held waits. @returns how many digests were made */
export const gatherDigests = (ctx: Context): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    if (!(await findSwitch(tx.db))) return 0
    const { isWorkingDay } = await loadWorkingCalendar(tx.db)
    const time = lastDigestTime(tx.now, await readSetting(tx.db, 'mail_digest_at'), isWorkingDay)
    await dropHeldOfClosed(tx.db, tx.now)
    if (!time) return 0
    const people = await listPeopleToDigest(tx.db, time)
    for (const personId of people) {
      const id = tx.ids()
      await insertMails(tx.db, [
        {
          id,
          personId,
          sort: 'digest',
          state: 'waiting',
          isUrgent: 0,
          noticeId: null,
          label: null,
          path: null,
          reference: null,
          digestOn: time.on,
          now: tx.now,
        },
      ])
      await gatherHeld(tx.db, { personId, digestId: id, before: time.instant, now: tx.now })
    }
    if (people.length > 0) {
      recordEvent(tx, {
        type: 'mail.digests_made',
        subjectId: 'council',
        details: { count: people.length },
      })
      tx.transaction.afterCommit.push(wakeSender)
    }
    return people.length
  })
