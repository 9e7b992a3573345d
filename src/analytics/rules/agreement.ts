/**
 * How far two graders of the same cases agree: in plain counts, and as one coefficient. Several graders or missing
 * grades are the business of krippendorff.ts. Formulas as in irrCAC (Gwet); domain.md §7.4.
 */
import { studentT } from './student-t.ts'

/** Counts by grade, rows the first grader (auditor), columns the second (moderator), both from best to worst. */
export type PairTable = readonly (readonly number[])[]

/** What part of an agreement a pair of grades is worth, 0 to 1; 1 on the diagonal. */
export type Weighting = 'none' | 'linear' | 'quadratic' | 'ordinal'

/** Chooses of n things two: the "steps" of Gwet's ordinal weights. */
const pairsOf = (n: number): number => (n * (n - 1)) / 2

/**
 * The weight of grades `i` and `j` of `q`. Linear 1 − |i−j|/(q−1); quadratic 1 − (i−j)²/(q−1)² (Fleiss and Cohen 1973);
 * ordinal 1 − C(|i−j|+1, 2)/C(q, 2) (Gwet 2014, "Handbook of Inter-Rater Reliability").
 */
export const weightOf = (weighting: Weighting, i: number, j: number, q: number): number => {
  const gap = Math.abs(i - j)
  if (gap === 0) return 1
  if (weighting === 'none' || q < 2) return 0
  if (weighting === 'linear') return 1 - gap / (q - 1)
  if (weighting === 'quadratic') return 1 - gap ** 2 / (q - 1) ** 2
  return 1 - pairsOf(gap + 1) / pairsOf(q)
}

type Cell = { readonly i: number; readonly j: number; readonly count: number }

const cellsOf = (table: PairTable): Cell[] =>
  table.flatMap((row, i) => row.map((count, j) => ({ i, j, count })))

const total = (cells: readonly { readonly count: number }[]): number =>
  cells.reduce((sum, { count }) => sum + count, 0)

const columnsOf = (table: PairTable): number[] =>
  table.map((_, j) => table.reduce((sum, row) => sum + (row[j] ?? 0), 0))

const rowsOf = (table: PairTable): number[] =>
  table.map((row) => row.reduce((sum, count) => sum + count, 0))

export type PlainAgreement = {
  /** Pairs. */
  readonly n: number
  /** As fractions. */
  readonly exact: number
  readonly withinOne: number
  /** How often the second grader was stricter, and how often milder. */
  readonly secondLower: number
  readonly secondHigher: number
}

/** Undefined where there is no pair: agreement of none is not 0%. */
export const plainAgreement = (table: PairTable): PlainAgreement | undefined => {
  const cells = cellsOf(table)
  const n = total(cells)
  if (n === 0) return undefined
  const where = (wanted: (cell: Cell) => boolean) => total(cells.filter(wanted))
  return {
    n,
    exact: where(({ i, j }) => i === j) / n,
    withinOne: where(({ i, j }) => Math.abs(i - j) <= 1) / n,
    secondLower: where(({ i, j }) => j > i),
    secondHigher: where(({ i, j }) => j < i),
  }
}

/** Weighted share of pairs that agree. */
const observed = (table: PairTable, weighting: Weighting): number => {
  const cells = cellsOf(table)
  return (
    cells.reduce(
      (sum, { i, j, count }) => sum + weightOf(weighting, i, j, table.length) * count,
      0
    ) / total(cells)
  )
}

/**
 * Cohen's kappa, weighted: (pa − pe)/(1 − pe), pe from both graders' own margins. Cohen (1960, 1968).
 * Undefined without pairs, and where chance explains everything (all pairs in one grade).
 */
export const weightedKappa = (
  table: PairTable,
  weighting: 'none' | 'linear' | 'quadratic' = 'none'
): number | undefined => {
  const n = total(cellsOf(table))
  if (n === 0) return undefined
  const rows = rowsOf(table)
  const columns = columnsOf(table)
  const expected =
    cellsOf(table).reduce(
      (sum, { i, j }) =>
        sum + weightOf(weighting, i, j, table.length) * (rows[i] ?? 0) * (columns[j] ?? 0),
      0
    ) /
    n ** 2
  if (1 - expected < 1e-12) return undefined
  return (observed(table, weighting) - expected) / (1 - expected)
}

export type GwetAgreement = {
  /** AC1 without weights, else AC2. At most 1. */
  readonly coefficient: number
  readonly standardError: number
  /** 95%, with t on n − 1 degrees of freedom; the upper end is cut to 1. Undefined for a single pair. */
  readonly interval: { readonly low: number; readonly high: number } | undefined
}

/**
 * Gwet's AC1 (no weights) or AC2: as kappa, but chance is pe = T/(q(q−1)) · Σ π(1−π) with the mean of both graders'
 * margins, so that it holds where most cases sit in two grades. The variance is that of irrCAC for an unlimited
 * population. Gwet (2008), British Journal of Mathematical and Statistical Psychology 61; Gwet (2014).
 * Undefined without pairs, or with fewer than two grades.
 */
export const gwetAgreement = (
  table: PairTable,
  weighting: Weighting = 'none'
): GwetAgreement | undefined => {
  const q = table.length
  const cells = cellsOf(table)
  const n = total(cells)
  if (n === 0 || q < 2) return undefined
  const rows = rowsOf(table)
  const columns = columnsOf(table)
  const mean = rows.map((row, k) => (row + (columns[k] ?? 0)) / (2 * n))
  const weights = cells.reduce((sum, { i, j }) => sum + weightOf(weighting, i, j, q), 0)
  const scaled = weights / (q * (q - 1))
  const chance = scaled * mean.reduce((sum, share) => sum + share * (1 - share), 0)
  const agreed = observed(table, weighting)
  const coefficient = (agreed - chance) / (1 - chance)
  const spread = cells.reduce((sum, { i, j, count }) => {
    const middle = ((mean[i] ?? 0) + (mean[j] ?? 0)) / 2
    const part = weightOf(weighting, i, j, q) - 2 * (1 - coefficient) * scaled * (1 - middle)
    return sum + (count / n) * part ** 2
  }, 0)
  const rest = (agreed - 2 * (1 - coefficient) * chance) ** 2
  // Perfect agreement leaves floating-point dust below nought.
  const standardError = Math.sqrt(Math.max(0, spread - rest) / (n * (1 - chance) ** 2))
  const half = n < 2 ? undefined : studentT(n - 1) * standardError
  return {
    coefficient,
    standardError,
    interval:
      half === undefined
        ? undefined
        : { low: Math.max(-1, coefficient - half), high: Math.min(1, coefficient + half) },
  }
}

const agreementBands = ['slight', 'fair', 'moderate', 'substantial', 'almost perfect'] as const
export type AgreementBand = (typeof agreementBands)[number]

/** Fewer pairs than this are given no word. */
const FEWEST_PAIRS_FOR_BAND = 20

/**
 * The word of Landis and Koch (1977, Biometrics 33) for a coefficient: fifths from 0, each with its lower end left out.
 * Undefined for under 20 pairs, and below nought, where agreement is less than chance.
 */
export const agreementBand = (coefficient: number, pairs: number): AgreementBand | undefined => {
  if (pairs < FEWEST_PAIRS_FOR_BAND || coefficient < 0) return undefined
  return agreementBands[Math.min(4, Math.max(0, Math.ceil(coefficient * 5 - 1e-9) - 1))]
}
