/** What the pages of the programme say about audits, and the addresses of their views. */
import type { ProgressView } from '../../src/programme/rules/progress-view.ts'
import { auditStateLabels } from '../rounds/round-words.ts'

/** The address of a view of a round's progress; what is as at first is left out. */
export const addressOf = (at: string, view: Partial<ProgressView>): string => {
  const query = queryOf(view)
  return query === '' ? `${at}/progress` : `${at}/progress?${query}`
}

/** The same as a query, for a form that comes back to it. */
export const queryOf = (view: Partial<ProgressView>): string => {
  const query = new URLSearchParams()
  if (view.by && view.by !== 'auditor') query.set('by', view.by)
  if (view.show && view.show !== 'all') query.set('show', view.show)
  if (view.auditor) query.set('auditor', view.auditor)
  if (view.team) query.set('team', view.team)
  if (view.state) query.set('state', view.state)
  if (view.search) query.set('search', view.search)
  if (view.sort && view.sort !== 'urgency') query.set('sort', view.sort)
  if (view.page && view.page > 1) query.set('page', String(view.page))
  if (view.isAllTicked) query.set('tick', 'all')
  return query.toString()
}

/** How an audit that left its round is called: by how it left. */
export const stateWords = (state: string, endingKind: string | null): string =>
  endingKind === 'not_done' ? 'Not done' : (auditStateLabels[state] ?? state)

export const hindranceWords: Readonly<Record<string, string>> = {
  nobody: 'Nobody has it',
  account_closed: 'The auditor’s account is closed',
  no_role: 'The auditor has no role that audits any more',
  exempt: 'The auditor is exempt from this round',
  own_team: 'The case is now in the auditor’s own team',
  team_closed: 'The team of the case is closed',
}

export const notDoneLabels: Readonly<Record<string, string>> = {
  sickness: 'The auditor was ill',
  left: 'The auditor left or moved to another post',
  leave: 'The auditor was on leave',
  workload: 'Other work came first',
  case_moved: 'The case closed or moved away',
  not_allocated: 'There was nobody to give it to',
  exempt: 'The auditor was exempt',
  other: 'Another reason',
}

export const caseName = (row: { caseReference: string | null; reference: string }): string =>
  row.caseReference === null ? `Audit ${row.reference}` : `Case ${row.caseReference}`
