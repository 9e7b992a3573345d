/** The tables of the rubric studio, as schema.ts has them in its list. */
import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** Why a version was published, and what it was made from. Never changed. */
export interface RubricPublicationTable {
  version_id: string
  base_version_id: string | null
  note: string
}

/** Since which version an item has meant what it means in this one. `item_key` '' is the theme grade. Never changed. */
export interface RubricMeaningTable {
  version_id: string
  item_key: string
  since_version_id: string
  reason: string
}

/** Versions that audits of a round were started with; kept beside their themes so that nobody reads all audits for it. */
export interface RoundVersionTable {
  theme: string
  round_id: string
  rubric_version_id: string
}

export interface RubricWithdrawalTable {
  id: string
  version_id: string
  reason: string
  withdrawn_at: string
  withdrawn_by: string | null
  restored_at: string | null
  restored_by: string | null
}

export type DraftState = 'open' | 'published' | 'discarded'

export interface RubricDraftTable {
  id: string
  rubric_key: string
  base_version_id: string | null
  /** A later library version whose changes were brought in. */
  merged_version_id: string | null
  state: DraftState
  /** JSON: everything but the items, as typed. */
  content: string
  revision: Generated<number>
  created_at: string
  created_by: string | null
  changed_at: string
  changed_by: string | null
  published_version_id: string | null
}

export interface RubricDraftItemTable {
  id: string
  draft_id: string
  position: number
  /** The item's key in the version that the draft was made from; null for a new item. */
  base_key: string | null
  /** JSON: the item as typed. */
  content: string
  is_retired: Flag
  /** What the publisher says of it; null leaves it to what the difference proposes. */
  meaning: 'same' | 'changed' | null
  meaning_reason: string
  revision: Generated<number>
  changed_at: string
  changed_by: string | null
}

export interface RubricTables {
  rubric_publication: RubricPublicationTable
  rubric_meaning: RubricMeaningTable
  round_version: RoundVersionTable
  rubric_withdrawal: RubricWithdrawalTable
  rubric_draft: RubricDraftTable
  rubric_draft_item: RubricDraftItemTable
}
