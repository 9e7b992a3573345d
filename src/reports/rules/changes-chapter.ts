/** What changed since the period before, and since the same months of last year: pairs, intervals and plain words. */
import { newcombe } from '../../analytics/rules/newcombe.ts'
import { fourPlaces } from '../../analytics/rules/round-half-up.ts'
import { FEWEST_FOR_SHARE } from '../../analytics/rules/small-numbers.ts'
import {
  type ChapterFacts,
  counted,
  storiesInOrder,
  storyTitle,
  suppressionNotes,
} from './chapter-facts.ts'
import type { LineStory, PeriodName } from './period-line.ts'
import { periodWords } from './quarter.ts'
import type { Cell, ModelFigure } from './report-model.ts'

type Earlier = Exclude<PeriodName, 'now'>

export type Pair = {
  readonly story: LineStory
  readonly cells: readonly Cell[]
  /** Undefined where one of the two has too few, or is suppressed. */
  readonly verdict: 'improved' | 'declined' | 'no clear change' | undefined
}

const NOT_SHOWN = 'Not shown'

const words = { improved: 'Improved', declined: 'Declined', 'no clear change': 'No clear change' }

/** Of the grades of themes, not of items: a page of pairs is over-read. */
export const pairsWith = (facts: ChapterFacts, earlier: Earlier): Pair[] =>
  storiesInOrder(facts).flatMap((story): Pair[] => {
    const { now, [earlier]: then } = story.lines
    if (story.item !== null || !now || !then) return []
    const [a, b] = [facts.print(then), facts.print(now)]
    if (!a.good || !b.good) return []
    const shares: Cell[] = [b.good.count, b.n, a.good.count, a.n]
    const title = storyTitle(facts, story)
    if (shares.includes('c')) {
      return [{ story, cells: [title, ...shares, 'c', 'c', 'c', NOT_SHOWN], verdict: undefined }]
    }
    const [k2, n2, k1, n1] = shares.map(Number)
    if (n1 === undefined || n2 === undefined || Math.min(n1, n2) < FEWEST_FOR_SHARE) {
      return [{ story, cells: [title, ...shares, null, null, null, 'Too few'], verdict: undefined }]
    }
    const change = newcombe({ k: k1 ?? 0, n: n1 }, { k: k2 ?? 0, n: n2 })
    const figures = [change.difference, change.low, change.high].map(fourPlaces)
    return [
      {
        story,
        cells: [title, ...shares, ...figures, words[change.verdict]],
        verdict: change.verdict,
      },
    ]
  })

/** Suppressed: there were audits enough, or not; the words do not say which. */
const isNotShown = ({ cells }: Pair): boolean => cells.at(-1) === NOT_SHOWN

/** `Of 12 comparisons, 2 improved, 1 declined and 9 show no clear change.` */
export const verdictWords = (pairs: readonly Pair[]): string => {
  const compared = pairs.filter(({ verdict }) => verdict !== undefined)
  const many = (verdict: Pair['verdict']) => pairs.filter((one) => one.verdict === verdict).length
  if (compared.length === 0) {
    return pairs.some(isNotShown)
      ? 'No comparison is shown, because it would give a small number away.'
      : 'Nothing had enough audits in both to be compared.'
  }
  const same = many('no clear change')
  return (
    `Of ${counted(compared.length, 'comparison')}, ${many('improved')} improved, ` +
    `${many('declined')} declined and ${same} ${same === 1 ? 'shows' : 'show'} no clear change.`
  )
}

const figureOf = (facts: ChapterFacts, earlier: Earlier, title: string): ModelFigure[] => {
  const pairs = pairsWith(facts, earlier)
  if (pairs.length === 0) return []
  const then = periodWords(facts.figures.periods[earlier])
  const now = periodWords(facts.figures.periods.now)
  const rows = pairs.map(({ cells }) => cells)
  return [
    {
      key: earlier,
      title,
      proposed: `Compared with ${then}: ${lower(verdictWords(pairs))}`,
      table: {
        caption: `Good or better in ${now} against ${then}`,
        columns: [
          { title: 'Theme', kind: 'text' },
          { title: 'Good or better', kind: 'count' },
          { title: 'n', kind: 'count' },
          { title: 'Was', kind: 'count' },
          { title: 'of n', kind: 'count' },
          { title: 'Difference', kind: 'points' },
          { title: '95% from', kind: 'points' },
          { title: '95% to', kind: 'points' },
          { title: 'In words', kind: 'text' },
        ],
        rows,
      },
      notes: [
        'A change is only called one where the 95% interval of the difference leaves out nought. “No clear change” may be chance.',
        ...suppressionNotes(rows),
      ],
    },
  ]
}

const lower = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

export const changesFigures = (facts: ChapterFacts): ModelFigure[] => [
  ...figureOf(facts, 'before', 'Since the period before'),
  ...figureOf(facts, 'yearAgo', 'Since the same months of last year'),
]
