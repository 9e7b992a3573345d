/**
 * What a QA lead can do with many audits at once, and for each audit whether it can be done and why not. The table of
 * states (audits/rules/audit-workflow.ts) decides; the words are for the page that asks before anything is done.
 */
import type { AuditState } from '../../audits/rules/audit-state.ts'
import { transitionOf } from '../../audits/rules/audit-workflow.ts'

export const bulkActions = ['remind', 'extend', 'reallocate', 'withdraw', 'void'] as const
export type BulkAction = (typeof bulkActions)[number]

export interface ChosenAudit {
  readonly id: string
  readonly state: AuditState
  readonly auditorId: string | null
  /** London date. */
  readonly dueOn: string | null
  readonly auditorIsActive: boolean
  readonly origin: 'product' | 'import'
}

const wrongState: Record<BulkAction, Partial<Record<AuditState, string>>> = {
  remind: {
    to_allocate: 'Nobody has it yet: allocate it first',
    submitted: 'It is submitted',
  },
  extend: { submitted: 'It is submitted' },
  reallocate: {
    submitted:
      'It is submitted: it stays with who did it. Reopen it first if somebody else has to go on',
  },
  withdraw: {
    submitted: 'It is submitted: an audit of the wrong case is voided, not withdrawn',
    reopened: 'It was submitted before it was reopened: it can be voided, not withdrawn',
  },
  void: {
    to_allocate: 'Nobody has started it: withdraw it instead',
    allocated: 'Nobody has started it: withdraw it instead',
  },
}

const gone: Partial<Record<AuditState, string>> = {
  withdrawn: 'It was withdrawn',
  voided: 'It was voided',
}

/** Why it cannot be done with this audit; undefined when it can. */
export const whyNot = (action: BulkAction, audit: ChosenAudit): string | undefined => {
  if (audit.origin === 'import') return 'It was imported: correct the file and import it again'
  if (!transitionOf(['qa_lead'], audit.state, action)) {
    return gone[audit.state] ?? wrongState[action][audit.state] ?? 'It is in another state'
  }
  if (action === 'remind' && !audit.auditorIsActive) {
    return 'The account of its auditor is closed: give it to somebody else'
  }
  return undefined
}

/** What a page showed of an audit, so that a change by somebody else is noticed before anything is done. */
export const seenMark = (audit: Pick<ChosenAudit, 'state' | 'auditorId' | 'dueOn'>): string =>
  [audit.state, audit.auditorId ?? '', audit.dueOn ?? ''].join('|')
