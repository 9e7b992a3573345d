/** The shapes of a results file: its columns, one row of it as read, and the rubrics it is read against. */

import type { JudgementKind } from '../../grading/rules/judgement.ts'
import type { RoundKind } from '../../rounds/rules/round-kind.ts'
import type { ServiceStatus } from '../../rubrics/rules/service-status.ts'

/** The columns of contracts.md §7, in any order in the file. */
export const COLUMNS = [
  'audit_ref',
  'round',
  'round_kind',
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

export type Column = (typeof COLUMNS)[number]

/** Without these no judgement can be read; `item` may be left out, then every row is a theme grade. */
export const REQUIRED_COLUMNS = ['audit_ref', 'round', 'audited_on', 'theme', 'grade'] as const

/** Bounds of one file; a larger history comes in several files. */
export const MOST_BYTES = 40 * 1024 * 1024
export const MOST_ROWS = 250_000
export const LONGEST_CELL = 300

/** An item that a rubric knows. `choices` only for a category. */
export type KnownItem = {
  key: string
  question: string
  kind: JudgementKind | 'text'
  choices?: readonly { key: string; label: string }[]
  multiple?: boolean
  /** No rubric has it: an earlier import kept it as typed. */
  history?: boolean
}

/** A theme with a rubric; `history` marks one that an earlier import kept without a rubric. */
export type KnownTheme = {
  key: string
  title: string
  items: readonly KnownItem[]
  history?: boolean
}

/** One judgement. `item: null` is the theme grade; `moderated` is null when nobody moderated it. */
export type ResultsRow = {
  line: number
  auditRef: string
  round: string
  roundKind: RoundKind
  auditedOn: string
  theme: string
  item: string | null
  /** The names of the file, where a mapping has put today's in their place. */
  typed: { readonly theme: string; readonly item: string | null } | null
  kind: JudgementKind
  /** A grade's key, yes or no, a number, or words; several choices are joined with a line feed. */
  value: string
  moderated: string | null
  caseRef: string | null
  serviceStatus: ServiceStatus | null
  team: string | null
  auditor: string | null
}
