/** Everything that the progress page of a round shows, in a handful of queries whatever the number of audits. */
import type { Db } from '../db/schema.ts'
import { londonDate } from '../people/rules/london-date.ts'
import type { Round } from '../rounds/store.ts'
import { listExemptions } from './exemption-store.ts'
import { listAsked } from './hand-over-store.ts'
import { countProgress, listProgress, ROWS_A_PAGE, type Today } from './progress-store.ts'
import { choicesOf, countsOf, groupsOf } from './rules/progress-groups.ts'
import { type ProgressView, SOON_DAYS } from './rules/progress-view.ts'

/** Today and the last day that is "soon", both as London has them. */
export const todayOf = (now: string): Today => {
  const todayOn = londonDate(now)
  const soon = new Date(`${todayOn}T00:00:00Z`)
  soon.setUTCDate(soon.getUTCDate() + SOON_DAYS)
  return { todayOn, soonOn: soon.toISOString().slice(0, 10) }
}

/** @param view its page is corrected where there are fewer */
export const loadProgress = async (db: Db, round: Round, view: ProgressView, now: string) => {
  const today = todayOf(now)
  const counted = await countProgress(db, round.id, today)
  let shown = view
  let rows = await listProgress(db, round.id, shown, today)
  if (rows.length === 0 && view.page > 1) {
    shown = { ...view, page: 1 }
    rows = await listProgress(db, round.id, shown, today)
  }
  const total = rows[0]?.total ?? 0
  const isOpen = round.state === 'open'
  return {
    view: shown,
    rows,
    total,
    pages: Math.max(1, Math.ceil(total / ROWS_A_PAGE)),
    todayOn: today.todayOn,
    counts: countsOf(counted),
    groups: groupsOf(counted, view.by),
    auditors: choicesOf(counted, 'auditor'),
    teams: choicesOf(counted, 'team'),
    handOvers: isOpen ? await listAsked(db, round.id) : [],
    exemptions: await listExemptions(db, round.id),
  }
}
