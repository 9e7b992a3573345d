/**
 * What auditors keep beside their answers on the last working day: something to come back to, a word that is nobody's
 * name, and a copy of a submitted audit for the child's record.
 */
import { copyAudit } from '../audits/copy-audit.ts'
import { keepWord } from '../audits/keep-word.ts'
import { saveNote } from '../audits/save-note.ts'
import { todayOf } from '../programme/load-progress.ts'
import { listProgress, type ProgressRow } from '../programme/progress-store.ts'
import { personIdOf } from './add-people.ts'
import { people } from './rules/council.ts'
import { instantOn } from './rules/days.ts'
import type { RoundScene } from './run-round.ts'
import type { Show } from './show.ts'

const allRows = {
  by: 'auditor',
  sort: 'case',
  show: 'all',
  auditor: '',
  team: '',
  state: '',
  search: '',
  page: 1,
  isAllTicked: false,
  withLeft: false,
} as const

/** Every audit asks it. */
const ITEM = 'common.impact'

/** @param lastDay the last working day before today */
export const keepBeside = (show: Show, { roundId }: RoundScene, lastDay: string): void => {
  const { stage, agenda, staff } = show
  const first = personIdOf(staff, people[0]?.name ?? '')
  agenda.add(instantOn(lastDay, 16 * 60 + 56), async (at) => {
    const rows = await listProgress(stage.db, roundId, allRows, todayOf(at))
    // Best where most visitors see it: with the person whom they sign in as.
    const oneThat = (state: ProgressRow['state']) =>
      rows.find((row) => row.state === state && row.auditorId === first) ??
      rows.find((row) => row.state === state)
    const begun = oneThat('in_progress')
    if (begun?.auditorId) {
      const own = stage.at(at, begun.auditorId)
      await saveNote(own, {
        auditId: begun.id,
        itemKey: ITEM,
        isMarked: true,
        words: 'Ask the worker for the school’s report of this term.',
        revision: 0,
      })
      await keepWord(own, { auditId: begun.id, word: 'Brightwater' })
    }
    const done = oneThat('submitted')
    if (done?.auditorId) {
      const personId = done.auditorId
      await copyAudit(stage.at(at, personId), { auditId: done.id, format: 'docx', personId })
    }
  })
}
