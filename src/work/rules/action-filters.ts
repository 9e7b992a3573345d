/** Which actions a list shows. */

export const actionShows = ['late', 'open', 'done'] as const
export type ActionShow = (typeof actionShows)[number]

export const actionShowLabels: Readonly<Record<ActionShow, string>> = {
  late: 'Past their due date',
  open: 'All that are open',
  done: 'Done',
}

export type ActionFilters = {
  readonly show: ActionShow
  /** A team's id, with the teams below it; empty for every team. */
  readonly team: string
}
