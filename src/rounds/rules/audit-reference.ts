/** The reference of an audit made here: `A-000123`. Imported audits keep the one in their file. */

export const auditReference = (number: number): string => `A-${String(number).padStart(6, '0')}`
