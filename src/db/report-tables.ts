/** The tables of the report builder and of learning circulars, as schema.ts has them in its list. */
import type { Generated } from 'kysely'

export type ReportState = 'draft' | 'frozen' | 'discarded'

export interface ReportTable {
  id: string
  /** Given when it is frozen; never used twice. */
  number: number | null
  state: ReportState
  title: string
  audience: 'internal' | 'external'
  /** London dates, both included. */
  from_on: string
  to_on: string
  team_id: string | null
  service_status: string | null
  round_kind: string | null
  /** JSON array of the keys of chapters that are on. */
  chapters: string
  /** The frozen report that this one is issued anew of. */
  replaces_id: string | null
  reissue_reason: string | null
  /** JSON of the whole model, and its SHA-256; null until frozen. */
  content: string | null
  content_hash: string | null
  revision: Generated<number>
  created_at: string
  created_by: string | null
  changed_at: string
  changed_by: string | null
  frozen_at: string | null
  frozen_by: string | null
}

export interface ReportWordsTable {
  report_id: string
  /** `chapter/figure`. */
  place: string
  narrative: string
  /** Null: as proposed. */
  sentence: string | null
  /** What was proposed when the sentence was edited. */
  proposed: string | null
  /** The report whose words these were, until they are changed. */
  carried_from: string | null
  revision: Generated<number>
  saved_at: string
  saved_by: string | null
}

/** Words as they were before they were changed. */
export interface ReportSupersededWordsTable {
  id: string
  report_id: string
  place: string
  revision: number
  narrative: string
  sentence: string | null
  superseded_at: string
  superseded_by: string | null
}

export interface ReportExportTable {
  id: string
  report_id: string
  format: string
  exported_at: string
  exported_by: string | null
}

/** How far the writing of an evidence pack is, for whoever waits; rows go after a day. */
export interface EvidenceProgressTable {
  person_id: string
  /** In the address of the download and of the page that asks. */
  watch: string
  export_id: string
  state: 'writing' | 'whole' | 'broken_off'
  done: number
  total: number
  changed_at: string
}

/** Withdrawn: issued once, and taken back. */
export type CircularState = 'draft' | 'issued' | 'withdrawn' | 'discarded'

export interface CircularTable {
  id: string
  state: CircularState
  theme: string
  from_on: string
  to_on: string
  /** JSON: the chosen findings and the words as edited. */
  content: string
  revision: Generated<number>
  created_at: string
  created_by: string | null
  changed_at: string
  changed_by: string | null
  issued_at: string | null
  issued_by: string | null
}

export interface CircularSupersededTable {
  id: string
  circular_id: string
  revision: number
  content: string
  superseded_at: string
  superseded_by: string | null
}

export interface ReportTables {
  report: ReportTable
  report_words: ReportWordsTable
  report_superseded_words: ReportSupersededWordsTable
  report_export: ReportExportTable
  evidence_progress: EvidenceProgressTable
  circular: CircularTable
  circular_superseded: CircularSupersededTable
}
