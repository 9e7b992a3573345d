/** The audit's last safety notice as a copy for the record tells it: who was told, what followed, what was decided. */
import type { Db } from '../db/schema.ts'
import { safeNowOf, safeNowWords } from '../safety/rules/safe-now.ts'
import { type Story, storyOf } from '../safety/rules/story.ts'
import { findNoticeOfAudit } from '../safety/store.ts'
import { listStory } from '../safety/story-store.ts'

export interface CopiedSafety {
  /** As people read it. */
  readonly answer: string
  /** Instants. */
  readonly openedAt: string
  readonly closedAt: string | null
  readonly story: Story
}

/** @returns undefined where there never was a notice */
export const loadCopiedSafety = async (
  db: Db,
  audit: { readonly id: string; readonly auditorName: string }
): Promise<CopiedSafety | undefined> => {
  const notice = await findNoticeOfAudit(db, audit.id)
  if (!notice) return undefined
  const answer = safeNowWords(safeNowOf(notice.answer))
  const { openedAt, closedAt } = notice
  const rows = await listStory(db, notice.id)
  const story = storyOf(rows, { at: openedAt, by: audit.auditorName || 'The auditor', answer })
  return { answer, openedAt, closedAt: notice.state === 'closed' ? closedAt : null, story }
}
