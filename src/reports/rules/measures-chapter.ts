/** Measures of the rounds of the period: shares of yes with intervals, medians with their spread, choices. */
import { FEWEST_FOR_SHARE, isShareShown } from '../../analytics/rules/small-numbers.ts'
import { type ChapterFacts, itemTitle, suppressionNotes, themeTitle } from './chapter-facts.ts'
import { leastYesWords } from './least-yes.ts'
import type { CategoryMeasure, NumberMeasure, ReportMeasure, YesNoMeasure } from './report.ts'
import { sumId } from './report-ids.ts'
import type { Cell, ModelFigure } from './report-model.ts'
import { rangeWords, shareRangeWords } from './share-range.ts'
import { rangeNotes } from './two-groups.ts'

const isFew = ({ n }: ReportMeasure): boolean => n !== 'c' && !isShareShown(n)

/** Where the share is not printed: between what n and it lie. */
const yesCells = (facts: ChapterFacts, one: YesNoMeasure): Cell[] => {
  const { n, values, yes } = one
  const between = facts.figures.between?.get(sumId('measured', one))
  if (between) {
    const share = shareRangeWords(between, FEWEST_FOR_SHARE) ?? null
    return [rangeWords(between.n), values.yes, values.no, share, null, null]
  }
  const figures = isFew(one) ? [null, null, null] : [yes.percent, yes.low, yes.high]
  return [n, values.yes, values.no, ...figures]
}

const yesNo = (facts: ChapterFacts, some: readonly YesNoMeasure[]): ModelFigure => {
  const rows = some.map((one): Cell[] => [
    themeTitle(facts, one.theme),
    itemTitle(facts, one.theme, one.item),
    one.round,
    ...yesCells(facts, one),
  ])
  return {
    key: 'yes_no',
    title: 'Answered yes or no',
    proposed: lowest(facts, some),
    table: {
      caption: 'Measures answered yes or no',
      columns: [
        { title: 'Theme', kind: 'text' },
        { title: 'Measure', kind: 'text' },
        { title: 'Round', kind: 'text' },
        { title: 'n', kind: 'count' },
        { title: 'Yes', kind: 'count' },
        { title: 'No', kind: 'count' },
        { title: 'Share yes', kind: 'percent' },
        { title: '95% from', kind: 'share' },
        { title: '95% to', kind: 'share' },
      ],
      rows,
    },
    notes: [
      'Not applicable is outside n.',
      ...rangeNotes(rows.map((row) => row.slice(2))),
      ...suppressionNotes(rows),
    ],
  }
}

const lowest = (facts: ChapterFacts, some: readonly YesNoMeasure[]): string =>
  leastYesWords(
    some.filter(
      (one) => !isFew(one) && one.n !== 'c' && one.values.yes !== 'c' && one.yes.percent !== 'c'
    ),
    some.some((one) => one.n === 'c' || one.yes.percent === 'c'),
    (one) => itemTitle(facts, one.theme, one.item)
  )

const numbers = (facts: ChapterFacts, some: readonly NumberMeasure[]): ModelFigure => {
  const rows = some.map((one): Cell[] => [
    themeTitle(facts, one.theme),
    itemTitle(facts, one.theme, one.item),
    one.round,
    one.n,
    one.median,
    one.lowerQuartile,
    one.upperQuartile,
    one.min,
    one.max,
  ])
  return {
    key: 'number',
    title: 'Numbers',
    proposed: '',
    table: {
      caption: 'Measures that are numbers',
      columns: [
        { title: 'Theme', kind: 'text' },
        { title: 'Measure', kind: 'text' },
        { title: 'Round', kind: 'text' },
        { title: 'n', kind: 'count' },
        { title: 'Median', kind: 'count' },
        { title: 'Lower quartile', kind: 'count' },
        { title: 'Upper quartile', kind: 'count' },
        { title: 'Least', kind: 'count' },
        { title: 'Most', kind: 'count' },
      ],
      rows,
    },
    notes: suppressionNotes(rows),
  }
}

const categories = (facts: ChapterFacts, some: readonly CategoryMeasure[]): ModelFigure => {
  const rows = some.flatMap((one) =>
    Object.entries(one.values).map(([choice, count]): Cell[] => [
      themeTitle(facts, one.theme),
      itemTitle(facts, one.theme, one.item),
      one.round,
      one.n,
      choice.replace(/_/g, ' '),
      count,
      isFew(one) ? null : (one.percent[choice] ?? null),
    ])
  )
  return {
    key: 'category',
    title: 'Choices',
    proposed: '',
    table: {
      caption: 'Measures with choices',
      columns: [
        { title: 'Theme', kind: 'text' },
        { title: 'Measure', kind: 'text' },
        { title: 'Round', kind: 'text' },
        { title: 'n', kind: 'count' },
        { title: 'Choice', kind: 'text' },
        { title: 'Count', kind: 'count' },
        { title: 'Share', kind: 'percent' },
      ],
      rows,
    },
    notes: [
      'Where several choices could be given, they need not add up to n.',
      ...suppressionNotes(rows),
    ],
  }
}

export const measuresFigures = (facts: ChapterFacts): ModelFigure[] => {
  const { measures } = facts.figures.data
  const of = <Kind extends ReportMeasure['kind']>(kind: Kind) =>
    measures.filter((one): one is Extract<ReportMeasure, { kind: Kind }> => one.kind === kind)
  return [
    ...(of('yes_no').length === 0 ? [] : [yesNo(facts, of('yes_no'))]),
    ...(of('number').length === 0 ? [] : [numbers(facts, of('number'))]),
    ...(of('category').length === 0 ? [] : [categories(facts, of('category'))]),
  ]
}
