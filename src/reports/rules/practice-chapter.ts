/** How practice is: for each theme its grades over the period with n and interval, a chart, and a proposed sentence. */
import { isShareShown } from '../../analytics/rules/small-numbers.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'
import {
  type ChapterFacts,
  itemTitle,
  storiesInOrder,
  storyKey,
  storyTitle,
  suppressionNotes,
  themeWords,
} from './chapter-facts.ts'
import { keySentence } from './key-sentence.ts'
import type { LineStory, PeriodName } from './period-line.ts'
import { periodWords } from './quarter.ts'
import type { PrintedLine } from './report-figures.ts'
import type { Cell, ModelChart, ModelColumn, ModelFigure } from './report-model.ts'
import { goodWords, nounOf } from './report-words.ts'
import {
  goodTitle,
  isMostlyHidden,
  nCell,
  partsOf,
  rangeNotes,
  shareCells,
  twoColumns,
  twoNote,
  twoParts,
  twoRow,
} from './two-groups.ts'

const valuesOf = (scale: Scale) => scale.values.filter(({ isOutside }) => !isOutside)

const hasGood = (scale: Scale): boolean => scale.values.some(({ isPositive }) => isPositive)

const columnsOf = (scale: Scale): ModelColumn[] => [
  { title: 'What was graded', kind: 'text' },
  { title: 'n', kind: 'count' },
  ...valuesOf(scale).map(({ label }): ModelColumn => ({ title: label, kind: 'count' })),
  ...(hasGood(scale)
    ? ([
        { title: goodTitle(scale), kind: 'count' },
        { title: 'Share', kind: 'percent' },
        { title: '95% from', kind: 'share' },
        { title: '95% to', kind: 'share' },
      ] satisfies ModelColumn[])
    : []),
]

const rowOf = (label: string, line: PrintedLine, scale: Scale): Cell[] => [
  label,
  nCell(line),
  ...valuesOf(scale).map(({ key }) => line.counts[key] ?? 0),
  ...(line.good ? [line.good.count, ...shareCells(line)] : []),
]

const chartOf = (
  facts: ChapterFacts,
  title: string,
  story: LineStory,
  isInTwo: boolean
): ModelChart | undefined => {
  const scale = story.lines.now?.scale
  if (!scale?.isOrdered) return undefined
  const order: PeriodName[] = ['yearAgo', 'before', 'now']
  const bars = order.flatMap((name) => {
    const line = story.lines[name]
    if (!line) return []
    const printed = facts.print(line)
    const parts = isInTwo ? twoParts(printed, scale) : partsOf(printed, scale)
    if (printed.n === 'c' || parts === undefined) return []
    const label = periodWords(facts.figures.periods[name])
    return [{ label, n: printed.n, parts: isShareShown(printed.n) ? parts : [] }]
  })
  const [first] = bars.filter(({ parts }) => parts.length > 0)
  if (!first) return undefined
  const labels = first.parts.map(({ label }) => label.toLowerCase())
  return {
    title: `${title}, by period`,
    description: `A bar for each period, split by share: from the left ${labels.join(', ')}. The table has every figure of this period.`,
    bars,
  }
}

/** What it is compared with: the period before, or else the same months of the year before, said by name. */
const comparedWith = (facts: ChapterFacts, story: LineStory) => {
  const { before, yearAgo } = story.lines
  const { periods } = facts.figures
  if (before) return { before: facts.print(before), when: '' }
  if (yearAgo) return { before: facts.print(yearAgo), when: ` in ${periodWords(periods.yearAgo)}` }
  return { before: undefined, when: '' }
}

const cutNotes = (facts: ChapterFacts, story: LineStory): string[] =>
  story.cut.map((name) =>
    name === 'now'
      ? 'Rounds of this period that asked something else, or used another scale, are left out of this line.'
      : `${periodWords(facts.figures.periods[name])} is not compared where the questions or the scale have changed since.`
  )

export const sentenceOf = (facts: ChapterFacts, story: LineStory): string => {
  const line = story.lines.now
  if (!line) return ''
  return keySentence({
    noun: nounOf(story.theme, facts.themes.get(story.theme)?.title ?? story.theme),
    theme: themeWords(facts, story.theme),
    good: goodWords(line.scale),
    now: facts.print(line),
    between: facts.print(line).between,
    ...comparedWith(facts, story),
  })
}

const sampleNote = (story: LineStory): string[] =>
  story.lines.now?.isOfAllCases
    ? []
    : ['Of those audited: the cases were not all drawn at random, so nothing is said of all cases.']

/** Of a row nothing but its name may be printed. */
const isWithheld = ([, ...cells]: readonly Cell[]): boolean =>
  cells.length > 0 && cells.every((cell) => cell === 'c')

const withheldNotes = (rows: readonly (readonly Cell[])[]): string[] =>
  rows.length === 0
    ? []
    : [
        `Too few to publish, or a figure would give a small number away: ${rows.map(([name]) => name).join('; ')}.`,
      ]

/** A figure for each theme and kind of round. */
export const practiceFigures = (facts: ChapterFacts): ModelFigure[] =>
  [...Map.groupBy(storiesInOrder(facts), storyKey).values()].flatMap((stories): ModelFigure[] => {
    const head = stories.find(({ item }) => item === null) ?? stories[0]
    const scale = head?.lines.now?.scale
    if (!head || !scale) return []
    const title = storyTitle(facts, head)
    const told = stories.flatMap((story) => {
      const line = story.lines.now
      if (!line || line.scale.key !== scale.key) return []
      return [{ label: itemTitle(facts, story.theme, story.item), printed: facts.print(line) }]
    })
    const isInTwo =
      facts.audience === 'external' &&
      isMostlyHidden(
        told.map(({ printed }) => printed),
        scale
      )
    const all = told.map(({ label, printed }) =>
      isInTwo ? twoRow(label, printed) : rowOf(label, printed, scale)
    )
    // A row of marks alone says no more than its name in a note.
    const rows = all.filter((row) => !isWithheld(row))
    return [
      {
        key: storyKey(head),
        title,
        proposed: head.item === null ? sentenceOf(facts, head) : '',
        chart: head.item === null ? chartOf(facts, title, head, isInTwo) : undefined,
        table:
          rows.length === 0
            ? undefined
            : {
                caption: `${title}: grades in ${periodWords(facts.figures.periods.now)}`,
                columns: isInTwo ? twoColumns(scale) : columnsOf(scale),
                rows,
              },
        notes: [
          ...withheldNotes(all.filter(isWithheld)),
          ...sampleNote(head),
          ...cutNotes(facts, head),
          ...(isInTwo && rows.length > 0 ? [twoNote(scale)] : []),
          ...rangeNotes(rows),
          ...suppressionNotes(rows),
        ],
      },
    ]
  })
