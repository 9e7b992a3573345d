/** What auditors are told of an audit of theirs: allocated, due, reopened, its cap. */
import { auditAddress, dueBy, type NoticeKindDefinition } from './kind-definition.ts'

export const auditKinds = {
  audit_allocated: {
    label: 'Audit allocated to you',
    sentence: ({ reference, due }) =>
      `The audit of case ${reference} was allocated to you.${dueBy(due)}`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_reopened: {
    label: 'Audit reopened',
    sentence: ({ reference }) =>
      `Your audit of case ${reference} was reopened. Look at the reason, correct it and submit it again.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_due_soon: {
    label: 'Audit due soon',
    sentence: ({ reference, due }) => `The audit of case ${reference} is due on ${due}.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_due_today: {
    label: 'Audit due on the day',
    sentence: ({ reference, due }) =>
      `The audit of case ${reference} is due on the day of this notice, ${due}.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_late: {
    label: 'Audit late',
    sentence: ({ reference, due }) =>
      `The audit of case ${reference} was due on ${due} and had not been submitted.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_cap_set_aside: {
    label: 'Cap set aside',
    mailLabel: 'Change to your audit',
    sentence: ({ reference }) =>
      `A QA lead set aside, with a reason, that your audit of case ${reference} is held down because the child is not safe. Your own grade stays as it is.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_cap_restored: {
    label: 'Cap restored',
    mailLabel: 'Change to your audit',
    sentence: ({ reference }) =>
      `Your audit of case ${reference} is held down again because the child is not safe. Your own grade stays as it is.`,
    address: auditAddress,
    go: 'Open the audit',
  },
} as const satisfies Record<string, NoticeKindDefinition>
