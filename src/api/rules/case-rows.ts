/** The rows of audits and actions. People are ids only; words are there only for tokens with the scope `text`. */
import { z } from 'zod'
import { type Columns, listed } from './flat-csv.ts'

const day = (description: string) => z.string().meta({ format: 'date', description })
const id = (description: string) => z.string().meta({ description })
const words = (description: string) => z.string().meta({ description })

const grades = {
  indicative: z
    .string()
    .nullable()
    .meta({ description: 'Computed from the answers; null for history.' }),
  auditor: z.string().meta({ description: 'The auditor’s own.' }),
  moderated: z.string().nullable().meta({ description: 'Null where nobody moderated it.' }),
  final: z.string().meta({ description: 'The moderated grade, else the auditor’s.' }),
}

const ofRound = {
  round: z.string().meta({ description: 'Name of the round.' }),
  roundId: id('Joins with distributions and measures.'),
  roundKind: z.string().meta({ description: 'For example learning, dip or thematic.' }),
  roundDate: day('By which rounds stand in order.'),
}

const ofPlace = {
  serviceStatus: z.string().nullable().meta({ description: 'When the audit was submitted.' }),
  team: z.string().nullable().meta({ description: 'Team of the case then; null where not known.' }),
  teamId: z.string().nullable().meta({ description: 'Stays when the team is renamed.' }),
}

export const auditRow = z
  .strictObject({
    id: id('Joins with actions and alerts.'),
    reference: z.string().meta({ description: 'Of the audit, as Plumbline shows it.' }),
    caseReference: z.string().nullable().meta({ description: 'Of the case system; never a name.' }),
    origin: z.enum(['product', 'import']),
    isReopened: z.boolean().meta({
      description: 'True while it is being corrected: it counts as last submitted, without words.',
    }),
    auditedOn: day('London date of the first submission.'),
    ...ofRound,
    ...ofPlace,
    auditorId: z
      .string()
      .nullable()
      .meta({ description: 'Of the auditor; no name ever comes out.' }),
    overall: z.strictObject(grades).nullable().meta({ description: 'The audit grade.' }),
    themes: z
      .array(z.strictObject({ theme: z.string(), ...grades }))
      .meta({ description: 'The theme grades, by key.' }),
    findings: z
      .array(
        z.strictObject({
          kind: z.enum(['strength', 'area']),
          item: z.string().nullable(),
          words: words('As the auditor wrote it.'),
        })
      )
      .optional()
      .meta({ description: 'Only with the scope text.' }),
    reasons: z
      .array(
        z.strictObject({
          theme: z.string(),
          words: words('Why the grade differs from the indicative one.'),
        })
      )
      .optional()
      .meta({ description: 'Only with the scope text.' }),
  })
  .meta({ id: 'Audit', description: 'One submitted or imported audit that counts.' })

export type AuditRow = z.output<typeof auditRow>

export const actionRow = z
  .strictObject({
    id: id('Of the action.'),
    auditId: id('Joins with audits.'),
    caseReference: z.string().nullable(),
    auditedOn: day('Of its audit.'),
    ...ofRound,
    ...ofPlace,
    theme: z
      .string()
      .nullable()
      .meta({ description: 'Of its item; null where it is about the whole.' }),
    item: z.string().nullable(),
    state: z.enum(['open', 'done']),
    isOverdue: z.boolean().meta({ description: 'Open, and its due date is past.' }),
    ownerId: z.string().nullable().meta({ description: 'Of its owner; no name ever comes out.' }),
    createdOn: day('London date.'),
    dueOn: day('Null where none was set.').nullable(),
    doneOn: day('Null while it is open.').nullable(),
    what: words('What is to be done; only with the scope text.').nullable().optional(),
    intendedChange: words('What should be different; only with the scope text.')
      .nullable()
      .optional(),
    doneNote: words('What was done; only with the scope text.').nullable().optional(),
  })
  .meta({ id: 'Action', description: 'One action of a counted audit; removed ones are left out.' })

export type ActionRow = z.output<typeof actionRow>

const finalOf = (row: AuditRow) =>
  Object.fromEntries(row.themes.map(({ theme, final }) => [theme, final]))

const wordsOf = (row: AuditRow, kind: 'strength' | 'area') =>
  (row.findings ?? []).flatMap((one) => (one.kind === kind ? [one.words] : [])).join('\n')

export const auditColumns = (withText: boolean): Columns<AuditRow> => ({
  id: (row) => row.id,
  reference: (row) => row.reference,
  case_reference: (row) => row.caseReference,
  origin: (row) => row.origin,
  is_reopened: (row) => row.isReopened,
  audited_on: (row) => row.auditedOn,
  round: (row) => row.round,
  round_id: (row) => row.roundId,
  round_kind: (row) => row.roundKind,
  round_date: (row) => row.roundDate,
  service_status: (row) => row.serviceStatus,
  team: (row) => row.team,
  team_id: (row) => row.teamId,
  auditor_id: (row) => row.auditorId,
  indicative: (row) => row.overall?.indicative,
  auditor: (row) => row.overall?.auditor,
  moderated: (row) => row.overall?.moderated,
  final: (row) => row.overall?.final,
  final_by_theme: (row) => listed(finalOf(row)),
  ...(withText
    ? {
        strengths: (row: AuditRow) => wordsOf(row, 'strength'),
        areas: (row: AuditRow) => wordsOf(row, 'area'),
        reasons: (row: AuditRow) =>
          (row.reasons ?? []).map((one) => `${one.theme}: ${one.words}`).join('\n'),
      }
    : {}),
})

export const actionColumns = (withText: boolean): Columns<ActionRow> => ({
  id: (row) => row.id,
  audit_id: (row) => row.auditId,
  case_reference: (row) => row.caseReference,
  audited_on: (row) => row.auditedOn,
  round: (row) => row.round,
  round_id: (row) => row.roundId,
  round_kind: (row) => row.roundKind,
  round_date: (row) => row.roundDate,
  service_status: (row) => row.serviceStatus,
  team: (row) => row.team,
  team_id: (row) => row.teamId,
  theme: (row) => row.theme,
  item: (row) => row.item,
  state: (row) => row.state,
  is_overdue: (row) => row.isOverdue,
  owner_id: (row) => row.ownerId,
  created_on: (row) => row.createdOn,
  due_on: (row) => row.dueOn,
  done_on: (row) => row.doneOn,
  ...(withText
    ? {
        what: (row: ActionRow) => row.what,
        intended_change: (row: ActionRow) => row.intendedChange,
        done_note: (row: ActionRow) => row.doneNote,
      }
    : {}),
})
