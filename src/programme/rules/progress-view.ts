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
  /** What was withdrawn or voided is listed too: in a round that is closed. */
  readonly withLeft: boolean
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
