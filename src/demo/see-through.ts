/** Puts down how a safety notice of an earlier round was acknowledged, decided on and closed, the same afternoon. */
import { acknowledgeSafetyNotice } from '../safety/acknowledge-safety-notice.ts'
import { closeSafetyNotice } from '../safety/close-safety-notice.ts'
import { decideSafetyNotice } from '../safety/decide-safety-notice.ts'
import { seenThen } from './rules/safety-words.ts'
import type { Show } from './show.ts'
import { findNoticeLine } from './store.ts'

const later = (instant: string, minutes: number): string =>
  new Date(Date.parse(instant) + minutes * 60_000).toISOString()

/**
 * Leaves it open where the service has nobody to decide on it but the auditor.
 *
 * @param openedAt when somebody had been told of it
 */
export const seeThrough = async (
  { stage, agenda }: Show,
  noticeId: string,
  openedAt: string
): Promise<void> => {
  const line = await findNoticeLine(stage.db, noticeId)
  if (!line) return
  agenda.add(later(openedAt, 8), (at) =>
    acknowledgeSafetyNotice(stage.at(at, line.managerId), { noticeId })
  )
  agenda.add(later(openedAt, 31), (at) =>
    decideSafetyNotice(stage.at(at, line.headId), {
      noticeId,
      revision: 1,
      words: seenThen.decision,
      dueOn: openedAt.slice(0, 10),
    })
  )
  agenda.add(later(openedAt, 74), (at) =>
    closeSafetyNotice(stage.at(at, line.headId), { noticeId, words: seenThen.closing })
  )
}
