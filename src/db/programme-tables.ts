/** The tables with which a round is kept moving, as schema.ts has them in its list. */

/** How an audit left its round without counting. Reopening a closed round undoes endings; nothing is deleted. */
export interface AuditEndingTable {
  id: string
  audit_id: string
  round_id: string
  /** `not_done`: not submitted when its round was closed. */
  kind: 'withdrawn' | 'voided' | 'not_done'
  /** A key of the short list; `''` where only words were asked. */
  reason: string
  words: string
  state_before: string
  ended_at: string
  ended_by: string | null
  undone_at: string | null
  undone_by: string | null
}

/** Which audit of a later round took over the case of one that was not done. */
export interface AuditCarryOverTable {
  audit_id: string
  from_audit_id: string
  carried_at: string
  carried_by: string | null
}

/** Every due date that was moved, of one audit or, without one, of the whole round. */
export interface DueDateChangeTable {
  id: string
  round_id: string
  audit_id: string | null
  due_before: string | null
  due_after: string
  reason: string
  changed_at: string
  changed_by: string | null
}

/** Somebody who need not audit in a round. */
export interface RoundExemptionTable {
  id: string
  round_id: string
  person_id: string
  approved_by: string
  reason: string
  recorded_at: string
  recorded_by: string | null
  lifted_at: string | null
  lifted_by: string | null
}

/** An auditor's wish that somebody else takes over, and what a QA lead decided. */
export interface HandOverTable {
  id: string
  audit_id: string
  round_id: string
  from_id: string
  to_id: string
  reason: string
  state: 'asked' | 'agreed' | 'declined' | 'taken_back'
  asked_at: string
  decided_at: string | null
  decided_by: string | null
  decision: string
}

export interface ReminderTable {
  id: string
  round_id: string
  audit_id: string
  person_id: string
  /** London date, so that "already today" is one comparison. */
  reminded_on: string
  reminded_at: string
  reminded_by: string | null
}
