/**
 * Two safety notices of the open round, made in the evening of the last working day: one seen through to its closing,
 * one that nobody has acknowledged yet.
 */
import { saveAnswers } from '../audits/save-answers.ts'
import { acknowledgeSafetyNotice } from '../safety/acknowledge-safety-notice.ts'
import { addSafetyNote } from '../safety/add-safety-note.ts'
import { closeSafetyNotice } from '../safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../safety/decide-safety-notice.ts'
import { ringFirst } from './ring-first.ts'
import { instantOn } from './rules/days.ts'
import { cannotTell, notSafe, seenToday } from './rules/safety-words.ts'
import type { Show } from './show.ts'
import { listBegunAudits } from './store.ts'

/** @param lastDay the last working day before today */
export const playSafetyNotices = async ({ stage }: Show, lastDay: string): Promise<void> => {
  const at = (minutes: number) => instantOn(lastDay, minutes)
  const [closing, opening] = await listBegunAudits(stage.db)
  if (!closing || !opening) return

  const answer = (audit: typeof closing, minutes: number, value: string, words: string) =>
    saveAnswers(stage.at(at(minutes), audit.auditorId), {
      auditId: audit.id,
      answers: [
        {
          itemKey: 'common.safe_now',
          values: [value],
          evidence: words,
          reason: '',
          revision: audit.revision,
        },
      ],
    })
  await answer(closing, 17 * 60 + 34, 'cannot_tell', cannotTell)
  await saveAnswers(stage.at(at(17 * 60 + 36), closing.auditorId), {
    auditId: closing.id,
    answers: [
      {
        itemKey: 'common.already_known',
        values: ['yes'],
        evidence: seenToday.beingDone,
        reason: '',
        revision: 0,
      },
    ],
  })
  const noticeId = await ringFirst(stage.at(at(17 * 60 + 41), closing.auditorId), closing.id)
  if (noticeId === undefined) throw new Error('the safety notice was not opened')
  const manager = (minutes: number) => stage.at(at(minutes), closing.managerId)
  const head = (minutes: number) => stage.at(at(minutes), closing.headId)
  await acknowledgeSafetyNotice(manager(17 * 60 + 46), { noticeId })
  await decideSafetyNotice(head(17 * 60 + 58), {
    noticeId,
    revision: 1,
    words: seenToday.decision,
    dueOn: lastDay,
  })
  await addSafetyNote(manager(18 * 60 + 50), { noticeId, words: seenToday.note })
  await closeSafetyNotice(head(19 * 60 + 10), { noticeId, words: seenToday.closing })

  await answer(opening, 19 * 60 + 20, 'no', notSafe)
  await ringFirst(stage.at(at(19 * 60 + 31), opening.auditorId), opening.id)
}
