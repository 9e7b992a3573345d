/** Coverage, actions and safety notices: counts that add up, each with the sentence proposed for it. */
import {
  type ChapterFacts,
  counted,
  isNumber,
  itemTitle,
  suppressionNotes,
} from './chapter-facts.ts'
import { periodWords, rollingYear } from './quarter.ts'
import type { CountRow, CountTable } from './report-figures.ts'
import type { Cell, ModelFigure, ModelTable } from './report-model.ts'
import { shortDate } from './report-words.ts'

const cells = (row: CountRow, columns: readonly string[]): Cell[] => [
  row.label,
  row.total,
  ...columns.map((column) => row.counts[column] ?? 0),
]

export const tableOf = (
  caption: string,
  first: string,
  total: string,
  columns: Readonly<Record<string, string>>,
  { rows, total: sums }: CountTable
): ModelTable => ({
  caption,
  columns: [
    { title: first, kind: 'text' },
    { title: total, kind: 'count' },
    ...Object.values(columns).map((title) => ({ title, kind: 'count' as const })),
  ],
  rows: [...rows, ...(sums === undefined ? [] : [sums])].map((row) =>
    cells(row, Object.keys(columns))
  ),
})

const coverageColumns = { period: 'In this period', rest: 'Earlier in the year' }

const missing = (table: CountTable): string[] =>
  table.rows.flatMap(({ label, total }) => (total === 0 ? [label] : []))

/** `Not reached: North 2, North 3 and 4 others.` */
const gapWords = (gaps: readonly string[], what: string): string => {
  if (gaps.length === 0) return `Every ${what} has been reached.`
  const some = gaps.slice(0, 6)
  const rest = gaps.length - some.length
  return `Not reached: ${some.join(', ')}${rest > 0 ? ` and ${counted(rest, 'other')}` : ''}.`
}

export const coverageFigures = (facts: ChapterFacts): ModelFigure[] => {
  const { teams, statuses, rounds, periods } = facts.figures
  const year = `In the year to ${shortDate(periods.now.to)}`
  const covered = (key: string, title: string, what: string, table: CountTable): ModelFigure => {
    // Left out for readers outside: it then says nothing of who was reached, either.
    if (table.rows.length === 0) {
      return { key, title: `By ${what}`, proposed: '', notes: ['Not shown for this period.'] }
    }
    const shown = tableOf(
      `${title}: audits in the year to ${shortDate(periods.now.to)}`,
      title,
      'Audits',
      coverageColumns,
      table
    )
    return {
      key,
      title: `By ${what}`,
      proposed: `${year}: ${gapWords(missing(table), what).replace(/^./, (one) => one.toLowerCase())}`,
      table: shown,
      notes: suppressionNotes(shown.rows),
    }
  }
  const done = rounds.total?.counts.done
  const all = rounds.total?.total
  const roundTable = tableOf(
    `Rounds of ${periodWords(periods.now)}`,
    'Round',
    'Audits',
    { done: 'Done', not_done: 'Not done' },
    rounds
  )
  return [
    ...(rounds.rows.length === 0
      ? []
      : [
          {
            key: 'rounds',
            title: 'Audits done',
            proposed:
              isNumber(done) && isNumber(all)
                ? `${counted(all, 'audit')} ${all === 1 ? 'was' : 'were'} asked for in ${counted(rounds.rows.length, 'round')}; ${done} ${done === 1 ? 'is' : 'are'} done.`
                : '',
            table: roundTable,
            notes: suppressionNotes(roundTable.rows),
          },
        ]),
    covered('teams', 'Team', 'team', teams),
    covered('statuses', 'Service status', 'service status', statuses),
  ]
}

/** What the rolling year of the coverage is, for the method note. */
export const coverageYear = (facts: ChapterFacts): string => {
  const { from, to } = rollingYear(facts.figures.periods.now.to)
  return `${shortDate(from)} to ${shortDate(to)}`
}

export const actionsFigures = (facts: ChapterFacts): ModelFigure[] => {
  const { actions } = facts.figures
  if (actions.rows.every(({ total }) => total === 0)) return []
  const table = tableOf(
    `Actions, as at ${shortDate(facts.today)}`,
    'Actions',
    'n',
    {
      in_time: 'Done in time',
      late: 'Done late',
      overdue: 'Open and late',
      open: 'Open, not yet due',
    },
    actions
  )
  const sentences = actions.rows.flatMap(({ key, total, counts }) => {
    const { in_time: inTime, late, overdue } = counts
    if (!isNumber(total) || total === 0) return []
    const start =
      key === 'set'
        ? `${counted(total, 'action')} ${total === 1 ? 'was' : 'were'} set in this period`
        : `Of ${counted(total, 'action')} set before and due in it`
    const parts =
      isNumber(inTime) && isNumber(late) && isNumber(overdue)
        ? `${inTime + late} ${inTime + late === 1 ? 'is' : 'are'} done, ${late} of them late, and ${overdue} ${overdue === 1 ? 'is' : 'are'} open and late`
        : undefined
    return [parts === undefined ? `${start}.` : `${start}${key === 'set' ? ': ' : ', '}${parts}.`]
  })
  return [
    {
      key: 'actions',
      title: 'Actions',
      proposed: sentences.join(' '),
      table,
      notes: suppressionNotes(table.rows),
    },
  ]
}

type BesideFacts = Pick<ChapterFacts, 'themes'> & {
  readonly figures: { readonly data: Pick<ChapterFacts['figures']['data'], 'measures'> }
}

const SAFE_NOW = 'common.safe_now'

/**
 * What the rounds of the period answered to whether the child is safe, beside notices: the one is counted by round, the other
 * by the day on which it was opened, and loaded results open none.
 */
export const safetyBeside = (facts: BesideFacts): string => {
  const asked = facts.figures.data.measures.flatMap((one) =>
    one.item === SAFE_NOW && one.kind === 'category' ? [one] : []
  )
  const all = (answer: string) => asked.map(({ values }) => values[answer] ?? 0)
  const unsure = [...all('no'), ...all('cannot_tell')]
  const first = asked[0]
  if (!first || unsure.every((figure) => figure === 0)) return ''
  const sum = (answer: string) => all(answer).reduce<number>((to, one) => to + Number(one), 0)
  const title = itemTitle(facts, first.theme, first.item)
  const answers = unsure.every(isNumber)
    ? `In the rounds of this period “${title}” was answered no in ${counted(sum('no'), 'audit')} and “cannot tell” in ${sum('cannot_tell')}. `
    : ''
  return `${answers}A notice counts on the day on which its answer is given in an audit here, which may be in another period than that of its round; results that were loaded open none.`
}

export const safetyFigures = (facts: ChapterFacts): ModelFigure[] => {
  const { safety } = facts.figures
  const opened = safety.rows[0]?.total ?? 0
  if (opened === 0) return []
  const table = tableOf(
    `Safety notices, as at ${shortDate(facts.today)}`,
    'Safety notices',
    'n',
    { closed: 'Closed', decided: 'Decided', open: 'Not decided yet' },
    safety
  )
  const open = safety.rows[0]?.counts.open
  return [
    {
      key: 'notices',
      title: 'Safety notices',
      proposed: isNumber(opened)
        ? `${counted(opened, 'audit')} found a child who might not be safe${isNumber(open) ? `; ${open} of the notices ${open === 1 ? 'is' : 'are'} not decided yet` : ''}.`
        : '',
      table,
      notes: [safetyBeside(facts), ...suppressionNotes(table.rows)].filter((note) => note !== ''),
    },
  ]
}
