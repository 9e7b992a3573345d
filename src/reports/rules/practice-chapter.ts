/** How practice is: for each theme its grades over the period with n and interval, a chart, and a proposed sentence. */
import { isShareShown } from '../../analytics/rules/small-numbers.ts'
import { fourGradeKey, type Scale } from '../../rubrics/rules/scale.ts'
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

const valuesOf = (scale: Scale) => scale.values.filter(({ isOutside }) => !isOutside)

const columnsOf = (scale: Scale): ModelColumn[] => [
  { title: 'What was graded', kind: 'text' },
  { title: 'n', kind: 'count' },
  ...valuesOf(scale).map(({ label }): ModelColumn => ({ title: label, kind: 'count' })),
  ...(scale.values.some(({ isPositive }) => isPositive)
    ? ([
        { title: scale.key === fourGradeKey ? 'Good or better' : 'Counts as good', kind: 'count' },
        { title: 'Share', kind: 'percent' },
        { title: '95% from', kind: 'share' },
        { title: '95% to', kind: 'share' },
      ] satisfies ModelColumn[])
    : []),
]

/** Of too few there are counts and no share. */
const shareCells = ({ n, good }: Pick<PrintedLine, 'n' | 'good'>): Cell[] => {
  if (!good) return []
  const isFew = n !== 'c' && !isShareShown(n)
  return [good.count, ...(isFew ? [null, null, null] : [good.percent, good.low, good.high])]
}

const rowOf = (label: string, line: PrintedLine, scale: Scale): Cell[] => [
  label,
  line.n,
  ...valuesOf(scale).map(({ key }) => line.counts[key] ?? 0),
  ...shareCells(line),
]

const chartOf = (facts: ChapterFacts, title: string, story: LineStory): ModelChart | undefined => {
  const scale = story.lines.now?.scale
  if (!scale?.isOrdered) return undefined
  const order: PeriodName[] = ['yearAgo', 'before', 'now']
  const bars = order.flatMap((name) => {
    const line = story.lines[name]
    if (!line) return []
    const printed = facts.print(line)
    const counts = valuesOf(scale).map((value) => ({ value, count: printed.counts[value.key] }))
    if (printed.n === 'c' || counts.some(({ count }) => count === 'c')) return []
    return [
      {
        label: periodWords(facts.figures.periods[name]),
        n: printed.n,
        parts: isShareShown(printed.n)
          ? counts.map(({ value, count }) => ({
              label: value.label,
              letter: value.letter,
              colour: value.colour,
              count: typeof count === 'number' ? count : 0,
            }))
          : [],
      },
    ]
  })
  if (!bars.some(({ parts }) => parts.length > 0)) return undefined
  const labels = valuesOf(scale).map(({ label }) => label.toLowerCase())
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

/** Wider ones say nothing. */
const WIDEST_SHARE = 0.2

/** Between which numbers those good or better are, from the counts that stand in the table beside it and nothing else. */
const betweenOf = ({ n, counts, good }: PrintedLine, scale: Scale) => {
  if (n === 'c' || good?.count !== 'c' || !isShareShown(n)) return undefined
  const shown = (isPositive: boolean): number =>
    valuesOf(scale)
      .filter((value) => value.isPositive === isPositive)
      .reduce((sum, { key }) => sum + (typeof counts[key] === 'number' ? counts[key] : 0), 0)
  const [low, high] = [shown(true), n - shown(false)]
  return high - low > n * WIDEST_SHARE ? undefined : { low, high }
}

export const sentenceOf = (facts: ChapterFacts, story: LineStory): string => {
  const line = story.lines.now
  if (!line) return ''
  return keySentence({
    noun: nounOf(story.theme, facts.themes.get(story.theme)?.title ?? story.theme),
    theme: themeWords(facts, story.theme),
    good: goodWords(line.scale),
    now: facts.print(line),
    between: betweenOf(facts.print(line), line.scale),
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
    const all = stories.flatMap((story) => {
      const line = story.lines.now
      if (!line || line.scale.key !== scale.key) return []
      return [rowOf(itemTitle(facts, story.theme, story.item), facts.print(line), scale)]
    })
    // A row of marks alone says no more than its name in a note.
    const rows = all.filter((row) => !isWithheld(row))
    return [
      {
        key: storyKey(head),
        title,
        proposed: head.item === null ? sentenceOf(facts, head) : '',
        chart: head.item === null ? chartOf(facts, title, head) : undefined,
        table:
          rows.length === 0
            ? undefined
            : {
                caption: `${title}: grades in ${periodWords(facts.figures.periods.now)}`,
                columns: columnsOf(scale),
                rows,
              },
        notes: [
          ...withheldNotes(all.filter(isWithheld)),
          ...sampleNote(head),
          ...cutNotes(facts, head),
          ...suppressionNotes(rows),
        ],
      },
    ]
  })
