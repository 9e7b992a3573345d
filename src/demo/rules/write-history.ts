/**
 * The spreadsheet in which Aldermere kept its audits before it had this service: a results file as contracts.md §7 has
 * it, with the grades of themes and items and without a word of evidence.
 */
import { stringify } from 'csv-stringify/sync'
import { auditThemeKey, isCriterion, type Rubric } from '../../rubrics/rules/rubric.ts'
import { type Grade, grades } from '../../rubrics/rules/scale.ts'
import type { Chance } from './chance.ts'
import { people, teams } from './council.ts'
import { addDays, workingDayUpTo } from './days.ts'
import { type AuditPlan, planAudit } from './plan-audit.ts'
import type { DemoRound } from './programme.ts'

/** A team that was broken up before the present ones began. */
const FORMER_TEAM = 'Quayside team'

/** What the plan's form was called in the first of the rounds: a name that nobody has mapped to today's yet. */
const FORMER_THEME = { key: 'cin_plan', name: 'Child in need plans' } as const

const header = [
  'audit_ref',
  'round',
  'audited_on',
  'theme',
  'item',
  'grade',
  'moderated_grade',
  'case_ref',
  'service_status',
  'team',
  'auditor',
] as const

type Row = Readonly<Record<(typeof header)[number], string>>

const auditors = people.filter(({ roles }) => roles.includes('manager'))

/** One grade in nine was moderated to something else, mostly down. */
const moderated = (grade: Grade, chance: Chance): string =>
  chance.isTrue(0.11)
    ? (grades[Math.min(3, Math.max(1, grades.indexOf(grade) + chance.pick([1, 1, -1])))] ?? '')
    : ''

const rowsOf = (
  plan: AuditPlan,
  audit: Omit<Row, 'theme' | 'item' | 'grade' | 'moderated_grade'>,
  itemThemes: readonly Rubric[],
  chance: Chance
): Row[] => {
  const criteria = new Set(
    itemThemes.flatMap(({ items }) => items.filter(isCriterion).map(({ key }) => key))
  )
  return [
    ...plan.grades.map(({ theme, grade }) => ({
      ...audit,
      theme,
      item: '',
      grade,
      moderated_grade: theme === auditThemeKey ? '' : moderated(grade, chance),
    })),
    ...plan.answers
      .filter(({ itemKey }) => criteria.has(itemKey))
      .map(({ theme, itemKey, values }) => ({
        ...audit,
        theme,
        item: itemKey,
        grade: values
          .join('')
          .replace('not_applicable', 'n/a')
          .replace('not_enough_evidence', 'NE'),
        moderated_grade: '',
      })),
  ]
}

export interface HistoryInput {
  readonly rounds: readonly DemoRound[]
  readonly common: Rubric
  readonly rubrics: readonly Rubric[]
  /** How far along the four years a round stands. */
  readonly alongOf: (round: DemoRound) => number
}

/** @returns the text of the file */
export const writeHistory = (input: HistoryInput, chance: Chance): string => {
  const rows = input.rounds.flatMap((round, nth) => {
    const luck = chance.normal()
    let number = 0
    return Object.entries(round.draws).flatMap(([status, count]) =>
      Array.from({ length: count }).flatMap(() => {
        number += 1
        const own = input.rubrics.filter(
          ({ key, applies }) =>
            round.themes.includes(key) && applies.status?.some((each) => each === status)
        )
        const team = chance.pick(
          teams.filter(({ holds }) =>
            holds.some(([held, weight]) => held === status && weight > 15)
          )
        )
        const auditedOn = workingDayUpTo(addDays(round.windowTo, -chance.between(0, 18)))
        const plan = planAudit(
          {
            common: input.common,
            themes: own,
            standing: {
              along: input.alongOf(round),
              practice: team.practice,
              luck,
              worked: chance.normal(),
            },
            monthsInStatus: 6,
            age: 9,
            day: auditedOn,
          },
          chance
        )
        const audit = {
          audit_ref: `LA-${round.windowTo.slice(2, 4)}${round.windowTo.slice(5, 7)}-${String(number).padStart(2, '0')}`,
          round: round.name,
          audited_on: auditedOn,
          case_ref: String(chance.between(152_000, 182_999)),
          service_status: status,
          team: chance.isTrue(0.08) ? FORMER_TEAM : team.name,
          auditor: chance.pick(auditors).name,
        }
        const written = rowsOf(
          plan,
          audit,
          own.filter(({ applies }) => applies.status?.length === 1),
          chance
        )
        return nth > 0
          ? written
          : written.map((row) =>
              row.theme === FORMER_THEME.key && row.item === ''
                ? { ...row, theme: FORMER_THEME.name }
                : row
            )
      })
    )
  })
  return stringify(rows, { header: true, columns: [...header] })
}
