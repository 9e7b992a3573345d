/** The tables of history in the browser: uploaded files that wait, and mappings. schema.ts has them in its list. */
import type { Generated } from 'kysely'

/** A file that somebody uploaded and nobody has confirmed yet. What it is for says which pages may show it. */
export interface StagedUploadTable {
  id: string
  purpose: 'results' | 'people'
  file_name: string
  /** SHA-256 in hex; '' while the file is still arriving. */
  file_hash: string
  bytes: number
  uploaded_by: string
  uploaded_at: string
  /** `arriving` · `arrived` · `reading` · `ready` (a preview is there) · `faulty` (so are its faults) · `working`. */
  state: 'arriving' | 'arrived' | 'reading' | 'ready' | 'faulty' | 'working'
  /** When whoever is at work on it last gave a sign of life. */
  seen_at: string
  /** How far the work is; both 0 when that is not known. */
  done: Generated<number>
  to_do: Generated<number>
  /** JSON: what the person chose with the file. */
  options: Generated<string>
  /** JSON: what the preview counts. */
  summary: Generated<string>
  /** Why the last try came to nothing, in words for the page. */
  note: string | null
  revision: Generated<number>
}

/** The bytes of an upload (`content`, base64) and the pages of its preview (JSON), in pieces. */
export interface StagedPartTable {
  upload_id: string
  part: string
  position: number
  content: string
}

/** A historical name that a QA lead has mapped to today's. Undone ones stay. */
export interface HistoryMappingTable {
  id: string
  kind: 'theme' | 'item' | 'team'
  /** Today's key for an item, the text as typed for a theme; '' for a team. */
  from_theme: string
  /** The text as typed; '' for a theme and a team. */
  from_item: string
  from_team_id: string
  /** What later files are compared with: the kind and the folded name. One stands at a time. */
  from_key: string
  to_theme: string
  to_item: string
  to_team_id: string
  /** What it changed when it was made. */
  audits: number
  judgements: number
  rounds: number
  reason: string
  mapped_by: string | null
  mapped_at: string
  undone_by: string | null
  undone_at: string | null
  undo_reason: string | null
}
