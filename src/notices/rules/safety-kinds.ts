/** What managers are told of a safety notice. Those that ask for something at once are urgent. */
import { type NoticeKindDefinition, safetyAddress } from './kind-definition.ts'

export const safetyKinds = {
  safety_notice_opened: {
    label: 'Safety notice',
    sentence: ({ reference }) =>
      `An audit of case ${reference} found that the child may not be safe. Open the notice, act on it and acknowledge it.`,
    address: safetyAddress,
    go: 'Open the safety notice',
    isUrgent: true,
  },
  safety_notice_escalated: {
    label: 'Safety notice not acknowledged',
    sentence: ({ reference }) =>
      `A safety notice on case ${reference} was not acknowledged in time by the managers it went to, and has come up the line to you.`,
    address: safetyAddress,
    go: 'Open the safety notice',
    isUrgent: true,
  },
  safety_notice_reopened: {
    label: 'Safety notice reopened',
    sentence: ({ reference }) =>
      `The safety notice on case ${reference} was reopened: the child may not be safe. Open the notice, act on it and acknowledge it.`,
    address: safetyAddress,
    go: 'Open the safety notice',
    isUrgent: true,
  },
  safety_notice_decided: {
    label: 'Decision on a safety notice',
    sentence: ({ reference }) =>
      `A decision was recorded on the safety notice on case ${reference}.`,
    address: safetyAddress,
    go: 'Open the safety notice',
  },
} as const satisfies Record<string, NoticeKindDefinition>
