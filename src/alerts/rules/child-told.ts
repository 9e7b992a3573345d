/** Whether the child was told that an alert was raised for them, and was offered an advocate. Source: domain §3.1 (P:merton). */
import { TEXT_LIMIT } from './draft.ts'

export const childToldLabels = {
  yes: 'Yes',
  not_yet: 'Not yet',
  no: 'No',
} as const

export const advocateLabels = {
  accepted: 'Yes, and wants one',
  declined: 'Yes, and does not want one',
  has_one: 'Has an advocate already',
  no: 'No',
} as const

export type TypedChildTold = {
  readonly childTold: string
  readonly childToldWhy: string
  readonly advocateOffered: string
  readonly advocateWhy: string
}

const isOf = <T extends object>(labels: T, typed: string): boolean => Object.hasOwn(labels, typed)

/** @returns what is wrong, by field; empty when nothing is */
export const childToldFaults = (typed: TypedChildTold): Readonly<Record<string, string>> => {
  const faults: Record<string, string> = {}
  if (!isOf(childToldLabels, typed.childTold)) faults.childTold = 'Say whether the child was told'
  if (!isOf(advocateLabels, typed.advocateOffered)) {
    faults.advocateOffered = 'Say whether the child was offered an advocate'
  }
  if (typed.childTold === 'no' && typed.childToldWhy.trim() === '') {
    faults.childToldWhy = 'Write why the child was not told, for example that they are too young'
  }
  if (typed.advocateOffered === 'no' && typed.advocateWhy.trim() === '') {
    faults.advocateWhy = 'Write why no advocate was offered'
  }
  for (const field of ['childToldWhy', 'advocateWhy'] as const) {
    if (typed[field].trim().length > TEXT_LIMIT) {
      faults[field] = `Use ${TEXT_LIMIT.toLocaleString('en-GB')} characters or fewer`
    }
  }
  return faults
}
