/** The rows of practice alerts. People are ids or not there at all; words only for tokens with the scope `text`. */
import { z } from 'zod'
import { alertKinds } from '../../alerts/rules/alert-kind.ts'
import { alertStates } from '../../alerts/rules/alert-workflow.ts'
import { ageBands } from '../../grading/rules/age-band.ts'
import type { Columns } from './flat-csv.ts'

const day = (description: string) => z.string().meta({ format: 'date', description })
const count = (description: string) => z.int().min(0).meta({ description })
const words = (description: string) => z.string().optional().meta({ description })

const raisedStates = alertStates.filter((state) => state !== 'draft')

export const alertRow = z
  .strictObject({
    id: z.string().meta({ description: 'Of the alert.' }),
    reference: z
      .string()
      .meta({ description: 'What it is called by, for example Alert 2026-0042.' }),
    number: z.int().min(1),
    kind: z.enum(alertKinds),
    isImmediate: z
      .boolean()
      .meta({ description: 'A child at immediate risk; outside the stages.' }),
    state: z.enum(raisedStates),
    stage: count('0 is no dispute.'),
    highestStage: count('The highest stage it ever reached.'),
    isOverdue: z
      .boolean()
      .meta({ description: 'Waits for an answer, and the date for it is past.' }),
    team: z.string().nullable().meta({ description: 'Of the first child when it was raised.' }),
    teamId: z.string().nullable(),
    serviceStatus: z.string().nullable().meta({ description: 'Of the first child then.' }),
    ageBand: z
      .enum(ageBands.map(({ key }) => key))
      .nullable()
      .meta({ description: 'Of the first child then; null where the age is not known.' }),
    caseReferences: z
      .array(z.string())
      .meta({ description: 'Of the case system, several for a sibling group; never names.' }),
    categories: z.array(z.string()).meta({ description: 'The council’s own, by their labels.' }),
    auditId: z.string().nullable().meta({ description: 'The audit that it came from, if any.' }),
    raisedOn: day('London date.'),
    expectedOn: day('By when an answer is due; null for good practice.').nullable(),
    formalOn: day('Day 0 of the days of a dispute; null where it was never formal.').nullable(),
    totalDueOn: day('The last of those days.').nullable(),
    respondedOn: day('When it was last answered.').nullable(),
    closedOn: day('Null while it is not closed.').nullable(),
    timesExtended: count('How often the date was moved.'),
    timesReopened: count('How often it was opened again.'),
    concern: words('Only with the scope text.'),
    impact: words('On the child; only with the scope text.'),
    asked: words('What is asked for; only with the scope text.'),
  })
  .meta({ id: 'Alert', description: 'One alert that was raised; drafts never.' })

export type AlertRow = z.output<typeof alertRow>

export const alertColumns = (withText: boolean): Columns<AlertRow> => ({
  id: (row) => row.id,
  reference: (row) => row.reference,
  number: (row) => row.number,
  kind: (row) => row.kind,
  is_immediate: (row) => row.isImmediate,
  state: (row) => row.state,
  stage: (row) => row.stage,
  highest_stage: (row) => row.highestStage,
  is_overdue: (row) => row.isOverdue,
  team: (row) => row.team,
  team_id: (row) => row.teamId,
  service_status: (row) => row.serviceStatus,
  age_band: (row) => row.ageBand,
  case_references: (row) => row.caseReferences.join('; '),
  categories: (row) => row.categories.join('; '),
  audit_id: (row) => row.auditId,
  raised_on: (row) => row.raisedOn,
  expected_on: (row) => row.expectedOn,
  formal_on: (row) => row.formalOn,
  total_due_on: (row) => row.totalDueOn,
  responded_on: (row) => row.respondedOn,
  closed_on: (row) => row.closedOn,
  times_extended: (row) => row.timesExtended,
  times_reopened: (row) => row.timesReopened,
  ...(withText
    ? {
        concern: (row: AlertRow) => row.concern,
        impact: (row: AlertRow) => row.impact,
        asked: (row: AlertRow) => row.asked,
      }
    : {}),
})
