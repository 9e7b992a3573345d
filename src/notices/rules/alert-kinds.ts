/** What people are told of practice alerts. An immediate risk is urgent; everything else has a date. */
import { alertAddress, type NoticeKindDefinition } from './kind-definition.ts'

const go = 'Open the alert'

const by = (due: string, words: string): string => (due === '' ? '' : ` ${words} ${due}.`)

export const alertKinds = {
  alert_raised: {
    label: 'Practice alert',
    sentence: ({ reference, due }) =>
      `A practice alert on case ${reference} was addressed to you.${by(due, 'An answer is expected by')}`,
    address: alertAddress,
    go,
  },
  alert_good_practice: {
    label: 'Good practice',
    sentence: ({ reference }) => `Somebody wrote to you about good practice on case ${reference}.`,
    address: alertAddress,
    go: 'Read it',
  },
  alert_immediate: {
    label: 'Child at immediate risk',
    mailLabel: 'Urgent alert',
    sentence: ({ reference }) =>
      `A child may be at immediate risk: case ${reference}. Open the alert, act on it and acknowledge it.`,
    address: alertAddress,
    go,
    isUrgent: true,
  },
  alert_immediate_up: {
    label: 'Immediate risk not acknowledged',
    mailLabel: 'Urgent alert not acknowledged',
    sentence: ({ reference }) =>
      `A child may be at immediate risk: case ${reference}. Nobody acknowledged the alert in time, and it has gone up the line.`,
    address: alertAddress,
    go,
    isUrgent: true,
  },
  alert_answered: {
    label: 'Alert answered',
    sentence: ({ reference }) =>
      `Your practice alert on case ${reference} was answered. Accept the answer, ask again or take it further.`,
    address: alertAddress,
    go,
  },
  alert_not_accepted: {
    label: 'Answer not accepted',
    sentence: ({ reference, due }) =>
      `The answer to the practice alert on case ${reference} was not accepted.${by(due, 'Another is expected by')}`,
    address: alertAddress,
    go,
  },
  alert_escalated: {
    label: 'Alert taken further',
    sentence: ({ reference, due }) =>
      `The practice alert on case ${reference} was taken further.${by(due, 'An answer is expected by')}`,
    address: alertAddress,
    go,
  },
  alert_closed: {
    label: 'Alert closed',
    sentence: ({ reference }) =>
      `The practice alert on case ${reference} was closed. There is nothing left to do.`,
    address: alertAddress,
    go,
  },
  alert_reopened: {
    label: 'Alert reopened',
    sentence: ({ reference, due }) =>
      `The practice alert on case ${reference} was reopened.${by(due, 'An answer is expected by')}`,
    address: alertAddress,
    go,
  },
  alert_extended: {
    label: 'Another date for an alert',
    sentence: ({ reference, due }) =>
      `The answer to the practice alert on case ${reference} is now expected by ${due}.`,
    address: alertAddress,
    go,
  },
  alert_passed_to: {
    label: 'Alert to answer',
    sentence: ({ reference, due }) =>
      `The practice alert on case ${reference} is now yours to answer, instead of somebody else.${by(due, 'An answer is expected by')}`,
    address: alertAddress,
    go,
  },
  alert_passed_on: {
    label: 'Alert addressed to somebody else',
    sentence: ({ reference }) =>
      `Somebody else answers the practice alert on case ${reference} now.`,
    address: alertAddress,
    go,
  },
  alert_noted: {
    label: 'Note on an alert',
    sentence: ({ reference }) => `A note was added to the practice alert on case ${reference}.`,
    address: alertAddress,
    go,
  },
  alert_acknowledged: {
    label: 'Alert read',
    sentence: ({ reference }) =>
      `What you wrote about case ${reference} was read and acknowledged.`,
    address: alertAddress,
    go,
  },
  alert_cafcass: {
    label: 'Referred to Cafcass',
    mailLabel: 'Step on an alert',
    sentence: ({ reference }) => `The practice alert on case ${reference} was referred to Cafcass.`,
    address: alertAddress,
    go,
  },
  alert_due_soon: {
    label: 'Alert due',
    sentence: ({ reference, due }) =>
      `An answer to the practice alert on case ${reference} is expected by ${due}.`,
    address: alertAddress,
    go,
  },
  alert_overdue: {
    label: 'Alert overdue',
    sentence: ({ reference, due }) =>
      `The practice alert on case ${reference} was to be answered by ${due}.`,
    address: alertAddress,
    go,
  },
  alert_overdue_raiser: {
    label: 'Your alert is overdue',
    sentence: ({ reference, due }) =>
      `Your practice alert on case ${reference} was to be answered by ${due}. It is for you to decide whether to take it further.`,
    address: alertAddress,
    go,
  },
  alert_total_over: {
    label: 'Dispute over its total time',
    sentence: ({ reference, due }) =>
      `The dispute on case ${reference} was to be resolved by ${due}. It goes on until it is closed.`,
    address: alertAddress,
    go,
  },
} as const satisfies Record<string, NoticeKindDefinition>
