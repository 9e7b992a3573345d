/**
 * The tables as TypeScript sees them: one interface a table, columns in snake_case as in SQL. Ids are UUIDv7 text,
 * instants ISO-8601 UTC text, dates YYYY-MM-DD text, booleans 0 or 1, JSON as text. The DDL is in migrations/.
 */
import type { Generated, Kysely } from 'kysely'
import type { AlertRegisterTables } from './alert-register-tables.ts'
import type { AlertTables } from './alert-tables.ts'
import type { ApiTables } from './api-tables.ts'
import type {
  ActionTable,
  AnswerTable,
  AuditTable,
  AuditThemeTable,
  FindingTable,
  SupersededWordsTable,
} from './audit-tables.ts'
import type {
  AuditCopyTable,
  AuditNoteTable,
  CalendarFeedTable,
  CaseCopyTable,
  NotANameTable,
} from './auditor-tables.ts'
import type { Flag } from './columns.ts'
import type { HistoryMappingTable, StagedPartTable, StagedUploadTable } from './history-tables.ts'
import type { MailTables } from './mail-tables.ts'
import type { JobRunTable, NoticeTable, SettingTable } from './notice-tables.ts'
import type {
  AuditCarryOverTable,
  AuditEndingTable,
  DueDateChangeTable,
  HandOverTable,
  ReminderTable,
  RoundExemptionTable,
} from './programme-tables.ts'
import type { ReportTables } from './report-tables.ts'
import type {
  ChartBaselineTable,
  JudgementTable,
  ResultsImportTable,
  SupersededJudgementTable,
  TallyCouncilTable,
  TallyGroupTable,
  TallyHiddenTable,
  TallyItemTable,
  TallyStatusTable,
  TallyTeamTable,
} from './result-tables.ts'
import type { RubricTables } from './rubric-tables.ts'
import type { SafetyTables } from './safety-tables.ts'

export type Db = Kysely<Tables>

export interface CouncilTable {
  /** `name`, `secret` (seals and CSRF), `demo` (only in a demonstration database), `audit_number`, `alert_number` and `report_number` (the last ones given). */
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
  revision: Generated<number>
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
  /** The name as it is searched: `toKey` of it. */
  name_key: string
  /** When the account was closed; null while it is open. */
  left_at: string | null
  revision: Generated<number>
}

/** In which team a person was since when; null for none. The newest is where they are. */
export interface TeamMembershipTable {
  id: string
  person_id: string
  team_id: string | null
  /** London date. */
  since_on: string
  recorded_at: string
  recorded_by: string | null
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
  closed_by: string | null
  revision: Generated<number>
}

export interface RoundRubricTable {
  round_id: string
  rubric_version_id: string
  position: number
}

export interface Tables
  extends RubricTables,
    SafetyTables,
    AlertTables,
    AlertRegisterTables,
    ApiTables,
    MailTables,
    ReportTables {
  council: CouncilTable
  team: TeamTable
  team_path: TeamPathTable
  person: PersonTable
  person_role: PersonRoleTable
  team_membership: TeamMembershipTable
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
  tally_status: TallyStatusTable
  tally_hidden: TallyHiddenTable
  tally_group: TallyGroupTable
  tally_item: TallyItemTable
  chart_baseline: ChartBaselineTable
  superseded_judgement: SupersededJudgementTable
  results_import: ResultsImportTable
  audit_copy: AuditCopyTable
  case_copy: CaseCopyTable
  audit_note: AuditNoteTable
  not_a_name: NotANameTable
  calendar_feed: CalendarFeedTable
  audit_ending: AuditEndingTable
  audit_carry_over: AuditCarryOverTable
  due_date_change: DueDateChangeTable
  round_exemption: RoundExemptionTable
  hand_over: HandOverTable
  reminder: ReminderTable
  staged_upload: StagedUploadTable
  staged_part: StagedPartTable
  history_mapping: HistoryMappingTable
  notice: NoticeTable
  setting: SettingTable
  job_run: JobRunTable
}
