/** What changed between two versions, and what that proposes about meaning. */
import { expect, test } from 'vitest'
import { differenceOf } from '../../src/rubrics/rules/difference.ts'
import { meaningRows } from '../../src/rubrics/rules/meaning.ts'
import type { Item, Rubric } from '../../src/rubrics/rules/rubric.ts'

const item = (key: string, more: Partial<Item> = {}): Item =>
  ({
    key,
    short: key,
    question: `${key}?`,
    guidance: undefined,
    required: true,
    alwaysApplies: false,
    showsWhen: undefined,
    kind: 'yes_no',
    ...more,
  }) as Item

const rubric = (items: readonly Item[], more: Partial<Rubric> = {}): Rubric => ({
  key: 'tea',
  version: '1',
  title: 'Tea',
  judgement: 'leadership',
  source: 'Us',
  scale: 'four_grade',
  applies: { status: undefined, age: undefined, flags: [] },
  rules: {},
  items,
  ...more,
})

const graded = (key: string, good: string) =>
  item(key, {
    kind: 'grade',
    critical: false,
    descriptors: { outstanding: 'O', good, requires_improvement: 'R', inadequate: 'I' },
  } as Partial<Item>)

test('an equal rubric has nothing changed and goes on meaning what it meant', () => {
  const found = differenceOf(rubric([item('a.x')]), rubric([item('a.x')]))
  expect(found.fields).toEqual([])
  expect(found.items.map(({ kind, proposed }) => [kind, proposed])).toEqual([['same', 'same']])
  expect(found.themeProposed).toBe('same')
})

test('a new name or place to look keeps the meaning; a new question does not', () => {
  const found = differenceOf(
    rubric([item('a.x'), item('a.y')]),
    rubric([item('a.x', { short: 'X', guidance: 'The plan.' }), item('a.y', { question: 'Why?' })])
  )
  expect(found.items.map(({ key, proposed, fields }) => [key, proposed, fields])).toEqual([
    [
      'a.x',
      'same',
      [
        { field: 'short', before: 'a.x', after: 'X' },
        { field: 'guidance', before: undefined, after: 'The plan.' },
      ],
    ],
    ['a.y', 'changed', [{ field: 'question', before: 'a.y?', after: 'Why?' }]],
  ])
  // Measures have no part in the grade of the theme.
  expect(found.themeProposed).toBe('same')
})

test('a descriptor names its grade, and a criterion changed, added or retired changes the theme', () => {
  const before = rubric([graded('a.x', 'Fine.'), graded('a.y', 'Fine.')])
  const reworded = differenceOf(before, rubric([graded('a.x', 'Well.'), graded('a.y', 'Fine.')]))
  expect(reworded.items[0]?.fields).toEqual([
    { field: 'descriptors.good', before: 'Fine.', after: 'Well.' },
  ])
  expect(reworded.themeProposed).toBe('changed')
  const fewer = differenceOf(before, rubric([graded('a.x', 'Fine.')]))
  expect(fewer.items.map(({ key, kind }) => [key, kind])).toEqual([
    ['a.x', 'same'],
    ['a.y', 'retired'],
  ])
  expect(fewer.themeProposed).toBe('changed')
})

test('of items in another order the fewest are called moved', () => {
  const before = rubric([item('a.p'), item('a.q'), item('a.r'), item('a.s')])
  const after = rubric([item('a.s'), item('a.p'), item('a.q'), item('a.r'), item('a.new')])
  expect(
    differenceOf(before, after)
      .items.filter(({ isMoved }) => isMoved)
      .map(({ key }) => key)
  ).toEqual(['a.s'])
})

test('whom it is for and how it is graded decide what the theme grade stands for; the source does not', () => {
  const before = rubric([graded('a.x', 'Fine.')])
  const narrower = { applies: { status: ['cp'], age: { from: 3, to: undefined }, flags: ['x'] } }
  expect(differenceOf(before, rubric(before.items, narrower as Partial<Rubric>))).toMatchObject({
    fields: [
      { field: 'applies.status', before: undefined, after: 'cp' },
      { field: 'applies.age', before: undefined, after: '3–' },
      { field: 'applies.flags', before: undefined, after: 'x' },
    ],
    themeProposed: 'changed',
  })
  expect(
    differenceOf(before, rubric(before.items, { rules: { half_weak_caps: 'off' } }))
  ).toMatchObject({
    fields: [{ field: 'rules.half_weak_caps', before: 'requires_improvement', after: 'off' }],
    themeProposed: 'changed',
  })
  expect(differenceOf(before, rubric(before.items, { source: 'Them' })).themeProposed).toBe('same')
})

test('a meaning goes back through every version that kept it, and the publisher has the last word', () => {
  const first = rubric([graded('a.x', 'Fine.'), item('a.y')])
  const second = rubric([graded('a.x', 'Quite fine.'), item('a.y', { question: 'Why?' })])
  const difference = differenceOf(first, second)
  const base = { id: 'v1', since: new Map([['a.x', 'v0']]) }
  expect(meaningRows('v2', base, difference)).toEqual([
    { item: '', sinceVersionId: 'v2', reason: '' },
    { item: 'a.x', sinceVersionId: 'v2', reason: '' },
    { item: 'a.y', sinceVersionId: 'v2', reason: '' },
  ])
  const stated = new Map([
    ['', { meaning: 'same', reason: '' } as const],
    ['a.x', { meaning: 'same', reason: 'Plainer words only.' } as const],
  ])
  expect(meaningRows('v2', base, difference, stated)).toEqual([
    { item: '', sinceVersionId: 'v1', reason: '' },
    { item: 'a.x', sinceVersionId: 'v0', reason: 'Plainer words only.' },
    { item: 'a.y', sinceVersionId: 'v2', reason: '' },
  ])
})
