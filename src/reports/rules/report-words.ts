/** What a report calls themes, kinds of round and service statuses, in headings and within sentences. */

import { auditThemeKey } from '../../rubrics/rules/rubric.ts'
import type { Scale } from '../../rubrics/rules/scale.ts'
import { fourGradeKey } from '../../rubrics/rules/scale.ts'

const kinds: Readonly<Record<string, string>> = {
  learning: 'learning audits',
  thematic: 'thematic audits',
  dip: 'dip samples',
  multi_agency: 'multi-agency audits',
  re_audit: 're-audits',
  observation: 'observations of practice',
  self_assessment: 'self-assessments',
}

export const kindWords = (kind: string): string => kinds[kind] ?? kind.replace(/[_-]+/g, ' ')

const statuses: Readonly<Record<string, string>> = {
  early_help: 'Early help',
  assessment: 'Assessment',
  cin: 'Child in need',
  cp: 'Child protection',
  care: 'Child in care',
  care_leaver: 'Care leaver',
  closed: 'Closed',
}

export const statusWords = (status: string): string =>
  status === '' ? 'Not known' : (statuses[status] ?? status)

/** Last words of titles that name a thing of which there can be 14. */
const COUNTABLE = ['plan', 'assessment', 'enquiry', 'discussion', 'observation']

/** `Child in need plan` → `child in need plan`, `child in need plans`; undefined for `Voice of the child`. */
export const nounOf = (theme: string, title: string) => {
  if (theme === auditThemeKey) return { one: 'case', many: 'cases' }
  const one = lowerFirst(title)
  const last = one.split(' ').at(-1) ?? ''
  if (!COUNTABLE.includes(last) || one.includes(',') || one.includes(' and ')) return undefined
  return { one, many: one.endsWith('y') ? `${one.slice(0, -1)}ies` : `${one}s` }
}

/** Titles begin sentences; abbreviations such as IRO stay as they are. */
export const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`

/** `good or better`; on a scale of the council's own the labels that count as good. */
export const goodWords = (scale: Scale): string => {
  if (scale.key === fourGradeKey) return 'good or better'
  const labels = scale.values.flatMap(({ isPositive, label }) =>
    isPositive ? [label.toLowerCase()] : []
  )
  return labels.length < 2
    ? (labels[0] ?? '')
    : `${labels.slice(0, -1).join(', ')} or ${labels.at(-1)}`
}

const two = (date: string): string => date.slice(8).replace(/^0/, '')
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `30 Jan 2026`. */
export const shortDate = (date: string): string =>
  `${two(date)} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
