/** What kinds of alert there are, and what each is called. A dispute is a formal alert at stage 1 or above. */

export const alertKinds = ['informal', 'formal', 'good_practice'] as const
export type AlertKind = (typeof alertKinds)[number]

export const alertKindLabels: Readonly<Record<AlertKind, string>> = {
  informal: 'Informal alert',
  formal: 'Formal alert',
  good_practice: 'Good practice',
}

export const alertKindHints: Readonly<Record<AlertKind, string>> = {
  informal:
    'You try to put it right with the worker and their manager first. It is recorded and has a date.',
  formal:
    'It was tried informally, or is too serious for that. The days of a dispute count from now.',
  good_practice: 'Work that made a difference for a child. It is shared with those who did it.',
}

export const isAlertKind = (kind: string): kind is AlertKind =>
  (alertKinds as readonly string[]).includes(kind)

/** What an alert is called by: a number that names no child. */
export const alertReference = (alert: {
  readonly number: number | null
  readonly raisedOn: string | null
}): `Alert ${number}-${string}` | undefined =>
  alert.number === null || alert.raisedOn === null
    ? undefined
    : `Alert ${Number(alert.raisedOn.slice(0, 4))}-${String(alert.number).padStart(4, '0')}`

/** As a list or heading calls it: kind, stage and whether a child is at immediate risk. */
export const alertTitle = (alert: {
  readonly kind: AlertKind
  readonly stage: number
  readonly isImmediate: boolean
}): string => {
  if (alert.isImmediate) return 'Immediate risk'
  return alert.stage > 0 ? `Dispute at stage ${alert.stage}` : alertKindLabels[alert.kind]
}

/** @param ids as they stand on an alert */
export const categoriesOf = (ids: string | null): string[] => ids?.split(' ') ?? []
