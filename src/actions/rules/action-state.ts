/** When an action may be written, and when its owner sees it. */

export type AuditState =
  | 'to_allocate'
  | 'allocated'
  | 'in_progress'
  | 'submitted'
  | 'reopened'
  | 'withdrawn'
  | 'voided'

/** Actions are written with their audit, and stay as they are once it is submitted. */
export const isBeingWritten = (state: AuditState): boolean =>
  state === 'allocated' || state === 'in_progress' || state === 'reopened'

/** Its owner is told of it when the audit is submitted, and not left without it while the audit is reopened. */
export const isShownToOwner = (
  state: 'open' | 'done' | 'removed',
  audit: { readonly state: AuditState; readonly firstSubmittedAt: string | null }
): boolean =>
  state !== 'removed' &&
  audit.firstSubmittedAt !== null &&
  (audit.state === 'submitted' || audit.state === 'reopened')
