/** Which rubrics belong to a case, and which items an auditor is shown. */
import { describe, expect, test } from 'vitest'
import {
  appliesTo,
  type CaseFacts,
  type GivenAnswers,
  shownItems,
} from '../../src/rubrics/rules/applicability.ts'
import { damaged, parsedRubric } from './rubric-files.ts'

describe('appliesTo', () => {
  const forTeens = parsedRubric(
    damaged([
      '{ status: [cp, cin] }',
      '{ status: [cp, cin], age: { from: 10, to: 15 }, flags: [missing, gangs] }',
    ])
  )

  test.each<[string, CaseFacts, boolean]>([
    ['everything known and met', { status: 'cp', age: 12, flags: ['gangs'] }, true],
    ['the lowest age', { status: 'cp', age: 10, flags: ['gangs'] }, true],
    ['the highest age', { status: 'cp', age: 15, flags: ['gangs'] }, true],
    ['one flag of several', { status: 'cin', age: 12, flags: ['young_carer', 'missing'] }, true],
    ['another status', { status: 'care', age: 12, flags: ['gangs'] }, false],
    ['too young', { status: 'cp', age: 9, flags: ['gangs'] }, false],
    ['too old', { status: 'cp', age: 16, flags: ['gangs'] }, false],
    ['other flags', { status: 'cp', age: 12, flags: ['young_carer'] }, false],
    ['known to have no flags', { status: 'cp', age: 12, flags: [] }, false],
    ['nothing known', {}, true],
    ['age not known', { status: 'cp', flags: ['gangs'] }, true],
    ['status not known, too old', { age: 16 }, false],
  ])('%s', (_what, facts, expected) => {
    expect(appliesTo(forTeens, facts)).toBe(expected)
  })

  test('no conditions: every case', () => {
    const forAll = parsedRubric(damaged(['{ status: [cp, cin] }', '{}']))
    expect(appliesTo(forAll, { status: 'closed', age: 0, flags: [] })).toBe(true)
  })

  test('one end of an age', () => {
    const fromTen = parsedRubric(damaged(['{ status: [cp, cin] }', '{ age: { from: 10 } }']))
    expect(appliesTo(fromTen, { age: 25 })).toBe(true)
    expect(appliesTo(fromTen, { age: 9 })).toBe(false)
  })
})

describe('shownItems', () => {
  const chain = parsedRubric(
    damaged(
      ['kind: number', 'kind: number\n    shows_when: { item: tea.with, is: [milk, lemon] }'],
      [
        'kind: category',
        'kind: category\n    multiple: true\n    shows_when: { item: tea.hot, is: [good, not_applicable] }',
      ]
    )
  )

  test.each<[string, GivenAnswers, string]>([
    ['nothing answered', {}, 'hot'],
    ['an answer that nothing waits for', { 'tea.hot': 'outstanding' }, 'hot'],
    ['one follow-up', { 'tea.hot': 'inadequate' }, 'hot why_cold'],
    ['not applicable can be waited for', { 'tea.hot': 'not_applicable' }, 'hot with'],
    ['a chain', { 'tea.hot': 'good', 'tea.with': 'milk' }, 'hot cups with'],
    ['several choices', { 'tea.hot': 'good', 'tea.with': ['sugar', 'lemon'] }, 'hot cups with'],
    ['no choices', { 'tea.hot': 'good', 'tea.with': [] }, 'hot with'],
    ['an answer left behind when its item is hidden', { 'tea.with': 'milk' }, 'hot'],
  ])('%s', (_what, answers, shown) => {
    const keys = shownItems(chain, answers).map((item) => item.key.replace('tea.', ''))
    expect(keys.join(' ')).toBe(shown)
  })

  test('a damaged rubric with a circle comes to an end', () => {
    const [hot, why] = chain.items
    if (hot === undefined || why === undefined) throw new Error('two items expected')
    const circle = { items: [{ ...hot, showsWhen: { item: why.key, is: ['x'] } }, why] }
    expect(shownItems(circle, { 'tea.hot': 'inadequate', 'tea.why_cold': 'x' })).toEqual([])
  })
})
