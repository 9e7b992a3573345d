/** The tables of notices, settings and jobs, as schema.ts has them in its list. */
import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** One row a person told. It names what it is about by id and reference, and holds no other word of it. */
export interface NoticeTable {
  id: string
  person_id: string
  kind: string
  about_kind: string
  about_id: string
  /** A case reference or the name of a round. */
  reference: string | null
  due_on: string | null
  /** Unique for a person where it is not null: what must be told once only. */
  once_key: string | null
  /** 1: above every page of theirs until it is cleared. */
  stands: Generated<Flag>
  created_at: string
  read_at: string | null
}

/** One row a value that a setting ever had; the one with the highest revision counts. */
export interface SettingTable {
  key: string
  revision: number
  /** As typed. */
  value: string
  changed_at: string
  changed_by: string | null
}

/** When a job runs next, and which server runs it now. */
export interface JobRunTable {
  name: string
  next_at: string
  /** One id a run. */
  leased_by: string | null
  /** Renewed while it runs; past, the server that ran it is gone. */
  leased_until: string | null
  started_at: string | null
  finished_at: string | null
  failed_at: string | null
}
