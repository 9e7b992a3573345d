/**
 * What people are told inside the product: the closed list of kinds, each written in the file of what it is about, and
 * how a stored notice is put into words.
 */
import { actionKinds } from './action-kinds.ts'
import { alertKinds } from './alert-kinds.ts'
import { auditKinds } from './audit-kinds.ts'
import { coverKinds } from './cover-kinds.ts'
import type { NoticeKindDefinition } from './kind-definition.ts'
import { programmeKinds } from './programme-kinds.ts'
import { safetyKinds } from './safety-kinds.ts'

export const noticeKinds = {
  ...auditKinds,
  ...actionKinds,
  ...safetyKinds,
  ...programmeKinds,
  ...alertKinds,
  ...coverKinds,
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
