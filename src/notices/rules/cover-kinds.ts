/** What somebody who is away, and whoever acts for them, are told. Each names the other one and no case. */
import type { NoticeKindDefinition } from './kind-definition.ts'

const coverPage = (): string => '/account/cover'

export const coverKinds = {
  cover_given: {
    label: 'You cover for somebody',
    sentence: ({ reference, due }) =>
      `You were named to act for ${reference} in practice alerts while they are away, until the end of ${due}.`,
    address: coverPage,
    go: 'See the dates',
  },
  cover_set: {
    label: 'Somebody covers for you',
    sentence: ({ reference, due }) =>
      `${reference} was named to act for you in practice alerts while you are away, until the end of ${due}.`,
    address: coverPage,
    go: 'See the dates',
  },
  cover_given_ended: {
    label: 'You no longer cover for somebody',
    sentence: ({ reference }) =>
      `You no longer act for ${reference} in practice alerts. The cover was ended early.`,
    address: coverPage,
    go: 'See who covers',
  },
  cover_ended: {
    label: 'Nobody covers for you any more',
    sentence: ({ reference }) =>
      `${reference} no longer acts for you in practice alerts. The cover was ended early.`,
    address: coverPage,
    go: 'See who covers',
  },
} as const satisfies Record<string, NoticeKindDefinition>
