/** The tables of an audit and what is written in it, as schema.ts has them in its list. */
import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

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
  /** Who had it before, when it went from one auditor to another. */
  previous_auditor_id: string | null
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
  /** Of the child when it was first submitted; null is not known, as it is of everything imported. */
  child_age: number | null
  child_sex: string | null
  child_ethnicity: string | null
  child_disability: string | null
  shared_at: string | null
  /** Kept with each save, so that lists need not count answers. */
  answered: Generated<number>
  to_answer: Generated<number>
  revision: Generated<number>
  /** 1 when its judgements are in the tallies. */
  is_counted: Generated<Flag>
  /** The import that made it, and the import that replaced it or whose undoing removed it. */
  import_id: string | null
  /** The historical team of the file, where a mapping has put today's in `team_id`. */
  imported_team_id: string | null
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
