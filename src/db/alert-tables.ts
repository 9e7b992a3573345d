/** The tables of practice alerts, as schema.ts has them in its list. */
import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/** What concerns are sorted into; kept by an administrator. A retired one stays on the alerts that have it. */
export interface ConcernCategoryTable {
  id: string
  label: string
  label_key: string
  position: number
  retired_at: string | null
  revision: Generated<number>
}

/** The stages of a dispute. Never changed: the newest row holds for alerts that enter it from then on. */
export interface DisputeLadderTable {
  id: string
  number: number
  /** JSON: `{ name, days, level }[]`; level is a step of the line (src/safety/rules/addressees.ts) or null: chosen by the raiser. */
  stages: string
  created_at: string
  created_by: string | null
}

/** Who acts for somebody who is away. London dates, both included. */
export interface PersonCoverTable {
  id: string
  person_id: string
  cover_id: string
  from_on: string
  to_on: string
  set_at: string
  set_by: string | null
  ended_at: string | null
  ended_by: string | null
}

export interface AlertTable {
  id: string
  /** "Alert 42"; null while it is a draft. */
  number: number | null
  state: string
  kind: string
  /** 0: not a dispute. */
  stage: Generated<number>
  /** 1: a child at immediate risk; outside the ladder. */
  is_immediate: Generated<Flag>
  raised_by: string
  created_at: string
  saved_at: string
  raised_at: string | null
  /** London date; null while it is a draft. */
  raised_on: string | null
  /** When it first became formal: day 0 of the total clock. */
  formal_on: string | null
  /** The last of the total working days; extensions do not move it. */
  total_due_on: string | null
  ladder_id: string | null
  /** Null for good practice and drafts. */
  expected_on: string | null
  /** As it was when the alert was raised; extensions, answers not accepted and stages do not move it. */
  first_expected_on: string | null
  /** As in `alert_concern`, one space between; null while it is a draft or where there are none. */
  category_ids: string | null
  /** How often it was taken further, from informal to formal too. */
  times_escalated: Generated<number>
  /** When it was first answered since it was last open. */
  responded_at: string | null
  closed_at: string | null
  closed_on: string | null
  closed_by: string | null
  /** `raiser`, `cover`, `iro_manager`; `addressee` when good practice was acknowledged. */
  closed_as: string | null
  times_reopened: Generated<number>
  times_extended: Generated<number>
  /** The highest stage it ever reached. */
  highest_stage: Generated<number>
  /** The audit that it was raised from. */
  audit_id: string | null
  /** The first of its cases, and what that case was when the alert was raised. */
  case_id: string | null
  case_reference: string | null
  team_id: string | null
  service_status: string | null
  age: number | null
  concern: Generated<string>
  impact: Generated<string>
  asked: Generated<string>
  /** JSON of the form as typed, while it is a draft. */
  draft: string | null
  /** `yes`, `no`, `not_yet`; null: not recorded. */
  child_told: string | null
  child_told_why: Generated<string>
  advocate_offered: string | null
  advocate_why: Generated<string>
  /** Of an immediate risk: the highest step of the line that was told. */
  level: Generated<number>
  last_told_at: string | null
  acknowledged_at: string | null
  acknowledged_by: string | null
  revision: Generated<number>
}

/** The children it is about: several for a sibling group. */
export interface AlertCaseTable {
  alert_id: string
  case_id: string
  position: number
  /** The case's team when the alert was raised: its managers read the alert. */
  team_id: string | null
}

export interface AlertConcernTable {
  alert_id: string
  category_id: string
}

/** To whom it went. Those of an earlier stage stay, no longer current. */
export interface AlertAddresseeTable {
  alert_id: string
  person_id: string
  /** `worker`, `team_manager`, `stage`, `service_manager`, `line` (told because nobody acknowledged) or `other`. */
  part: string
  stage: number
  is_current: Flag
  added_at: string
  acknowledged_at: string | null
}

/** One step in the life of an alert. Never changed. */
export interface AlertStepTable {
  id: string
  alert_id: string
  at: string
  action: string
  /** Null: by the clock. */
  by_id: string | null
  /** `raiser`, `addressee`, `cover`, `iro_manager`; null by the clock. */
  acted_as: string | null
  /** For whom a cover or IRO manager acted. */
  for_id: string | null
  from_state: string
  to_state: string
  from_stage: number
  to_stage: number
  words: string
  old_due_on: string | null
  new_due_on: string | null
  /** JSON, by action: stages skipped and why, what was recorded of Cafcass … `{}` for none. */
  detail: string
}

/** Who was told of a step. */
export interface AlertToldTable {
  step_id: string
  person_id: string
  alert_id: string
}

/** Whom the raiser of an immediate risk rang. */
export interface AlertRangTable {
  id: string
  alert_id: string
  person_id: string | null
  name: string
  role: string
  rang_at: string
  means: string
  recorded_at: string
  recorded_by: string | null
}

/** Children in care alone. What stood here before is in the detail of its steps. */
export interface AlertCafcassTable {
  alert_id: string
  considered: string
  why: string
  legal_advice_on: string | null
  referred_on: string | null
  outcome: string
  outcome_on: string | null
  recorded_at: string
  recorded_by: string | null
  revision: Generated<number>
}

/** An IRO looked, between two reviews, whether the plan moves on. */
export interface MidwayCheckTable {
  id: string
  case_id: string
  checked_on: string
  /** `on_track`, `some_drift`, `drift`. */
  progress: string
  words: string
  /** The next review as it stood then. */
  review_on: string | null
  by_id: string | null
  recorded_at: string
  alert_id: string | null
}

export interface AlertTables {
  concern_category: ConcernCategoryTable
  dispute_ladder: DisputeLadderTable
  person_cover: PersonCoverTable
  alert: AlertTable
  alert_case: AlertCaseTable
  alert_concern: AlertConcernTable
  alert_addressee: AlertAddresseeTable
  alert_step: AlertStepTable
  alert_told: AlertToldTable
  alert_rang: AlertRangTable
  alert_cafcass: AlertCafcassTable
  midway_check: MidwayCheckTable
}
