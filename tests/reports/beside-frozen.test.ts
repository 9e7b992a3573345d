/**
 * Nobody who holds several reports for outside can work out a number from 1 to 5: tried on random rounds by the solver of
 * tests/support, which is given every printed sum of all of them.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Tally } from '../../src/analytics/rules/tally.ts'
import { buildReport } from '../../src/reports/rules/build-report.ts'
import { externalFigures } from '../../src/reports/rules/external-figures.ts'
import { lineStories } from '../../src/reports/rules/period-line.ts'
import { type PrintedSums, unpackSums } from '../../src/reports/rules/printed-sums.ts'
import { periodBefore, samePeriodLastYear } from '../../src/reports/rules/quarter.ts'
import type { Figure } from '../../src/reports/rules/report.ts'
import type { CountTable, ReportFigures } from '../../src/reports/rules/report-figures.ts'
import { grades } from '../../src/rubrics/rules/scale.ts'
import { type Equation, smallValues, type Unknown } from '../support/integer-solver.ts'

const ROUNDS = ['2026-04-29', '2026-07-29', '2026-10-29'].map((date, place) => ({
  ...{ id: `r${place}`, name: `Round ${place}`, kind: 'learning', date, selection: 'random' },
}))
const VALUES = [...grades, 'not_applicable', 'not_enough_evidence']

const NONE: CountTable = { rows: [], total: undefined }

/** A theme and an item of it. */
type Round = readonly (readonly number[])[]

const tallies = (rounds: readonly Round[]): Tally[] =>
  rounds.flatMap((lines, round) =>
    lines.flatMap((counts, line) =>
      counts.map((count, place) => ({
        ...{ theme: 'cp_plan', item: line === 0 ? null : 'cp.item', kind: 'grade' as const },
        ...{ roundId: `r${round}`, value: VALUES[place] ?? '', count },
      }))
    )
  )

const figuresOf = (
  rounds: readonly Round[],
  period: { from: string; to: string },
  frozen: readonly PrintedSums[]
): ReportFigures => {
  const periods = {
    now: period,
    before: periodBefore(period),
    yearAgo: samePeriodLastYear(period),
  }
  const all = tallies(rounds)
  const isNow = ({ date }: { date: string }) => date >= period.from && date <= period.to
  const now = new Set(ROUNDS.filter(isNow).map(({ id }) => id))
  const report = (isOwn: boolean) =>
    buildReport({
      ...{ from: null, to: null, items: [] },
      tallies: all.filter(({ roundId }) => now.has(roundId) === isOwn),
      rounds: ROUNDS.filter(({ id }) => now.has(id) === isOwn),
    })
  const sources = { tallies: all, rounds: ROUNDS, versions: new Map(), useOf: () => undefined }
  return {
    ...{ periods, stories: lineStories(sources, periods), smallestRound: 0 },
    ...{ actions: NONE, safety: NONE, teams: NONE, statuses: NONE, rounds: NONE },
    ...{ alerts: NONE, alertsResolved: NONE, data: report(true), context: report(false) },
    frozen: frozen.map((printed, place) => ({ number: place + 1, printed })),
  }
}

const PERIODS = [
  { from: '2026-04-01', to: '2026-06-30' },
  { from: '2026-04-01', to: '2027-03-31' },
  { from: '2026-07-01', to: '2026-12-31' },
]

/** A frozen report: what is kept of it for those after it, and what stands in its files. */
type File = {
  readonly printed: PrintedSums
  readonly stands: readonly { readonly value: Figure; readonly parts: readonly string[] }[]
}

const cellOf = (item: string | null, round: string, key: string): string =>
  ['cell', 'cp_plan', item ?? '', round, key].join('\u0000')

/** Read off the data and the lines as they are laid out, not off what is kept. */
const standsIn = ({ figures, print }: ReturnType<typeof externalFigures>): File['stands'] => [
  ...figures.data.distributions.flatMap(({ item, round, counts, ...entry }) => {
    const of = (keys: readonly string[]) => keys.map((key) => cellOf(item, round, key))
    return [
      ...Object.entries(counts).map(([key, value]) => ({ value, parts: of([key]) })),
      { value: entry.n, parts: of(Object.keys(counts)) },
      { value: entry.goodOrBetter?.count ?? 'c', parts: of(['outstanding', 'good']) },
      { value: entry.notApplicable, parts: of([' not applicable']) },
      { value: entry.notEnoughEvidence, parts: of([' not enough evidence']) },
    ]
  }),
  ...figures.stories.flatMap(({ lines }) =>
    Object.values(lines).flatMap((line) => {
      const shown = print(line)
      const of = (keys: readonly string[]) =>
        line.rounds.flatMap(({ name }) => keys.map((key) => cellOf(line.item, name, key)))
      return [
        ...Object.entries(shown.counts).map(([key, value]) => ({ value, parts: of([key]) })),
        { value: shown.n, parts: of(grades) },
        { value: shown.good?.count ?? 'c', parts: of(grades.slice(0, 2)) },
        { value: shown.below ?? 'c', parts: of(grades.slice(2)) },
      ]
    })
  ),
]

/** Reports one after another, as they are frozen. */
const freezeAll = (rounds: readonly Round[], isBlind: boolean): File[] => {
  const frozen: File[] = []
  for (const period of PERIODS) {
    const known = isBlind ? [] : frozen.map(({ printed }) => printed)
    const external = externalFigures(figuresOf(rounds, period, known))
    frozen.push({ printed: external.printed, stands: standsIn(external) })
  }
  return frozen
}

/** Small numbers of any of the files that fewer than two values fit. */
const attack = (rounds: readonly Round[], files: readonly File[]): string[] => {
  const truth = new Map<string, number>()
  for (const [round, lines] of rounds.entries()) {
    for (const [line, counts] of lines.entries()) {
      const keys = [...grades, ' not applicable', ' not enough evidence']
      for (const [place, key] of keys.entries()) {
        const item = line === 0 ? '' : 'cp.item'
        truth.set(cellOf(item, `Round ${round}`, key), counts[place] ?? 0)
      }
    }
  }
  const ids = [...truth.keys()]
  const isSmall = (count: number) => count >= 1 && count <= 5
  const unknowns = ids.map((id): Unknown => {
    const count = truth.get(id) ?? 0
    return isSmall(count) ? { low: 1, high: 5 } : { low: 0, high: 100 }
  })
  const placesOf = (parts: readonly string[]) => parts.map((id) => ids.indexOf(id))
  const equations = files.flatMap(({ stands }) =>
    stands.flatMap(({ value, parts }): Equation[] =>
      value === 'c' ? [] : [{ sum: value, places: placesOf(parts) }]
    )
  )
  const singles = ids.filter((id) => isSmall(truth.get(id) ?? 0)).map((id) => [id])
  const targets = [...singles, ...files.flatMap(({ printed }) => unpackSums(printed).kept)].map(
    placesOf
  )
  const printed = equations.filter(({ sum }) => isSmall(sum)).map(() => 'printed')
  const given = targets
    .filter((places) => smallValues(unknowns, equations, places).length < 2)
    .map((places) => places.map((place) => ids[place]).join(' + '))
  return [...printed, ...given]
}

const count = fc.oneof(
  { weight: 2, arbitrary: fc.constant(0) },
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 6 }) },
  { weight: 3, arbitrary: fc.integer({ min: 6, max: 20 }) }
)
const round = fc
  .tuple(
    fc.array(count, { minLength: 6, maxLength: 6 }),
    fc.array(count, { minLength: 6, maxLength: 6 })
  )
  .map((lines): Round => lines)

test('reports of a quarter, of the year and of its half leave two values for every small number', () => {
  fc.assert(
    fc.property(fc.tuple(round, round, round), (rounds) => {
      expect(attack(rounds, freezeAll(rounds, false))).toEqual([])
    }),
    { numRuns: 100, seed: 20260401 }
  )
})

test('the solver finds what reports that know nothing of each other give away', () => {
  const rounds: Round[] = [[[3, 14, 9, 8, 0, 0]], [[7, 12, 4, 9, 0, 0]], [[2, 15, 10, 8, 0, 0]]]
  expect(attack(rounds, freezeAll(rounds, false))).toEqual([])
  const blind = fc.sample(fc.tuple(round, round, round), { numRuns: 60, seed: 20260401 })
  expect(blind.some((one) => attack(one, freezeAll(one, true)).length > 0)).toBe(true)
})
