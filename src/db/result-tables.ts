/** The tables of results: judgements, the counts kept of them, and imports. schema.ts has them in its list. */
/** The statistical facts of a submitted or imported audit: one row a judgement. `item` '' is the theme grade. */
export interface JudgementTable {
  audit_id: string
  theme: string
  item: string
  kind: 'grade' | 'yes_no' | 'number' | 'category'
  /** Final: the moderated value, else the auditor's. Several choices are joined with a line feed. */
  value: string
  auditor_value: string
  moderated_value: string | null
  round_id: string
  /** '' when not known, so that indexes can be led by them. */
  team_id: string
  service_status: string
  /** What was typed in the imported file, where a mapping has put today's name in its place. */
  typed_theme: string | null
  typed_item: string | null
}

/** Whole council by theme and item. */
export interface TallyCouncilTable {
  theme: string
  item: string
  round_id: string
  kind: string
  value: string
  count: number
}

/** The same under each service status; '' is not known. */
export interface TallyStatusTable extends TallyCouncilTable {
  service_status: string
}

/** By team, theme grades only. */
export interface TallyTeamTable {
  team_id: string
  theme: string
  round_id: string
  service_status: string
  value: string
  count: number
}

/**
 * Theme grades by group: by team, by status, and by what the child was known to be when the audit was first submitted.
 * `service_status` is '' in the dimensions team and status.
 */
export interface TallyGroupTable {
  dimension: 'team' | 'status' | 'age' | 'sex' | 'ethnicity' | 'disability'
  round_id: string
  theme: string
  group_key: string
  service_status: string
  value: string
  count: number
}

/** Criteria by team: how many answers on the four grades, and how many of them below good. */
export interface TallyItemTable {
  round_id: string
  theme: string
  item: string
  team_id: string
  graded: number
  weak: number
}

/**
 * Counts of judgement rows that are there but not counted: of an import being staged, or superseded and not yet moved.
 * Whoever counts judgement rows takes these off. Empty unless an import is at work.
 */
export interface TallyHiddenTable {
  import_id: string
  theme: string
  item: string
  round_id: string
  team_id: string
  service_status: string
  kind: string
  value: string
  count: number
}

/** Judgements of imported audits that were replaced or undone; nothing counts them. */
export interface SupersededJudgementTable {
  audit_id: string
  theme: string
  item: string
  kind: string
  value: string
  auditor_value: string
  moderated_value: string | null
  typed_theme: string | null
  typed_item: string | null
}

export interface ResultsImportTable {
  id: string
  file_name: string
  file_hash: string
  imported_by: string | null
  imported_at: string
  /** `staged`: at work, or stopped before it was switched in. */
  state: 'staged' | 'imported' | 'undone'
  audits: number
  judgements: number
  undone_by: string | null
  undone_at: string | null
  undo_reason: string | null
}

/** From which date on a theme's charts over time are measured anew, and why. One row a date that stands. */
export interface ChartBaselineTable {
  id: string
  theme: string
  /** London date: rounds of that date and later. */
  starts_on: string
  reason: string
  set_by: string | null
  set_at: string
  undone_by: string | null
  undone_at: string | null
}
