/** How the audits of a round can be ordered on its page. */

export const auditOrders = ['reference', 'case', 'state', 'due', 'auditor'] as const
export type AuditOrder = (typeof auditOrders)[number]

/** As they were added, for anything that is no order. */
export const auditOrder = (asked: string | undefined): AuditOrder =>
  auditOrders.find((order) => order === asked) ?? 'reference'
