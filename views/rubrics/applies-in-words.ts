/** Which cases a rubric is for, in a few words. */
import type { Applies } from '../../src/rubrics/rules/rubric.ts'
import { statusLabel } from '../format.ts'

/** `Child in need, Child protection; aged 10 to 15; flagged missing or gangs`; `Every case`. */
export const appliesInWords = ({ status, age, flags }: Applies): string => {
  const parts = [
    status === undefined ? undefined : status.map(statusLabel).join(', '),
    ageInWords(age),
    flags.length === 0 ? undefined : `flagged ${flags.map(words).join(' or ')}`,
  ].filter((part) => part !== undefined)
  const text = parts.join('; ')
  return text === '' ? 'Every case' : `${text.charAt(0).toUpperCase()}${text.slice(1)}`
}

const ageInWords = (age: Applies['age']): string | undefined => {
  if (age?.from !== undefined && age.to !== undefined) return `aged ${age.from} to ${age.to}`
  if (age?.from !== undefined) return `aged ${age.from} or over`
  return age?.to === undefined ? undefined : `aged ${age.to} or under`
}

const words = (key: string): string => key.replaceAll('_', ' ')
