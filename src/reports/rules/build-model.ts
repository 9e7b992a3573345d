/** Figures to a report: its chapters in their order, those that are off left out. */

import { alertsFigures } from './alerts-chapter.ts'
import { changesFigures, pairsWith, verdictWords } from './changes-chapter.ts'
import { type ChapterFacts, counted, isNumber } from './chapter-facts.ts'
import {
  actionsFigures,
  coverageFigures,
  coverageYear,
  safetyBeside,
  safetyFigures,
} from './count-chapters.ts'
import { measuresFigures } from './measures-chapter.ts'
import { practiceFigures } from './practice-chapter.ts'
import { periodWords } from './quarter.ts'
import type { Report } from './report.ts'
import {
  type ChapterKey,
  chapterKeys,
  chapterTitles,
  type ModelChapter,
  type ModelFigure,
  type ReportModel,
} from './report-model.ts'

export type ModelHead = Pick<ReportModel, 'council' | 'title' | 'filters'>

const summaryFigures = (facts: ChapterFacts): ModelFigure[] => {
  const { rounds, periods } = facts.figures
  const done = rounds.total?.counts.done
  const audits = isNumber(done)
    ? `${counted(done, 'audit')} of ${counted(rounds.rows.length, 'round')} ${done === 1 ? 'was' : 'were'} completed in ${periodWords(periods.now)}.`
    : ''
  const pairs = pairsWith(facts, 'before')
  const changes =
    pairs.length === 0
      ? `Nothing that was audited had been audited in ${periodWords(periods.before)} too.`
      : `Compared with ${periodWords(periods.before)}: ${verdictWords(pairs).replace(/^./, (one) => one.toLowerCase())}`
  return [
    {
      key: 'summary',
      title: 'In short',
      proposed: [audits, changes].filter((words) => words !== '').join(' '),
      notes: [],
    },
  ]
}

const methodFigures = (facts: ChapterFacts): ModelFigure[] => [
  {
    key: 'method',
    title: 'Method',
    proposed: '',
    notes: [
      'Figures are the final grades of audits: the moderated grade where there is one, else the auditor’s. A round counts in the period in which its window ends, and is counted whole. Kinds of round are never added to each other.',
      'n is the number of judgements with a grade. Not applicable and not enough evidence are outside n.',
      'A 95% interval says how far the share could be from that of many more such audits (Wilson). A difference has an interval of its own (Newcombe); only where it leaves out nought is a change called one.',
      'Under 5 audits there are counts and no percentage; under 10 the sample is very small. Where nothing was audited, it says so: it is never 0%.',
      `Coverage looks at the rolling year from ${coverageYear(facts)}.`,
      ...(facts.audience === 'external'
        ? [
            'For readers outside the council: numbers from 1 to 5 are shown as c, and so is any figure that would give one away: sums, percentages, intervals and changes. What is missed least is left out: single grades before good or better and below good, rounds before the period. Where a share is not printed it is said between what it lies, as far as the printed numbers tell. A figure is given away when fewer than two whole numbers from 1 to 5 fit everything printed here. No child, case or member of staff is named.',
          ]
        : []),
    ],
  },
]

const chapters: Readonly<Record<ChapterKey, (facts: ChapterFacts) => ModelFigure[]>> = {
  summary: summaryFigures,
  practice: practiceFigures,
  changes: changesFigures,
  measures: measuresFigures,
  coverage: coverageFigures,
  actions: actionsFigures,
  safety: safetyFigures,
  alerts: alertsFigures,
  method: methodFigures,
}

const emptyWords: Readonly<Record<ChapterKey, string>> = {
  summary: 'No audits.',
  practice: 'No audits in this period.',
  changes:
    'Nothing audited in this period was audited in either of the periods it is compared with.',
  measures: 'No measures were answered in this period.',
  coverage: 'No audits in this year.',
  actions: 'No actions were set or fell due in this period.',
  safety: 'No safety notice was opened in this period.',
  alerts: 'No practice alert was raised or resolved in this period.',
  method: '',
}

/** Why a chapter has no figures. No notice is not the same as every child safe. */
const emptyWordsOf = (key: ChapterKey, facts: ChapterFacts): string =>
  [emptyWords[key], key === 'safety' ? safetyBeside(facts) : '']
    .filter((words) => words !== '')
    .join(' ')

/** Alerts are counted on the report's own day: outside, where they are no chapter, no file has them beside another's. */
const dataOf = (on: readonly ChapterKey[], { audience, figures }: ChapterFacts): Report => {
  const { alerts, ...others } = figures.data
  return alerts === undefined || (audience === 'external' && !on.includes('alerts'))
    ? others
    : figures.data
}

export const buildModel = (
  head: ModelHead,
  on: readonly ChapterKey[],
  facts: ChapterFacts
): ReportModel => ({
  ...head,
  period: facts.figures.periods.now,
  periodWords: periodWords(facts.figures.periods.now),
  audience: facts.audience,
  chapters: chapterKeys
    .filter((key) => on.includes(key))
    .map((key): ModelChapter => {
      const figures = chapters[key](facts)
      return {
        key,
        title: chapterTitles[key],
        figures,
        ...(figures.length === 0 ? { empty: emptyWordsOf(key, facts) } : {}),
      }
    }),
  data: dataOf(on, facts),
})
