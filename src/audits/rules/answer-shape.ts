/**
 * Is this answer well-formed? Asked at every save and lenient: an answer may be half given. Whether the audit is ready
 * to submit is another question (ready.ts).
 */
import {
  type CategoryMeasure,
  type Item,
  type NumberMeasure,
  notApplicable,
  notEnoughEvidence,
} from '../../rubrics/rules/rubric.ts'
import { tooLong } from './text-limit.ts'

export type AnswerState = 'blank' | 'answered' | 'not_applicable' | 'not_enough_evidence'

/** An answer as it is kept. */
export type AnswerContent = {
  /** `blank`: nothing chosen yet, though there may be words. */
  readonly state: AnswerState
  /** Grade, yes/no, number as text, choice key, JSON array of choice keys (multiple), or text. */
  readonly value: string | null
  readonly evidence: string
  /** Why not applicable, or what evidence was missing; kept when the answer changes. */
  readonly reason: string
}

/** An answer as it was sent: every value under its name, in order. */
export type SentAnswer = {
  readonly values: readonly string[]
  readonly evidence: string
  readonly reason: string
}

/** An answer that was sent, with the revision that it builds on: 0 when there was none. */
export type PostedAnswer = SentAnswer & { readonly itemKey: string; readonly revision: number }

export type ReadAnswer =
  | { readonly ok: true; readonly answer: AnswerContent }
  | { readonly ok: false; readonly message: string }

/** "Not applicable" is offered, except where the rubric says that the item always applies. */
export const offersNotApplicable = (item: Item): boolean =>
  !item.alwaysApplies && item.kind !== 'text'

/** Every criterion may lack evidence; a measure only where the record may not show it. */
export const offersNotEnoughEvidence = (item: Item): boolean =>
  item.kind === 'grade' || offersNotApplicable(item)

/** Numbers of the field are counts, days, hours, months and percentages. */
const LARGEST_NUMBER = 10_000

const isPercentage = (unit: string): boolean => /%|per ?cent/i.test(unit)

const readNumber = (item: NumberMeasure, typed: string): string | { message: string } => {
  const isShare = isPercentage(item.unit)
  const most = isShare ? 100 : LARGEST_NUMBER
  const what = isShare ? 'a percentage' : `a number of ${item.unit}`
  const text = typed
    .trim()
    .replace(/^(\d{1,3})((,\d{3})+)(?=\.|$)/, (all) => all.replaceAll(',', ''))
    .replace(isShare ? /\s*%$/ : /$^/, '')
  if (!/^\d+(\.\d{1,2})?$/.test(text)) {
    const example = isShare ? '85' : '12'
    return {
      message: `Enter ${what} in figures, such as ${example}, with at most two decimal places`,
    }
  }
  return Number(text) > most
    ? { message: `Enter ${what} between 0 and ${most}: ${text} is too large` }
    : String(Number(text))
}

const readChoices = (
  item: CategoryMeasure,
  given: readonly string[]
): string | { message: string } => {
  const keys = item.choices.map(({ key }) => key)
  if (given.some((each) => !keys.includes(each))) {
    return { message: `Choose from the list: ${item.choices.map(({ label }) => label).join(', ')}` }
  }
  if (!item.multiple)
    return given.length === 1 ? (given[0] ?? '') : { message: 'Choose one answer' }
  const nobody = item.choices.find(({ key }) => key === 'none')
  if (nobody && given.includes('none') && given.length > 1) {
    return { message: `Choose “${nobody.label}” alone, or the others without it` }
  }
  return JSON.stringify(keys.filter((key) => given.includes(key)))
}

const readValue = (item: Item, given: readonly string[]): string | { message: string } => {
  const [only = ''] = given
  switch (item.kind) {
    case 'grade':
      return given.length === 1 && Object.hasOwn(item.descriptors, only)
        ? only
        : { message: 'Choose one of the grades' }
    case 'yes_no':
      return given.length === 1 && (only === 'yes' || only === 'no')
        ? only
        : { message: 'Choose yes or no' }
    case 'number':
      return given.length === 1 ? readNumber(item, only) : { message: 'Enter one number' }
    case 'category':
      return readChoices(item, given)
    case 'text':
      return given.length === 1 ? only : { message: 'Write one text' }
  }
}

export const readAnswer = (item: Item, sent: SentAnswer): ReadAnswer => {
  const words = { evidence: sent.evidence, reason: sent.reason }
  const tooMuch = [...sent.values, sent.evidence, sent.reason].map(tooLong).find(Boolean)
  if (tooMuch !== undefined) return { ok: false, message: tooMuch }
  const given = sent.values.filter((value) => value.trim() !== '')
  if (given.length === 0) return { ok: true, answer: { state: 'blank', value: null, ...words } }
  const [only] = given
  if (item.kind !== 'text' && given.length === 1) {
    if (only === notApplicable && offersNotApplicable(item)) {
      return { ok: true, answer: { state: 'not_applicable', value: null, ...words } }
    }
    if (only === notEnoughEvidence && offersNotEnoughEvidence(item)) {
      return { ok: true, answer: { state: 'not_enough_evidence', value: null, ...words } }
    }
  }
  if (
    item.kind !== 'text' &&
    given.length > 1 &&
    (given.includes(notApplicable) || given.includes(notEnoughEvidence))
  ) {
    return {
      ok: false,
      message: 'Give an answer, or tick that there is none to give, but not both',
    }
  }
  const value = readValue(item, given)
  return typeof value === 'string'
    ? { ok: true, answer: { state: 'answered', value, ...words } }
    : { ok: false, message: value.message }
}

/** The choices of a kept answer; one choice is a list of one. */
export const choicesOf = (item: Item, value: string): readonly string[] =>
  item.kind === 'category' && item.multiple ? (JSON.parse(value) as string[]) : [value]

export const isSameAnswer = (a: AnswerContent, b: AnswerContent): boolean =>
  a.state === b.state && a.value === b.value && a.evidence === b.evidence && a.reason === b.reason
