/** The counts of a round's progress, made of the rows of one query: in all, by group, and what can be filtered by. */
import type { Grouping, Standing } from './progress-view.ts'

export interface CountRow {
  readonly auditorId: string | null
  readonly auditorName: string | null
  readonly teamId: string | null
  readonly teamName: string | null
  readonly state: string
  readonly standing: Standing
  readonly isLate: number
  readonly count: number
}

export interface Counts {
  readonly audits: number
  readonly submitted: number
  readonly late: number
  readonly soon: number
  readonly stuck: number
  /** Withdrawn or voided; not among the audits. */
  readonly left: number
  /** Of those that left, the voided ones. */
  readonly voided: number
  /** Among the audits and not submitted, yet counted in results as they were. */
  readonly reopened: number
}

export interface ProgressGroup extends Counts {
  /** An id, or a state; `''` for nobody and for no team. */
  readonly key: string
  readonly name: string
}

const sum = (rows: readonly CountRow[], isMeant: (row: CountRow) => boolean): number =>
  rows.reduce((total, row) => total + (isMeant(row) ? row.count : 0), 0)

export const countsOf = (rows: readonly CountRow[]): Counts => ({
  audits: sum(rows, ({ standing }) => standing !== 'left'),
  submitted: sum(rows, ({ standing }) => standing === 'done'),
  late: sum(rows, ({ isLate }) => isLate === 1),
  soon: sum(rows, ({ standing }) => standing === 'soon'),
  stuck: sum(rows, ({ standing }) => standing === 'stuck'),
  left: sum(rows, ({ standing }) => standing === 'left'),
  voided: sum(rows, ({ state }) => state === 'voided'),
  reopened: sum(rows, ({ state }) => state === 'reopened'),
})

const keyOf: Record<Grouping, (row: CountRow) => string> = {
  auditor: ({ auditorId }) => auditorId ?? '',
  team: ({ teamId }) => teamId ?? '',
  state: ({ state }) => state,
}

const nameOf: Record<Grouping, (row: CountRow) => string> = {
  auditor: ({ auditorName }) => auditorName ?? '',
  team: ({ teamName }) => teamName ?? '',
  state: ({ state }) => state,
}

const byName = (a: ProgressGroup, b: ProgressGroup): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : 0

/** What wants chasing comes first: what nobody can do, then what is late; equals by name. */
export const groupsOf = (rows: readonly CountRow[], by: Grouping): ProgressGroup[] =>
  [...Map.groupBy(rows, keyOf[by])]
    .map(([key, of]) => ({
      key,
      name: of.map(nameOf[by]).find((name) => name !== '') ?? '',
      ...countsOf(of),
    }))
    .toSorted((a, b) => b.stuck - a.stuck || b.late - a.late || byName(a, b))

/** What a filter offers, by name. */
export const choicesOf = (
  rows: readonly CountRow[],
  by: 'auditor' | 'team'
): { readonly id: string; readonly name: string }[] =>
  groupsOf(rows, by)
    .filter(({ key }) => key !== '')
    .toSorted(byName)
    .map(({ key, name }) => ({ id: key, name }))
