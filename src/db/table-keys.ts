/**
 * Every table with its primary key. A table that schema.ts gains does not compile until it stands here too, which is
 * how `backup` can promise all rows.
 */
import type { Tables } from './schema.ts'

export type TableName = keyof Tables

export const tableKeys: { readonly [T in TableName]: readonly (keyof Tables[T] & string)[] } = {
  council: ['key'],
  team: ['id'],
  team_path: ['ancestor_id', 'team_id'],
  person: ['id'],
  person_role: ['person_id', 'role'],
  team_membership: ['id'],
  session: ['id'],
  password_link: ['token_hash'],
  sign_in_failure: ['key'],
  read_mark: ['person_id', 'subject_id', 'period'],
  event: ['number'],
  event_head: ['id'],
  rubric_version: ['id'],
  rubric_publication: ['version_id'],
  rubric_meaning: ['version_id', 'item_key'],
  rubric_withdrawal: ['id'],
  rubric_draft: ['id'],
  rubric_draft_item: ['id'],
  case_file: ['id'],
  round: ['id'],
  round_rubric: ['round_id', 'rubric_version_id'],
  round_version: ['theme', 'round_id', 'rubric_version_id'],
  results_import: ['id'],
  audit: ['id'],
  audit_theme: ['audit_id', 'theme'],
  answer: ['audit_id', 'item_key'],
  finding: ['id'],
  superseded_words: ['id'],
  action: ['id'],
  judgement: ['audit_id', 'theme', 'item'],
  tally_council: ['theme', 'item', 'round_id', 'kind', 'value'],
  tally_team: ['team_id', 'theme', 'round_id', 'service_status', 'value'],
  tally_hidden: [
    'import_id',
    'theme',
    'item',
    'round_id',
    'team_id',
    'service_status',
    'kind',
    'value',
  ],
  tally_group: ['dimension', 'round_id', 'theme', 'group_key', 'service_status', 'value'],
  tally_item: ['round_id', 'theme', 'item', 'team_id'],
  chart_baseline: ['id'],
  superseded_judgement: ['audit_id', 'theme', 'item'],
  audit_ending: ['id'],
  audit_carry_over: ['audit_id'],
  due_date_change: ['id'],
  round_exemption: ['id'],
  hand_over: ['id'],
  reminder: ['id'],
  audit_copy: ['id'],
  case_copy: ['id'],
  audit_note: ['audit_id', 'person_id', 'item_key'],
  not_a_name: ['audit_id', 'word_hash'],
  calendar_feed: ['person_id'],
  staged_upload: ['id'],
  staged_part: ['upload_id', 'part', 'position'],
  history_mapping: ['id'],
  safety_notice: ['id'],
  safety_told: ['id'],
  safety_addressee: ['notice_id', 'person_id'],
  safety_entry: ['id'],
  safety_cap_override: ['id'],
  concern_category: ['id'],
  dispute_ladder: ['id'],
  person_cover: ['id'],
  alert: ['id'],
  alert_case: ['alert_id', 'case_id'],
  alert_concern: ['alert_id', 'category_id'],
  alert_addressee: ['alert_id', 'person_id'],
  alert_step: ['id'],
  alert_told: ['step_id', 'person_id'],
  alert_rang: ['id'],
  alert_cafcass: ['alert_id'],
  midway_check: ['id'],
  alert_set: ['trait', 'block'],
  alert_traits: ['alert_id'],
  alert_copy: ['id'],
  notice: ['id'],
  setting: ['key', 'revision'],
  mail: ['id'],
  mail_choice: ['person_id'],
  job_run: ['name'],
  api_token: ['id'],
  report: ['id'],
  report_words: ['report_id', 'place'],
  report_superseded_words: ['id'],
  report_export: ['id'],
  evidence_progress: ['person_id', 'watch'],
  circular: ['id'],
  circular_superseded: ['id'],
}

/**
 * Left out of backups: which server holds which job, and when it last ran, is true of the running servers only. A
 * restored council has no such rows, so each job runs at its first chance; jobs are written to be run again.
 */
const leftOut: readonly TableName[] = ['job_run']

export const tableNames = Object.keys(tableKeys) as TableName[]

/** Every table that a backup holds. */
export const backupTables = tableNames.filter((name) => !leftOut.includes(name))
