/** Which answers are well-formed, by kind of item, and what is said of those that are not. */
import { describe, expect, test } from 'vitest'
import { readAnswer } from '../../src/audits/rules/answer-shape.ts'
import type { Item } from '../../src/rubrics/rules/rubric.ts'

const base = {
  key: 'x.item',
  short: 'Item',
  question: 'Is it?',
  guidance: undefined,
  required: true,
  alwaysApplies: false,
  showsWhen: undefined,
}
const descriptors = {
  outstanding: 'o',
  good: 'g',
  requires_improvement: 'r',
  inadequate: 'i',
}
const choices = [
  { key: 'child', label: 'The child' },
  { key: 'parent', label: 'A parent' },
  { key: 'none', label: 'Nobody' },
]
const grade: Item = { ...base, kind: 'grade', critical: false, descriptors }
const yesNo: Item = { ...base, kind: 'yes_no' }
const months: Item = { ...base, kind: 'number', unit: 'months' }
const share: Item = { ...base, kind: 'number', unit: '%' }
const one: Item = { ...base, kind: 'category', multiple: false, choices }
const several: Item = { ...base, kind: 'category', multiple: true, choices }
const text: Item = { ...base, kind: 'text' }
const always: Item = { ...grade, alwaysApplies: true }

const read = (item: Item, values: readonly string[]) =>
  readAnswer(item, { values, evidence: 'Seen on 5 January.', reason: '' })

const words = { evidence: 'Seen on 5 January.', reason: '' }

describe('well-formed', () => {
  test.each<[string, Item, string[], string, string | null]>([
    ['nothing chosen yet', grade, [], 'blank', null],
    ['an empty field', months, [''], 'blank', null],
    ['a grade', grade, ['requires_improvement'], 'answered', 'requires_improvement'],
    ['yes', yesNo, ['yes'], 'answered', 'yes'],
    ['not applicable', yesNo, ['not_applicable'], 'not_applicable', null],
    ['not enough evidence', grade, ['not_enough_evidence'], 'not_enough_evidence', null],
    [
      'no evidence for what always applies',
      always,
      ['not_enough_evidence'],
      'not_enough_evidence',
      null,
    ],
    ['a whole number', months, ['7'], 'answered', '7'],
    ['a number in spaces', months, [' 7 '], 'answered', '7'],
    ['a number with a comma', months, ['1,200'], 'answered', '1200'],
    ['decimals', months, ['7.50'], 'answered', '7.5'],
    ['nought', months, ['0'], 'answered', '0'],
    ['a number left blank and ticked away', months, ['', 'not_applicable'], 'not_applicable', null],
    ['the whole of a percentage', share, ['100'], 'answered', '100'],
    ['one choice', one, ['parent'], 'answered', 'parent'],
    [
      'several choices, in the order of the rubric',
      several,
      ['parent', 'child'],
      'answered',
      '["child","parent"]',
    ],
    ['one of several', several, ['none'], 'answered', '["none"]'],
    [
      'a text',
      text,
      ['Read the genogram.\nWell kept.'],
      'answered',
      'Read the genogram.\nWell kept.',
    ],
    ['a text that reads like a key', text, ['not_applicable'], 'answered', 'not_applicable'],
    ['a text of spaces', text, ['  \n '], 'blank', null],
  ])('%s', (_, item, values, state, value) => {
    expect(read(item, values)).toEqual({ ok: true, answer: { state, value, ...words } })
  })
})

describe('refused, saying what would be right', () => {
  const MONTHS = 'Enter a number of months in figures, such as 12, with at most two decimal places'
  test.each<[string, Item, string[], string]>([
    ['an unknown grade', grade, ['excellent'], 'Choose one of the grades'],
    ['two grades', grade, ['good', 'inadequate'], 'Choose one of the grades'],
    [
      'not applicable where it always applies',
      always,
      ['not_applicable'],
      'Choose one of the grades',
    ],
    ['maybe', yesNo, ['maybe'], 'Choose yes or no'],
    ['a number in words', months, ['seven'], MONTHS],
    ['a negative number', months, ['-1'], MONTHS],
    ['a decimal comma', months, ['7,5'], MONTHS],
    ['three decimals', months, ['7.125'], MONTHS],
    ['an exponent', months, ['1e3'], MONTHS],
    ['two numbers', months, ['7', '8'], 'Enter one number'],
    ['more than all', share, ['101'], 'Enter a percentage between 0 and 100: 101 is too large'],
    [
      'an absurd number',
      months,
      ['10001'],
      'Enter a number of months between 0 and 10000: 10001 is too large',
    ],
    [
      'a number that is also ticked away',
      months,
      ['7', 'not_applicable'],
      'Give an answer, or tick that there is none to give, but not both',
    ],
    ['an unknown choice', one, ['cousin'], 'Choose from the list: The child, A parent, Nobody'],
    ['two of one', one, ['child', 'parent'], 'Choose one answer'],
    [
      'nobody and somebody',
      several,
      ['none', 'child'],
      'Choose “Nobody” alone, or the others without it',
    ],
    [
      'a text too long',
      text,
      ['x'.repeat(20_314)],
      'Shorten this to 20,000 characters or fewer: 20,314 were typed',
    ],
  ])('%s', (_, item, values, message) => {
    expect(read(item, values)).toEqual({ ok: false, message })
  })

  test('evidence too long, counted as people count', () => {
    const sent = (evidence: string) => readAnswer(grade, { values: [], evidence, reason: '' })
    expect(sent('👪'.repeat(20_001))).toEqual({
      ok: false,
      message: 'Shorten this to 20,000 characters or fewer: 20,001 were typed',
    })
    expect(sent('👪'.repeat(20_000)).ok).toBe(true)
  })
})
