/** The rows of expected-grants.ts that are about practice alerts and midway checks, by hand as they are. */
import type { Role, Scope } from '../../src/people/rules/permissions.ts'

type Row = Readonly<Record<Role, readonly Scope[]>>

export const expectedAlertGrants: Readonly<Record<string, Row>> = {
  'alerts.raise': {
    administrator: [],
    qa_lead: [],
    manager: [],
    iro: ['all'],
    iro_manager: ['all'],
    practitioner: [],
    senior_leader: [],
    partner: [],
  },
  'alerts.raise_good_practice': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['all'],
    iro: ['all'],
    iro_manager: ['all'],
    practitioner: [],
    senior_leader: ['all'],
    partner: [],
  },
  'alerts.read': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['own', 'team'],
    iro: ['own'],
    iro_manager: ['all'],
    practitioner: ['own'],
    senior_leader: ['own', 'service'],
    partner: [],
  },
  'alerts.oversee': {
    administrator: [],
    qa_lead: [],
    manager: [],
    iro: [],
    iro_manager: ['all'],
    practitioner: [],
    senior_leader: [],
    partner: [],
  },
  // Not in the table: decision 0036, after "read alerts" and "exports".
  'alerts.figures': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['team'],
    iro: ['own'],
    iro_manager: ['all'],
    practitioner: [],
    senior_leader: ['service'],
    partner: [],
  },
  'midway_checks.record': {
    administrator: [],
    qa_lead: [],
    manager: [],
    iro: ['reviewed'],
    iro_manager: ['in_review'],
    practitioner: [],
    senior_leader: [],
    partner: [],
  },
}
