/** Tables of counts that add up: audits by team, by status and by round, and safety notices by what became of them. */
import type { RoundFacts } from '../../analytics/rules/tally.ts'
import type { CountRow, CountTable } from './report-figures.ts'

/** Audits counted together. */
export type AuditsOf = {
  readonly roundId: string
  readonly teamId: string | null
  readonly status: string | null
  readonly isDone: boolean
  readonly count: number
}

const sum = (some: readonly AuditsOf[]): number =>
  some.reduce((total, { count }) => total + count, 0)

/** Internal counts are numbers; the total of no rows is nothing to print. */
const withTotal = (columns: readonly string[], rows: readonly CountRow[]): CountTable => {
  const add = (figures: readonly CountRow['total'][]) =>
    figures.reduce<number>((total, figure) => total + (figure === 'c' ? 0 : figure), 0)
  return {
    rows,
    total:
      rows.length === 0
        ? undefined
        : {
            key: 'total',
            label: 'Total',
            total: add(rows.map(({ total }) => total)),
            counts: Object.fromEntries(
              columns.map((column) => [column, add(rows.map(({ counts }) => counts[column] ?? 0))])
            ),
          },
  }
}

/** What a row of coverage counts: audits done in the period, and in the rest of the rolling year before it. */
export const coverageColumns = ['period', 'rest'] as const

/**
 * Audits done in the rolling year, by whatever `keyOf` names.
 * @param groups every group that should have been reached, with its label; others are added where they have audits
 */
export const coverageTable = (
  audits: readonly AuditsOf[],
  inPeriod: ReadonlySet<string>,
  groups: readonly { readonly key: string; readonly label: string }[],
  keyOf: (audit: AuditsOf) => string
): CountTable => {
  const done = Map.groupBy(
    audits.filter(({ isDone }) => isDone),
    keyOf
  )
  return withTotal(
    coverageColumns,
    groups.map(({ key, label }) => {
      const own = done.get(key) ?? []
      const period = sum(own.filter(({ roundId }) => inPeriod.has(roundId)))
      const total = sum(own)
      return { key, label, total, counts: { period, rest: total - period } }
    })
  )
}

export const roundColumns = ['done', 'not_done'] as const

export const roundsTable = (
  audits: readonly AuditsOf[],
  rounds: readonly RoundFacts[]
): CountTable => {
  const byRound = Map.groupBy(audits, ({ roundId }) => roundId)
  return withTotal(
    roundColumns,
    rounds.flatMap((round): CountRow[] => {
      const own = byRound.get(round.id) ?? []
      const total = sum(own)
      if (total === 0) return []
      const done = sum(own.filter(({ isDone }) => isDone))
      return [{ key: round.id, label: round.name, total, counts: { done, not_done: total - done } }]
    })
  )
}

/** Audits done in the round with the fewest; 0 where nothing is done. */
export const smallestRound = (audits: readonly AuditsOf[]): number => {
  const done = Map.groupBy(
    audits.filter(({ isDone }) => isDone),
    ({ roundId }) => roundId
  )
  return done.size === 0 ? 0 : Math.min(...[...done.values()].map(sum))
}

const safetyColumns = ['closed', 'decided', 'open'] as const

/** @param states of the notices opened in the period */
export const safetyTable = (states: readonly string[]): CountTable => ({
  rows: [
    {
      key: 'opened',
      label: 'Opened in this period',
      total: states.length,
      counts: Object.fromEntries(
        safetyColumns.map((column) => [column, states.filter((state) => state === column).length])
      ),
    },
  ],
  total: undefined,
})
