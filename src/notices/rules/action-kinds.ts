/** What owners of actions are told. */
import { actionAddress, dueBy, type NoticeKindDefinition, ownWork } from './kind-definition.ts'

export const actionKinds = {
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
  actions_handed_over: {
    label: 'Actions handed over to you',
    sentence: ({ reference }) =>
      `Somebody has left, and you were given what they had to do: ${reference}.`,
    address: ownWork,
    go: 'Open My work',
  },
} as const satisfies Record<string, NoticeKindDefinition>
