/** The rows of distributions and measures: the report's own figures, each with the ids and dates that a table needs. */
import { z } from 'zod'
import type { ReportDistribution, ReportMeasure } from '../../reports/rules/report.ts'
import { fourGrade, fourGradeKey } from '../../rubrics/rules/scale.ts'

const count = z.int().min(0)
const fraction = z.number().min(0).max(1)
const percent = z.int().min(0).max(100)
const day = z.string().meta({ format: 'date' })

const figures = {
  theme: z.string().meta({ description: 'Key of the theme; `audit` is the overall grade.' }),
  themeTitle: z.string().meta({
    description: 'As pages name it: for charts. Join and filter by the key, which stays.',
  }),
  round: z.string().meta({ description: 'Name of the round.' }),
  roundId: z.string().meta({ description: 'Joins with audits and actions.' }),
  roundKind: z.string().meta({ description: 'Never put two kinds on one line of a chart.' }),
  roundDate: day.meta({ format: 'date', description: 'By which rounds stand in order.' }),
}

export const distributionRow = z
  .strictObject({
    ...figures,
    item: z.string().nullable().meta({ description: 'Key of the item; null is the theme grade.' }),
    itemTitle: z
      .string()
      .nullable()
      .meta({ description: 'As charts name it; null where item is.' }),
    scale: z.string().meta({ description: '`four_grade`, or the scale of the rubric.' }),
    n: z.int().min(1).meta({
      description:
        'Judgements with one of the values of the scale. Say it beside every percentage; under 20 one audit moves a share by more than 5 points.',
    }),
    counts: z
      .record(z.string(), count)
      .meta({ description: 'How many of each value, best first.' }),
    percent: z
      .record(z.string(), percent)
      .meta({ description: 'Whole numbers by largest remainder, so that they sum to 100.' }),
    notApplicable: count.meta({ description: 'Beside n, never in it.' }),
    notEnoughEvidence: count.meta({ description: 'Beside n, never in it.' }),
    outside: z
      .record(z.string(), count)
      .meta({ description: 'Other values that the scale counts beside n; mostly empty.' }),
    positive: z
      .array(z.string())
      .meta({ description: 'The values that count as good or better; empty where none does.' }),
    goodOrBetter: z
      .strictObject({
        count,
        percent,
        low: fraction.meta({ description: 'Of the 95% interval (Wilson), as a fraction.' }),
        high: fraction.meta({ description: 'Of the 95% interval (Wilson), as a fraction.' }),
      })
      .nullable()
      .meta({ description: 'Null where nothing on the scale counts as good.' }),
  })
  .meta({ id: 'Distribution', description: 'How one theme or item was graded in one round.' })

export type DistributionRow = z.output<typeof distributionRow>

const measured = {
  ...figures,
  item: z.string().meta({ description: 'Key of the item.' }),
  itemTitle: z.string().meta({ description: 'As charts name it.' }),
  n: z.int().min(1).meta({ description: 'How many answered; not applicable is outside.' }),
}

export const measureRow = z
  .discriminatedUnion('kind', [
    z.strictObject({
      ...measured,
      kind: z.literal('yes_no'),
      values: z.strictObject({ yes: count, no: count }),
      yes: z.strictObject({ percent, low: fraction, high: fraction }),
    }),
    z.strictObject({
      ...measured,
      kind: z.literal('number'),
      median: z.number().meta({ description: 'Half of the answers are at or below it.' }),
      lowerQuartile: z.number().meta({ description: 'Quartiles of type 7.' }),
      upperQuartile: z.number().meta({ description: 'Quartiles of type 7.' }),
      min: z.number().meta({ description: 'The smallest answer.' }),
      max: z.number().meta({ description: 'The largest answer.' }),
    }),
    z.strictObject({
      ...measured,
      kind: z.literal('category'),
      multiple: z
        .boolean()
        .meta({ description: 'True: several choices each, so nothing sums to n.' }),
      values: z.record(z.string(), count),
      percent: z.record(z.string(), percent),
    }),
  ])
  .meta({ id: 'Measure', description: 'What was counted or measured under one item in one round.' })

export type MeasureRow = z.output<typeof measureRow>

type Round = {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly date: string
}

/** Values of the four grades that count as good or better. */
const GOOD = fourGrade.values.flatMap(({ key, isPositive }) => (isPositive ? [key] : []))

const placed = (round: Round) => ({
  round: round.name,
  roundId: round.id,
  roundKind: round.kind,
  roundDate: round.date,
})

/** What keys are called: those of the newest version of a rubric; a key that no rubric has, as history has, is its own title. */
export type Titles = {
  readonly theme: (key: string) => string
  readonly item: (theme: string, key: string) => string
}

/** @param roundOf by name, which is unique */
export const toDistributionRows = (
  distributions: readonly ReportDistribution[],
  roundOf: ReadonlyMap<string, Round>,
  titles: Titles
): DistributionRow[] =>
  distributions.flatMap((one) => {
    const round = roundOf.get(one.round)
    if (!round) return []
    return distributionRow.parse({
      theme: one.theme,
      themeTitle: titles.theme(one.theme),
      item: one.item,
      itemTitle: one.item === null ? null : titles.item(one.theme, one.item),
      ...placed(round),
      scale: one.scale ?? fourGradeKey,
      n: one.n,
      counts: one.counts,
      percent: one.percent,
      notApplicable: one.notApplicable,
      notEnoughEvidence: one.notEnoughEvidence,
      outside: one.outside ?? {},
      positive: one.scale === undefined ? GOOD : (one.positive ?? []),
      goodOrBetter: one.goodOrBetter,
    })
  })

export const toMeasureRows = (
  measures: readonly ReportMeasure[],
  roundOf: ReadonlyMap<string, Round>,
  titles: Titles
): MeasureRow[] =>
  measures.flatMap((one) => {
    const round = roundOf.get(one.round)
    if (!round) return []
    const themeTitle = titles.theme(one.theme)
    const itemTitle = titles.item(one.theme, one.item)
    return measureRow.parse({ ...one, ...placed(round), themeTitle, itemTitle })
  })

/** Under which a row is found again whatever is added: nothing in it ever changes. */
const keyOfFigure = (row: {
  readonly theme: string
  readonly item: string | null
  readonly roundId: string
  readonly kind?: string
}): readonly string[] => [row.theme, row.item ?? '', row.kind ?? '', row.roundId]

const compare = (a: readonly string[], b: readonly string[]): number => {
  for (const [place, part] of a.entries()) {
    const other = b[place] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

/** The rows after a key, in the order of the keys. */
export const pageOfFigures = <Row extends Parameters<typeof keyOfFigure>[0]>(
  rows: readonly Row[],
  after: readonly string[] | undefined,
  limit: number
): { readonly rows: readonly Row[]; readonly next: readonly string[] | undefined } => {
  const keyed = rows
    .map((row) => ({ row, key: keyOfFigure(row) }))
    .filter(({ key }) => after === undefined || compare(key, after) > 0)
    .toSorted((a, b) => compare(a.key, b.key))
  const page = keyed.slice(0, limit)
  return {
    rows: page.map(({ row }) => row),
    next: keyed.length > limit ? page.at(-1)?.key : undefined,
  }
}
