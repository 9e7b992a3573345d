/** A round as the boxes of its form, and what differs between what is stored and what somebody typed. */

interface StoredRound {
  readonly name: string
  readonly kind: string
  readonly selection: string
  readonly windowFrom: string | null
  readonly windowTo: string | null
  readonly dueOn: string | null
  readonly revision: number
}

const DATES = ['windowFrom', 'windowTo', 'dueOn'] as const

const boxes = (field: string, date: string | null): [string, string][] => {
  const [year = '', month = '', day = ''] = (date ?? '').split('-')
  const plain = (digits: string): string => digits.replace(/^0/, '')
  return [
    [`${field}-day`, plain(day)],
    [`${field}-month`, plain(month)],
    [`${field}-year`, year],
  ]
}

export const valuesOf = (round: StoredRound): Readonly<Record<string, string>> =>
  Object.fromEntries([
    ['name', round.name],
    ['kind', round.kind],
    ['selection', round.selection],
    ['revision', String(round.revision)],
    ...DATES.flatMap((field) => boxes(field, round[field])),
  ])

export type RoundField = 'name' | 'kind' | 'selection' | (typeof DATES)[number]

/** The fields that are stored otherwise than typed. Both are boxes of the form. */
export const differingFields = (
  stored: Readonly<Record<string, string>>,
  typed: Readonly<Record<string, string>>
): RoundField[] => {
  const isOther = (name: string): boolean => (stored[name] ?? '') !== (typed[name] ?? '').trim()
  return [
    ...(['name', 'kind', 'selection'] as const).filter(isOther),
    ...DATES.filter((field) =>
      ['day', 'month', 'year'].some((part) => isOther(`${field}-${part}`))
    ),
  ]
}
