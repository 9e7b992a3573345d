/**
 * What a kind of notice is made of: its words, and where it leads. A notice names a case by its reference and says
 * nothing else of it, since its reader may no longer be allowed to read the thing.
 */

export const aboutKinds = [
  'audit',
  'action',
  'round',
  'safety_notice',
  'import',
  'person',
  'alert',
  'case',
] as const
export type AboutKind = (typeof aboutKinds)[number]

/** What a notice is about. */
export interface About {
  readonly kind: AboutKind
  readonly id: string
}

/** A number by which the thing is known and the child is not: "Alert 2026-0042". */
export type MailReference = `Alert ${number}-${string}`

export interface NoticeFacts {
  /** A case reference or the name of a round; empty when the notice was sent without. */
  readonly reference: string
  /** As people read it, "Friday 30 January 2026"; empty when the notice was sent without. */
  readonly due: string
}

export interface NoticeKindDefinition {
  /** What the list of kinds offers, what stands above the sentence, and the subject of its mail: no word of a case. */
  readonly label: string
  readonly sentence: (facts: NoticeFacts) => string
  /** Where it leads. */
  readonly address: (aboutId: string) => string
  /** On the button that leads there. */
  readonly go: string
  /** A child may not be safe: mailed at once, whatever its reader has chosen about mail. */
  readonly isUrgent?: true
  /** What the mail says instead of the label, where that would say too much in a mailbox. */
  readonly mailLabel?: string
}

export const auditAddress = (id: string): string => `/audits/${id}`
export const actionAddress = (id: string): string => `/actions/${id}`
export const safetyAddress = (id: string): string => `/safety-notices/${id}`
export const alertAddress = (id: string): string => `/alerts/${id}`
export const roundAddress = (id: string): string => `/rounds/${id}/progress`
/** For somebody who may not read the audit any more. */
export const ownWork = (): string => '/'

export const dueBy = (due: string): string => (due === '' ? '' : ` It is due on ${due}.`)
