/** An attempt on a printed report: which suppressed numbers from 1 to 5 somebody with the file alone can work out. */
import type { PeriodLine } from '../../src/reports/rules/period-line.ts'
import type { PrintLine } from '../../src/reports/rules/printed-line.ts'
import type { Figure } from '../../src/reports/rules/report.ts'
import type { CountTable, ReportFigures } from '../../src/reports/rules/report-figures.ts'
import { type Equation, smallValues, type Unknown } from '../support/integer-solver.ts'

export type PrintedFile = {
  /** As it really is: tells which suppressed numbers are from 1 to 5. */
  readonly truth: ReportFigures
  readonly figures: ReportFigures
  readonly print: PrintLine
}

/** More than any count of these tests. */
const MOST = 300

/** What the attacker writes down: every count is an unknown, and every printed number a sum of unknowns. */
const newSheet = () => {
  const unknowns: Unknown[] = []
  const equations: Equation[] = []
  const places = new Map<string, number>()
  const targets: { name: string; places: number[] }[] = []
  const place = (name: string): number => {
    const known = places.get(name)
    if (known !== undefined) return known
    places.set(name, unknowns.length)
    unknowns.push({ low: 0, high: MOST })
    return unknowns.length - 1
  }
  /** @param real the number as it is; only decides whether it is one that has to be kept */
  const write = (name: string, parts: readonly string[], shown: Figure, real: number) => {
    const own = parts.map(place)
    if (shown !== 'c') {
      if (shown >= 1 && shown <= 5) targets.push({ name: `${name} printed`, places: [] })
      equations.push({ places: own, sum: shown })
      return
    }
    const [only] = own
    const isSmall = real >= 1 && real <= 5
    // The attacker is told that it is from 1 to 5 where it is: more than the file says.
    if (isSmall && own.length === 1 && only !== undefined) unknowns[only] = { low: 1, high: 5 }
    if (isSmall) targets.push({ name, places: own })
  }
  /** A sum that is said to lie between two numbers: what it lacks of the higher is an unknown of its own. */
  const tell = (parts: readonly string[], { low, high }: { low: number; high: number }) => {
    unknowns.push({ low: 0, high: high - low })
    equations.push({ places: [...parts.map(place), unknowns.length - 1], sum: high })
  }
  return { unknowns, equations, targets, write, tell, placeOf: place }
}

type Sheet = ReturnType<typeof newSheet>

const OUTSIDE = ['notApplicable', 'notEnoughEvidence'] as const

const writeEntries = (sheet: Sheet, file: PrintedFile) => {
  const totals: { round: string; total: number; parts: string[] }[] = []
  for (const [index, entry] of file.figures.data.distributions.entries()) {
    const real = file.truth.data.distributions[index]
    if (!real) throw new Error('the truth has no such entry')
    const at = `${entry.item ?? ''}@${entry.round}`
    const keys = Object.keys(entry.counts)
    for (const key of keys) {
      sheet.write(
        `${at} ${key}`,
        [`${at} ${key}`],
        entry.counts[key] ?? 'c',
        Number(real.counts[key])
      )
    }
    for (const key of OUTSIDE)
      sheet.write(`${at} ${key}`, [`${at} ${key}`], entry[key], Number(real[key]))
    sheet.write(
      `${at} n`,
      keys.map((key) => `${at} ${key}`),
      entry.n,
      Number(real.n)
    )
    const good = ['outstanding', 'good'].map((key) => `${at} ${key}`)
    if (entry.goodOrBetter && real.goodOrBetter) {
      sheet.write(`${at} good`, good, entry.goodOrBetter.count, Number(real.goodOrBetter.count))
      // A percentage or a bound stands only beside its count and n, and so says no more than they do.
      if (
        entry.goodOrBetter.percent !== 'c' &&
        (entry.n === 'c' || entry.goodOrBetter.count === 'c')
      ) {
        sheet.targets.push({ name: `${at} share alone`, places: [] })
      }
    }
    totals.push({
      round: entry.round,
      total: [
        ...keys.map((key) => Number(real.counts[key])),
        ...OUTSIDE.map((key) => Number(real[key])),
      ].reduce((sum, one) => sum + one, 0),
      parts: [...keys, ...OUTSIDE].map((key) => `${at} ${key}`),
    })
  }
  return totals
}

const writeLine = (sheet: Sheet, file: PrintedFile, line: PeriodLine) => {
  const shown = file.print(line)
  const name = `${line.item ?? ''} ${line.period}`
  const over = (keys: readonly string[]) =>
    line.rounds.flatMap((round) => keys.map((key) => `${line.item ?? ''}@${round.name} ${key}`))
  const { distribution } = line
  const keys = Object.keys(distribution.counts)
  for (const key of keys) {
    sheet.write(
      `${name} ${key}`,
      over([key]),
      shown.counts[key] ?? 'c',
      distribution.counts[key] ?? 0
    )
  }
  sheet.write(`${name} n`, over(keys), shown.n, distribution.n)
  if (shown.good && distribution.goodOrBetter) {
    sheet.write(
      `${name} good`,
      over(['outstanding', 'good']),
      shown.good.count,
      distribution.goodOrBetter.count
    )
    const below = ['requires_improvement', 'inadequate']
    const real = distribution.n - distribution.goodOrBetter.count
    sheet.write(`${name} below`, over(below), shown.below ?? 'c', real)
    if (shown.between) {
      sheet.tell(over(['outstanding', 'good']), shown.between.good)
      sheet.tell(over(keys), shown.between.n)
    }
  }
}

const writeTable = (sheet: Sheet, name: string, shown: CountTable, real: CountTable) => {
  const columns = Object.keys(real.rows[0]?.counts ?? {})
  const cell = (row: string, column: string) => `${name} ${row} ${column}`
  for (const [index, row] of shown.rows.entries()) {
    const truth = real.rows[index]
    for (const column of columns) {
      sheet.write(
        cell(row.key, column),
        [cell(row.key, column)],
        row.counts[column] ?? 'c',
        Number(truth?.counts[column])
      )
    }
    sheet.write(
      `${name} ${row.key}`,
      columns.map((column) => cell(row.key, column)),
      row.total,
      Number(truth?.total)
    )
  }
  if (!shown.total || !real.total) return
  const keys = real.rows.map(({ key }) => key)
  for (const column of columns) {
    sheet.write(
      `${name} total ${column}`,
      keys.map((key) => cell(key, column)),
      shown.total.counts[column] ?? 'c',
      Number(real.total.counts[column])
    )
  }
  sheet.write(
    `${name} total`,
    keys.flatMap((key) => columns.map((column) => cell(key, column))),
    shown.total.total,
    Number(real.total.total)
  )
}

/** @returns names of numbers from 1 to 5 that are printed or that only one value fits; none in a sound report */
export const attack = (file: PrintedFile): string[] => {
  const sheet = newSheet()
  const totals = writeEntries(sheet, file)
  for (const story of file.figures.stories) {
    for (const line of Object.values(story.lines)) writeLine(sheet, file, line)
  }
  for (const name of ['rounds', 'teams', 'statuses', 'actions', 'safety'] as const) {
    writeTable(sheet, name, file.figures[name], file.truth[name])
  }
  // Lines of one round rest on the same audits: a total that one of them gives is that of all that are as many.
  const sums: Equation[] = [...sheet.equations]
  const names = new Map<string, number>()
  for (const { round, total } of totals) {
    const key = `${round} ${total}`
    names.set(key, (names.get(key) ?? 0) + 1)
  }
  for (const { round, total, parts } of totals) {
    if (total < 6 || (names.get(`${round} ${total}`) ?? 0) < 2) continue
    sums.push({ places: parts.map((part) => sheet.placeOf(part)), sum: total })
  }
  return sheet.targets.flatMap(({ name, places }) =>
    places.length === 0 || smallValues(sheet.unknowns, sums, places).length < 2 ? [name] : []
  )
}
