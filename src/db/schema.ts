/**
 * The tables as TypeScript sees them: one interface a table, columns in snake_case as in SQL. Ids are UUIDv7 text,
 * instants ISO-8601 UTC text, dates YYYY-MM-DD text, booleans 0 or 1, JSON as text. The DDL is in migrations/.
 */
import type { Generated, Kysely } from 'kysely'
import type { Flag } from './columns.ts'

export type Db = Kysely<Tables>

export interface CouncilTable {
  /** `name`, `secret` (seals and CSRF), `demo` (present only in a demonstration database). */
  key: string
  value: string
}

export interface TeamTable {
  id: string
  name: string
  name_key: string
  parent_id: string | null
  kind: 'service' | 'team'
  opened_on: string | null
  closed_on: string | null
  /** 1: known only from imported history. */
  is_historical: Flag
}

/** Every team with itself and each team above it, so that "own team and below" is one join. */
export interface TeamPathTable {
  ancestor_id: string
  team_id: string
}

export interface PersonTable {
  id: string
  email: string
  email_key: string
  name: string
  /** As printed beside the name: "Team manager". */
  job_title: string
  team_id: string | null
  password_hash: string | null
  is_active: Flag
  created_at: string
}

export interface PersonRoleTable {
  person_id: string
  role: string
}

export interface SessionTable {
  id: string
  /** SHA-256 of the cookie's token; the token itself is nowhere. */
  token_hash: string
  person_id: string
  created_at: string
  seen_at: string
  expires_at: string
  ended_at: string | null
}

export interface PasswordLinkTable {
  token_hash: string
  person_id: string
  created_at: string
  expires_at: string
  used_at: string | null
}

export interface SignInFailureTable {
  /** `account:<email key>` or `address:<ip>`. */
  key: string
  failures: number
  first_at: string
}

/** One row a person, record and 15 minutes, so that a read is one event and not one a click. */
export interface ReadMarkTable {
  person_id: string
  subject_id: string
  period: string
}

export interface EventTable {
  number: number
  at: string
  type: string
  actor_kind: string
  actor_id: string | null
  subject_id: string
  details: string
  previous_hash: string
  hash: string
}

export interface EventHeadTable {
  id: number
  number: number
  hash: string
}

export interface RubricVersionTable {
  id: string
  rubric_key: string
  version: string
  title: string
  judgement: string | null
  scale: string
  /** Canonical JSON of the parsed rubric. */
  content: string
  /** SHA-256 of `content`: the identity of the version. */
  content_hash: string
  published_at: string
  published_by: string | null
}

export interface CaseFileTable {
  id: string
  reference: string
  reference_key: string
  service_status: string
  team_id: string | null
  worker_id: string | null
  iro_id: string | null
  /** Whole years at import. */
  age: number | null
  sex: string | null
  ethnicity_group: string | null
  disability: string | null
  /** JSON array of flag keys. */
  flags: Generated<string>
  status_started_on: string | null
  next_review_on: string | null
  created_at: string
  updated_at: string
}

export interface RoundTable {
  id: string
  name: string
  name_key: string
  kind: string
  window_from: string | null
  window_to: string | null
  due_on: string | null
  selection: string
  state: 'draft' | 'open' | 'closed'
  origin: 'product' | 'import'
  /** The date of the round: end of its window, or the latest audited_on when imported. */
  round_on: string
  created_by: string | null
  created_at: string
  opened_at: string | null
  closed_at: string | null
  revision: Generated<number>
}

export interface RoundRubricTable {
  round_id: string
  rubric_version_id: string
  position: number
}

export type AuditState =
  | 'to_allocate'
  | 'allocated'
  | 'in_progress'
  | 'submitted'
  | 'reopened'
  | 'withdrawn'
  | 'voided'

export interface AuditTable {
  id: string
  /** Unique in the council: made by the product, or the `audit_ref` of a results file. */
  reference: string
  reference_key: string
  round_id: string
  case_id: string | null
  /** As printed; kept beside the case for imported history without a case. */
  case_reference: string | null
  auditor_id: string | null
  /** Imported history only: the name as typed. */
  auditor_name: string | null
  state: AuditState
  origin: 'product' | 'import'
  own_team_reason: string | null
  due_on: string | null
  allocated_at: string | null
  started_at: string | null
  first_submitted_at: string | null
  submitted_at: string | null
  /** London date of the first submission, or the imported date. */
  audited_on: string | null
  reopened_at: string | null
  reopen_reason: string | null
  /** Of the case when it was first submitted; until then of the case as it is. */
  service_status: string | null
  team_id: string | null
  worker_id: string | null
  iro_id: string | null
  shared_at: string | null
  /** Kept with each save, so that lists need not count answers. */
  answered: Generated<number>
  to_answer: Generated<number>
  revision: Generated<number>
  /** 1 when its judgements are in the tallies. */
  is_counted: Generated<Flag>
  /** The import that made it, and the import that replaced it or whose undoing removed it. */
  import_id: string | null
  superseded_at: string | null
}

/** A theme of an audit; the row with theme `audit` is the audit grade. `common` has no grade. */
export interface AuditThemeTable {
  audit_id: string
  theme: string
  rubric_version_id: string | null
  position: number
  indicative_grade: string | null
  /** JSON array of plain sentences. */
  indicative_reasons: Generated<string>
  auditor_grade: string | null
  /** Why it differs from the indicative grade. */
  auditor_reason: string | null
  moderated_grade: string | null
  revision: Generated<number>
  saved_at: string | null
}

export interface AnswerTable {
  audit_id: string
  item_key: string
  theme: string
  /** `blank`: words were typed but nothing chosen yet. */
  state: 'blank' | 'answered' | 'not_applicable' | 'not_enough_evidence'
  /** Grade, yes/no, number as text, category key, JSON array of keys (multiple), or text. */
  value: string | null
  evidence: string
  /** Why not applicable, or why there is not enough evidence. */
  reason: string
  revision: number
  saved_at: string
  saved_by: string | null
}

export interface FindingTable {
  id: string
  audit_id: string
  kind: 'strength' | 'area'
  item_key: string | null
  words: string
  position: number
  revision: Generated<number>
  removed_at: string | null
}

/** Words that were submitted and then changed, kept as they were. */
export interface SupersededWordsTable {
  id: string
  audit_id: string
  /** `answer:<item>`, `theme:<theme>`, `finding:<id>`, `action:<id>`. */
  subject: string
  revision: number
  /** JSON of the row as it was. */
  content: string
  superseded_at: string
  superseded_by: string | null
}

export interface ActionTable {
  id: string
  audit_id: string
  item_key: string | null
  what: string
  intended_change: string
  owner_id: string | null
  due_on: string | null
  state: 'open' | 'done' | 'removed'
  done_note: string | null
  done_at: string | null
  done_by: string | null
  revision: Generated<number>
  created_at: string
  created_by: string | null
}

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
}

export interface Tables {
  council: CouncilTable
  team: TeamTable
  team_path: TeamPathTable
  person: PersonTable
  person_role: PersonRoleTable
  session: SessionTable
  password_link: PasswordLinkTable
  sign_in_failure: SignInFailureTable
  read_mark: ReadMarkTable
  event: EventTable
  event_head: EventHeadTable
  rubric_version: RubricVersionTable
  case_file: CaseFileTable
  round: RoundTable
  round_rubric: RoundRubricTable
  audit: AuditTable
  audit_theme: AuditThemeTable
  answer: AnswerTable
  finding: FindingTable
  superseded_words: SupersededWordsTable
  action: ActionTable
  judgement: JudgementTable
  tally_council: TallyCouncilTable
  tally_team: TallyTeamTable
  tally_hidden: TallyHiddenTable
  superseded_judgement: SupersededJudgementTable
  results_import: ResultsImportTable
}
