/** What a change of judgements does to the roll-ups by group and by item; writing it is for store.ts. */
import { isGrade } from '../../rubrics/rules/scale.ts'
import { type AgeBand, ageBandOf } from './age-band.ts'
import type { CountedRow, TeamChange } from './tally-changes.ts'

/** What the child was when the audit was first submitted; null is not known. */
export type ChildFacts = {
  readonly age: number | null
  readonly sex: string | null
  readonly ethnicity: string | null
  readonly disability: string | null
}

/** By what theme grades are counted beside theme and round. */
export const dimensions = ['team', 'status', 'age', 'sex', 'ethnicity', 'disability'] as const
export type Dimension = (typeof dimensions)[number]

/** `serviceStatus` is '' in the dimensions team and status, which have no further part. */
export type GroupChange = {
  readonly dimension: Dimension
  readonly roundId: string
  readonly theme: string
  readonly groupKey: string
  readonly serviceStatus: string
  readonly value: string
  readonly change: number
}

/** Answers on the four grades, and how many of them were below good. */
export type ItemChange = Pick<CountedRow, 'roundId' | 'theme' | 'item' | 'teamId'> & {
  readonly graded: number
  readonly weak: number
}

const isWeak = (value: string): boolean =>
  value === 'requires_improvement' || value === 'inadequate'

/** Sums what has one key and sorts by it: writers that lock rows in one order cannot deadlock. */
const summed = <Row>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  add: (sum: Row, row: Row) => Row
): Row[] => {
  const byKey = new Map<string, Row>()
  for (const row of rows) {
    const key = keyOf(row)
    const sum = byKey.get(key)
    byKey.set(key, sum === undefined ? row : add(sum, row))
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}

const addedUp = (changes: readonly GroupChange[]): GroupChange[] =>
  summed(
    changes,
    (row) =>
      [row.dimension, row.roundId, row.theme, row.groupKey, row.serviceStatus, row.value].join(
        '\u0000'
      ),
    (sum, row) => ({ ...sum, change: sum.change + row.change })
  ).filter(({ change }) => change !== 0)

/** By team whatever the status, and by status whatever the team. */
export const groupChanges = (team: readonly TeamChange[]): GroupChange[] =>
  addedUp(
    team.flatMap(({ teamId, serviceStatus, ...row }): GroupChange[] => [
      { ...row, dimension: 'team', groupKey: teamId, serviceStatus: '' },
      { ...row, dimension: 'status', groupKey: serviceStatus, serviceStatus: '' },
    ])
  )

const groupsOf = (child: ChildFacts): { dimension: Dimension; groupKey: string }[] => {
  const band: AgeBand | null = child.age === null ? null : ageBandOf(child.age)
  const known = {
    age: band,
    sex: child.sex,
    ethnicity: child.ethnicity,
    disability: child.disability,
  }
  return (['age', 'sex', 'ethnicity', 'disability'] as const).flatMap((dimension) => {
    const groupKey = known[dimension]
    return groupKey === null ? [] : [{ dimension, groupKey }]
  })
}

/** By what the child is known to be; what is not known is what is left of the status's count. */
export const childChanges = (team: readonly TeamChange[], child: ChildFacts): GroupChange[] =>
  addedUp(
    groupsOf(child).flatMap((group) =>
      team.map(({ teamId: _, ...row }): GroupChange => ({ ...row, ...group }))
    )
  )

/** Criteria on the four grades only: on other scales nothing is said to be below good. */
export const itemChanges = (
  rows: readonly { readonly row: CountedRow; readonly by: number }[]
): ItemChange[] =>
  summed(
    rows.flatMap(({ row, by }): ItemChange[] =>
      row.item === '' || row.kind !== 'grade' || !isGrade(row.value)
        ? []
        : [
            {
              roundId: row.roundId,
              theme: row.theme,
              item: row.item,
              teamId: row.teamId,
              graded: by,
              weak: isWeak(row.value) ? by : 0,
            },
          ]
    ),
    (row) => [row.roundId, row.theme, row.item, row.teamId].join('\u0000'),
    (sum, row) => ({ ...sum, graded: sum.graded + row.graded, weak: sum.weak + row.weak })
  ).filter(({ graded, weak }) => graded !== 0 || weak !== 0)
