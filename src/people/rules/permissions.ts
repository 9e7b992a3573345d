/**
 * Who may what: contracts.md §4 as data. A role gives a permission with a scope; a person with several roles has the
 * union. What is not granted here is refused. Whether one record falls within a scope is decided by the feature
 * that owns the record. The expected results in tests/people are written by hand a second time.
 */

export const roles = [
  'administrator',
  'qa_lead',
  'manager',
  'iro',
  'iro_manager',
  'practitioner',
  'senior_leader',
  'partner',
] as const
export type Role = (typeof roles)[number]

export const roleLabels: Record<Role, string> = {
  administrator: 'Administrator',
  qa_lead: 'QA lead',
  manager: 'Manager',
  iro: 'IRO or child protection chair',
  iro_manager: 'IRO manager',
  practitioner: 'Practitioner',
  senior_leader: 'Senior leader',
  partner: 'Partner agency',
}

/**
 * How far a grant reaches.
 * - `all`: every record
 * - `own`: allocated to, or made by, the person
 * - `team`: cases of the person's team and the teams below it
 * - `service`: cases of the person's service and the teams below it
 * - `reviewed`: cases whose reviewing officer the person is
 * - `in_review`: every case that has a reviewing officer
 * - `worked_once_shared`: cases the person works, once the audit was shared
 */
export type Scope =
  | 'all'
  | 'own'
  | 'team'
  | 'service'
  | 'reviewed'
  | 'in_review'
  | 'worked_once_shared'

const everyAuditor = {
  qa_lead: ['own'],
  manager: ['own'],
  iro: ['own'],
  iro_manager: ['own'],
  practitioner: ['own'],
  senior_leader: ['own'],
  partner: ['own'],
} as const

const councilWide = {
  qa_lead: ['all'],
  manager: ['all'],
  iro: ['all'],
  iro_manager: ['all'],
  practitioner: ['all'],
  senior_leader: ['all'],
} as const

export const grants = {
  /** Accounts, teams, settings, tokens, retention. */
  'accounts.manage': { administrator: ['all'] },
  'rubrics.publish': { qa_lead: ['all'] },
  /** Rounds, draws, allocation, closing, voiding; reopening an audit. */
  'rounds.manage': { qa_lead: ['all'] },
  /** Uploading, confirming and undoing imports of results, and mapping historical names (decision 0019). */
  'results.import': { qa_lead: ['all'] },
  /** Anybody signed in may read the questions that practice is audited against. */
  'rubrics.read': { administrator: ['all'], ...councilWide, partner: ['all'] },
  'audits.complete': everyAuditor,
  'audits.read_in_progress': { ...everyAuditor, qa_lead: ['all'] },
  'audits.read_submitted': {
    qa_lead: ['all'],
    manager: ['own', 'team'],
    iro: ['own', 'reviewed'],
    iro_manager: ['own', 'in_review'],
    practitioner: ['worked_once_shared'],
    senior_leader: ['service'],
  },
  /** As audits are read, in progress or submitted; also whoever was told of one (docs/decisions/0016). */
  'safety.read': {
    qa_lead: ['all'],
    manager: ['own', 'team'],
    iro: ['own', 'reviewed'],
    iro_manager: ['own', 'in_review'],
    practitioner: ['own'],
    senior_leader: ['own', 'service'],
    partner: ['own'],
  },
  'audits.moderate': {
    qa_lead: ['all'],
  },
  /**
   * The page of a case: `own` is a case that the person works. Whoever has this in some scope also opens the page of a case of
   * which they may read an audit, and sees that audit there (docs/decisions/0029).
   */
  'cases.read': {
    qa_lead: ['all'],
    manager: ['own', 'team'],
    iro: ['own', 'reviewed'],
    iro_manager: ['own', 'in_review'],
    practitioner: ['own'],
    senior_leader: ['own', 'service'],
  },
  /** A copy of everything about a child, where they may read all of it. */
  'cases.copy': {
    qa_lead: ['all'],
    manager: ['team'],
    iro: ['reviewed'],
    iro_manager: ['in_review'],
    senior_leader: ['service'],
  },
  /** A concern, informal or formal, or an immediate risk. */
  'alerts.raise': { iro: ['all'], iro_manager: ['all'] },
  'alerts.raise_good_practice': {
    qa_lead: ['all'],
    manager: ['all'],
    iro: ['all'],
    iro_manager: ['all'],
    senior_leader: ['all'],
  },
  /** `own`: raised by the person, or addressed to them; whoever covers for them reads it as they do (docs/decisions/0025). */
  'alerts.read': {
    qa_lead: ['all'],
    manager: ['own', 'team'],
    iro: ['own'],
    iro_manager: ['all'],
    practitioner: ['own'],
    senior_leader: ['own', 'service'],
  },
  /** Closing an alert on its raiser's behalf; figures by reviewing officer; who covers whom. */
  'alerts.oversee': { iro_manager: ['all'] },
  /** How many there were and how they went; by reviewing officer for `alerts.oversee` alone (docs/decisions/0036). */
  'alerts.figures': {
    qa_lead: ['all'],
    manager: ['team'],
    iro: ['own'],
    iro_manager: ['all'],
    senior_leader: ['service'],
  },
  'midway_checks.record': { iro: ['reviewed'], iro_manager: ['in_review'] },
  /** An action's owner may say that it is done; so may nobody else. */
  'actions.complete': { ...everyAuditor, administrator: ['own'] },
  /** Whatever somebody was told, they may read. */
  'notices.read': { ...everyAuditor, administrator: ['own'] },
  /** By name, to see what of theirs the finder may open (docs/decisions/0021). */
  'people.find': {
    administrator: ['all'],
    qa_lead: ['all'],
    manager: ['team'],
    iro_manager: ['team'],
    senior_leader: ['service'],
  },
  'results.council': councilWide,
  'results.by_team': {
    qa_lead: ['all'],
    manager: ['team'],
    iro: ['all'],
    iro_manager: ['all'],
    senior_leader: ['service'],
  },
  /** Everybody who may be given an audit or a case sees what came of theirs, whatever else they see. */
  'results.own': everyAuditor,
  /**
   * Another person's results, from the audits of their cases and from those that they made. `team` and `service` are the
   * people below the reader; for an IRO manager, the reviewing officers among them (docs/decisions/0034).
   */
  'results.by_worker': {
    qa_lead: ['all'],
    manager: ['team'],
    iro_manager: ['team'],
    senior_leader: ['service'],
  },
  'results.by_auditor': { qa_lead: ['all'], iro_manager: ['team'] },
  'results.export': {
    qa_lead: ['all'],
    manager: ['own'],
    iro: ['own'],
    iro_manager: ['own'],
    senior_leader: ['all'],
  },
  /** Drafting, freezing and issuing reports and learning circulars (docs/decisions/0033). */
  'reports.write': { qa_lead: ['all'] },
  /** A senior leader reads and takes out frozen reports for inside. */
  'reports.read': { qa_lead: ['all'], senior_leader: ['service'] },
  /** Saying from which date on a theme's charts are measured anew, and taking it back (docs/decisions/0030). */
  'results.rebase': { qa_lead: ['all'] },
  /** Audits, findings and actions of the whole council in one file, and the list of who took one (docs/decisions/0032). */
  'evidence.export': { qa_lead: ['all'] },
  /** The administrator sees it without case content. */
  'events.read': { administrator: ['all'], qa_lead: ['all'] },
} as const satisfies Record<string, Partial<Record<Role, readonly Scope[]>>>

export type Permission = keyof typeof grants

/** Every scope in which the roles give the permission; empty when refused. */
export const scopesOf = (held: readonly Role[], permission: Permission): readonly Scope[] => {
  const grant: Partial<Record<Role, readonly Scope[]>> = grants[permission]
  return [...new Set(held.flatMap((role) => grant[role] ?? []))]
}

export const isGranted = (held: readonly Role[], permission: Permission): boolean =>
  scopesOf(held, permission).length > 0
