/** How the progress of a round can be looked at: grouped, filtered and sorted. Everything is in the address. */

export const groupings = ['auditor', 'team', 'state'] as const
export type Grouping = (typeof groupings)[number]

export const sortings = ['urgency', 'case', 'auditor', 'saved'] as const
export type Sorting = (typeof sortings)[number]

/** Where an audit stands today. The first wants a QA lead at once, the last nobody. */
export const standings = ['stuck', 'late', 'soon', 'later', 'done', 'left'] as const
export type Standing = (typeof standings)[number]

/** Audits due within so many days from today are due soon. */
export const SOON_DAYS = 7

export interface ProgressView {
  readonly by: Grouping
  readonly sort: Sorting
  /** `stuck`, `late`, `soon`, or `open`: everything that is not done. */
  readonly show: 'all' | 'open' | 'stuck' | 'late' | 'soon'
  /** A person's id, or `nobody`. */
  readonly auditor: string
  /** A team's id, or `none`. */
  readonly team: string
  readonly state: string
  readonly search: string
  readonly page: number
  /** All on the page are ticked: a link does it without a script. */
  readonly isAllTicked: boolean
}

/** Why nobody can do an audit as things are. In the order of what to look at first. */
export const hindrances = [
  'nobody',
  'account_closed',
  'no_role',
  'exempt',
  'own_team',
  'team_closed',
] as const
export type Hindrance = (typeof hindrances)[number]

export const hindranceWords: Readonly<Record<Hindrance, string>> = {
  nobody: 'Nobody has it',
  account_closed: 'The auditor’s account is closed',
  no_role: 'The auditor has no role that audits any more',
  exempt: 'The auditor is exempt from this round',
  own_team: 'The case is now in the auditor’s own team',
  team_closed: 'The team of the case is closed',
}

/** The address of a view; what is as at first is left out. */
export const progressAddress = (
  roundId: string,
  view: Partial<ProgressView>,
  saved?: string
): string => {
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
  if (saved) query.set('saved', saved)
  const address = `/rounds/${roundId}/progress`
  return query.size === 0 ? address : `${address}?${query}`
}
