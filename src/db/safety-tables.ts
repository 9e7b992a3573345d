/** The tables of safety notices, as schema.ts has them in its list. */
import type { Generated } from 'kysely'

/** That an audit found a child who may not be safe. Never more than one that is not closed for one audit. */
export interface SafetyNoticeTable {
  id: string
  audit_id: string
  state: 'open' | 'decided' | 'closed'
  /** The answer that opened it; later answers are entries. */
  answer: 'no' | 'cannot_tell'
  opened_at: string
  opened_by: string | null
  /** The highest step of the line that was told: rules/addressees.ts. */
  level: number
  /** When somebody of the line was told last: the clock of going up runs from here. */
  last_told_at: string
  /** When, and by whom of the line, the clock was stopped. */
  acknowledged_at: string | null
  acknowledged_by: string | null
  closed_at: string | null
  revision: Generated<number>
}

/** Somebody whom the auditor rang or went to see. */
export interface SafetyToldTable {
  id: string
  notice_id: string
  /** Null for somebody without an account. */
  person_id: string | null
  name: string
  role: string
  told_at: string
  means: string
  recorded_at: string
  recorded_by: string | null
}

/** Somebody to whom the notice went; level 0 is a QA lead, who is not of the line. */
export interface SafetyAddresseeTable {
  notice_id: string
  person_id: string
  level: number
  told_at: string
  acknowledged_at: string | null
}

/** What happened to it afterwards. Nothing of it is ever changed; a second decision is a second row. */
export interface SafetyEntryTable {
  id: string
  notice_id: string
  kind:
    | 'answer_changed'
    | 'acknowledged'
    | 'passed'
    | 'escalated'
    | 'decided'
    | 'noted'
    | 'closed'
    | 'reopened'
  at: string
  by_id: string | null
  words: string
  /** The new answer, the steps that were empty, the step that was reached, or `stands_in` for a decision in somebody's absence. */
  detail: string
  due_on: string | null
}

/** A QA lead has set aside that the audit is capped because the child is not safe. */
export interface SafetyCapOverrideTable {
  id: string
  audit_id: string
  reason: string
  set_at: string
  set_by: string | null
  lifted_at: string | null
  lifted_by: string | null
}

export interface SafetyTables {
  safety_notice: SafetyNoticeTable
  safety_told: SafetyToldTable
  safety_addressee: SafetyAddresseeTable
  safety_entry: SafetyEntryTable
  safety_cap_override: SafetyCapOverrideTable
}
