/** The tables of the auditor's side, as schema.ts has them in its list. */
import type { Flag } from './columns.ts'

/** A copy of an audit that was made for the child's record. */
export interface AuditCopyTable {
  id: string
  audit_id: string
  format: 'print' | 'docx'
  made_at: string
  made_by: string
}

/** A copy of everything about a case that was made to be disclosed. */
export interface CaseCopyTable {
  id: string
  /** The case; or an audit by whose reference alone imported history knows it. */
  subject_id: string
  format: 'print' | 'docx'
  made_at: string
  made_by: string
}

/** What an auditor wants to come back to. For that person's eyes alone, and gone once the audit is submitted. */
export interface AuditNoteTable {
  audit_id: string
  person_id: string
  item_key: string
  /** 0 once it was taken back; the row stays so that its revision goes on counting. */
  is_marked: Flag
  words: string
  revision: number
  saved_at: string
}

/** Words that looked like a name and are none, by hash: asked about once an audit. */
export interface NotANameTable {
  audit_id: string
  word_hash: string
  said_at: string
  said_by: string
}

export interface CalendarFeedTable {
  person_id: string
  /** SHA-256 of the token in the address; the token itself is nowhere. */
  token_hash: string
  made_at: string
}
