/** The rows of contracts.md §4 on results, written down a second time by hand: a part of expected-grants.ts. */
import type { Role, Scope } from '../../src/people/rules/permissions.ts'

type Row = Readonly<Record<Role, readonly Scope[]>>

export const expectedResultsGrants: Readonly<Record<string, Row>> = {
  'results.council': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['all'],
    iro: ['all'],
    iro_manager: ['all'],
    practitioner: ['all'],
    senior_leader: ['all'],
    partner: [],
  },
  'results.by_team': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['team'],
    iro: ['all'],
    iro_manager: ['all'],
    practitioner: [],
    senior_leader: ['service'],
    partner: [],
  },
  // “By worker / by auditor”: one's own, another's by their cases, another's by the audits that they made.
  'results.own': {
    administrator: [],
    qa_lead: ['own'],
    manager: ['own'],
    iro: ['own'],
    iro_manager: ['own'],
    practitioner: ['own'],
    senior_leader: ['own'],
    partner: ['own'],
  },
  'results.by_worker': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['team'],
    iro: [],
    iro_manager: ['team'],
    practitioner: [],
    senior_leader: ['service'],
    partner: [],
  },
  'results.by_auditor': {
    administrator: [],
    qa_lead: ['all'],
    manager: [],
    iro: [],
    iro_manager: ['team'],
    practitioner: [],
    senior_leader: [],
    partner: [],
  },
  'results.export': {
    administrator: [],
    qa_lead: ['all'],
    manager: ['own'],
    iro: ['own'],
    iro_manager: ['own'],
    practitioner: [],
    senior_leader: ['all'],
    partner: [],
  },
  'results.rebase': {
    administrator: [],
    qa_lead: ['all'],
    manager: [],
    iro: [],
    iro_manager: [],
    practitioner: [],
    senior_leader: [],
    partner: [],
  },
}
