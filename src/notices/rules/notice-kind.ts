/**
 * What people are told inside the product: the closed list of kinds, with the words of each and where it leads. A
 * notice names a case by its reference and says nothing else of it, since its reader may no longer be allowed to
 * read the thing.
 */

export const aboutKinds = ['audit', 'action', 'round', 'safety_notice', 'import', 'person'] as const
export type AboutKind = (typeof aboutKinds)[number]

/** What a notice is about. */
export interface About {
  readonly kind: AboutKind
  readonly id: string
}

export interface NoticeFacts {
  /** A case reference or the name of a round; empty when the notice was sent without. */
  readonly reference: string
  /** As people read it, "Friday 30 January 2026"; empty when the notice was sent without. */
  readonly due: string
}

export interface NoticeKindDefinition {
  /** What the list of kinds offers, and what stands above the sentence. */
  readonly label: string
  readonly sentence: (facts: NoticeFacts) => string
  /** Where it leads. */
  readonly address: (aboutId: string) => string
  /** On the button that leads there. */
  readonly go: string
}

const auditAddress = (id: string): string => `/audits/${id}`
const actionAddress = (id: string): string => `/actions/${id}`

const safetyAddress = (id: string): string => `/safety-notices/${id}`
const roundAddress = (id: string): string => `/rounds/${id}/progress`
/** For somebody who may not read the audit any more. */
const ownWork = (): string => '/'

const dueBy = (due: string): string => (due === '' ? '' : ` It is due on ${due}.`)

export const noticeKinds = {
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
  action_given: {
    label: 'Action given to you',
    sentence: ({ reference, due }) =>
      `An action from the audit of case ${reference} was given to you.${dueBy(due)}`,
    address: actionAddress,
    go: 'Open the action',
  },
  action_due: {
    label: 'Action due',
    sentence: ({ reference, due }) =>
      `Your action from the audit of case ${reference} is due on the day of this notice, ${due}.`,
    address: actionAddress,
    go: 'Open the action',
  },
  action_overdue: {
    label: 'Action overdue',
    sentence: ({ reference, due }) =>
      `Your action from the audit of case ${reference} was due on ${due} and was not marked as done.`,
    address: actionAddress,
    go: 'Open the action',
  },
  safety_notice_opened: {
    label: 'Safety notice',
    sentence: ({ reference }) =>
      `An audit of case ${reference} found that the child may not be safe. Open the notice, act on it and acknowledge it.`,
    address: safetyAddress,
    go: 'Open the safety notice',
  },
  safety_notice_escalated: {
    label: 'Safety notice not acknowledged',
    sentence: ({ reference }) =>
      `A safety notice on case ${reference} was not acknowledged in time by the managers it went to, and has come up the line to you.`,
    address: safetyAddress,
    go: 'Open the safety notice',
  },
  safety_notice_reopened: {
    label: 'Safety notice reopened',
    sentence: ({ reference }) =>
      `The safety notice on case ${reference} was reopened: the child may not be safe. Open the notice, act on it and acknowledge it.`,
    address: safetyAddress,
    go: 'Open the safety notice',
  },
  safety_notice_decided: {
    label: 'Decision on a safety notice',
    sentence: ({ reference }) =>
      `A decision was recorded on the safety notice on case ${reference}.`,
    address: safetyAddress,
    go: 'Open the safety notice',
  },
  audit_cap_set_aside: {
    label: 'Cap set aside',
    sentence: ({ reference }) =>
      `A QA lead set aside, with a reason, that your audit of case ${reference} is held down because the child is not safe. Your own grade stays as it is.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_cap_restored: {
    label: 'Cap restored',
    sentence: ({ reference }) =>
      `Your audit of case ${reference} is held down again because the child is not safe. Your own grade stays as it is.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  auditor_left: {
    label: 'An auditor has left',
    sentence: ({ reference }) =>
      `Somebody who audits has left. To be allocated again: ${reference}.`,
    address: (id) => `/rounds/${id}`,
    go: 'Open the round',
  },
  actions_handed_over: {
    label: 'Actions handed over to you',
    sentence: ({ reference }) =>
      `Somebody has left, and you were given what they had to do: ${reference}.`,
    address: () => '/',
    go: 'Open My work',
  },
  reminder: {
    label: 'Reminder',
    sentence: ({ reference, due }) =>
      `A QA lead reminds you of the audit of case ${reference}.${due === '' ? '' : ` Its due date is ${due}.`}`,
    address: auditAddress,
    go: 'Open the audit',
  },
  reminder_several: {
    label: 'Reminder',
    sentence: ({ reference, due }) =>
      `A QA lead reminds you of ${reference}.${due === '' ? '' : ` The first is due on ${due}.`}`,
    address: ownWork,
    go: 'See your work',
  },
  audits_extended: {
    label: 'Another due date',
    sentence: ({ reference, due }) => `${reference} are now due on ${due}.`,
    address: ownWork,
    go: 'See your work',
  },
  audits_allocated: {
    label: 'Audits allocated to you',
    sentence: ({ reference, due }) =>
      `${reference} were allocated to you.${due === '' ? '' : ` The first is due on ${due}.`}`,
    address: ownWork,
    go: 'See your work',
  },
  audits_taken_away: {
    label: 'Audits given to somebody else',
    sentence: ({ reference }) =>
      `${reference} were given to another auditor. What you wrote in them stays in them, under your name.`,
    address: ownWork,
    go: 'See your work',
  },
  audits_withdrawn: {
    label: 'Audits withdrawn',
    sentence: ({ reference }) =>
      `${reference} were withdrawn or the round was closed. There is nothing left to do in them.`,
    address: ownWork,
    go: 'See your work',
  },
  audit_extended: {
    label: 'Another due date',
    sentence: ({ reference, due }) => `The audit of case ${reference} is now due on ${due}.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  audit_taken_away: {
    label: 'Audit given to somebody else',
    sentence: ({ reference }) =>
      `The audit of case ${reference} was given to another auditor. What you wrote in it stays in it, under your name.`,
    address: ownWork,
    go: 'See your work',
  },
  audit_withdrawn: {
    label: 'Audit withdrawn',
    sentence: ({ reference }) =>
      `The audit of case ${reference} was withdrawn or its round was closed. There is nothing left to do in it.`,
    address: ownWork,
    go: 'See your work',
  },
  audit_voided: {
    label: 'Audit voided',
    sentence: ({ reference }) =>
      `The audit of case ${reference} was voided: it counts in no figure, and its open actions are dropped.`,
    address: ownWork,
    go: 'See your work',
  },
  audit_handed_over: {
    label: 'Audit handed over to you',
    sentence: ({ reference }) =>
      `The audit of case ${reference} was handed over to you, with what is already written.`,
    address: auditAddress,
    go: 'Open the audit',
  },
  hand_over_asked: {
    label: 'Hand-over asked for',
    sentence: ({ reference }) =>
      `An auditor asks to hand over the audit of case ${reference}. A QA lead has to decide.`,
    address: roundAddress,
    go: 'Decide',
  },
  hand_over_agreed: {
    label: 'Hand-over agreed',
    sentence: ({ reference }) =>
      `Your audit of case ${reference} is handed over. What you wrote stays in it, under your name.`,
    address: ownWork,
    go: 'See your work',
  },
  hand_over_declined: {
    label: 'Hand-over declined',
    sentence: ({ reference }) =>
      `The audit of case ${reference} stays with you: a QA lead declined to hand it over, and wrote why.`,
    address: (id) => `/audits/${id}/hand-over`,
    go: 'Read why',
  },
} as const satisfies Record<string, NoticeKindDefinition>

export type NoticeKind = keyof typeof noticeKinds

export const isNoticeKind = (kind: string): kind is NoticeKind => Object.hasOwn(noticeKinds, kind)

/** A notice as stored. */
export interface NoticeRow {
  readonly id: string
  readonly kind: string
  readonly aboutId: string
  readonly reference: string | null
  readonly dueOn: string | null
}

export interface NoticeWords {
  readonly id: string
  readonly label: string
  readonly text: string
  readonly address: string
  readonly go: string
}

/**
 * @param sayDate the date as people read it
 * @returns undefined for a kind of a newer version, which this one cannot put into words
 */
export const wordsOfNotice = (
  notice: NoticeRow,
  sayDate: (date: string) => string
): NoticeWords | undefined => {
  if (!isNoticeKind(notice.kind)) return undefined
  const kind: NoticeKindDefinition = noticeKinds[notice.kind]
  const facts = {
    reference: notice.reference ?? '',
    due: notice.dueOn === null ? '' : sayDate(notice.dueOn),
  }
  return {
    id: notice.id,
    label: kind.label,
    text: kind.sentence(facts),
    address: kind.address(notice.aboutId),
    go: kind.go,
  }
}
