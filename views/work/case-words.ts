/** The words of a case's entries that are no sentences: kinds, states, results. */
import type { TimelineKind } from '../../src/work/rules/case-timeline.ts'

export const kindLabels: Readonly<Record<TimelineKind, string>> = {
  audit: 'Audits and grades',
  safety: 'Safety notices',
  action: 'Actions',
  alert: 'Practice alerts',
  check: 'Midway checks',
}

export const kindTags: Readonly<Record<TimelineKind, string>> = {
  audit: 'Audit',
  safety: 'Safety notice',
  action: 'Action',
  alert: 'Practice alert',
  check: 'Midway check',
}

const results: Readonly<Record<string, string>> = {
  on_track: 'The plan is on track',
  some_drift: 'There is some drift in the plan',
  drift: 'There is drift in the plan',
}

export const checkResult = (progress: string): string => results[progress] ?? 'Progress was checked'

const auditStates: Readonly<Record<string, string>> = {
  to_allocate: 'Not allocated yet',
  allocated: 'Not started',
  in_progress: 'In progress',
  submitted: '',
  reopened: 'Reopened',
  withdrawn: 'Withdrawn',
  voided: 'Voided',
}

/** Empty for a submitted one, whose grade says the rest. */
export const auditStateWords = (state: string): string => auditStates[state] ?? state

export const noticeStates: Readonly<Record<string, string>> = {
  open: 'Open',
  decided: 'Decided, not closed',
  closed: 'Closed',
}
