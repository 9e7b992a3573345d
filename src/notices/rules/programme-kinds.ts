/** What is told while a round is kept moving: reminders, other dates, work that changes hands. */
import {
  auditAddress,
  type NoticeKindDefinition,
  ownWork,
  roundAddress,
} from './kind-definition.ts'

export const programmeKinds = {
  auditor_left: {
    label: 'An auditor has left',
    sentence: ({ reference }) =>
      `Somebody who audits has left. To be allocated again: ${reference}.`,
    address: (id) => `/rounds/${id}`,
    go: 'Open the round',
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
