/** What was typed into the search against references, names and sentences. */
import { describe, expect, test } from 'vitest'
import { straightTo } from '../../src/work/rules/find-kind.ts'
import { isNamedBy, patternsOf, rangeOf, tidySearch } from '../../src/work/rules/find-text.ts'
import { afterKey, groupFound, partOf } from '../../src/work/rules/group-found.ts'

test('spaces and compositions are tidied', () => {
  expect(tidySearch('  AB \t 12\n')).toBe('AB 12')
  expect(tidySearch('Zoe\u0308')).toBe('Zo\u00eb')
  expect(tidySearch('ＡＢ１２')).toBe('AB12')
})

test('a range of keys folds A to Z and takes wildcards as they are', () => {
  expect(rangeOf('Ab_1%')).toEqual({ from: 'ab_1%', to: 'ab_1%\u{10FFFF}' })
  expect(rangeOf('ÉA').from).toBe('Éa')
})

describe('names', () => {
  test.each([
    ['Zoë O’Hara-Smith', 'zoe', true],
    ['Zoë O’Hara-Smith', 'smith ZO', true],
    ['Zoë O’Hara-Smith', 'hara', true],
    ['Zoë O’Hara-Smith', 'mith', false],
    ['Zoë O’Hara-Smith', 'zoe jones', false],
    ['January learning audit', 'learn jan', true],
    ['李 小龍', '李', true],
    ['Anybody', '%_', false],
    ['Anybody', '—', false],
  ])('%s by %s: %s', (name, typed, found) => {
    expect(isNamedBy(name, typed)).toBe(found)
  })
})

test('patterns take %, _ and \\ as they are', () => {
  expect(patternsOf('Plan 50%_\\')).toEqual(['%plan%', '%50\\%\\_\\\\%'])
})

test('pages end with where the next one starts', () => {
  const keyOf = (key: string) => key
  expect(partOf(['a', 'b', 'c'], 2, keyOf)).toEqual({ shown: ['a', 'b'], next: 'b' })
  expect(partOf(['a', 'b'], 2, keyOf)).toEqual({ shown: ['a', 'b'], next: undefined })
  expect(partOf([], 2, keyOf)).toEqual({ shown: [], next: undefined })
  expect(afterKey(['a', 'b', 'c'], 'b', keyOf)).toEqual(['c'])
  expect(afterKey(['a', 'b', 'c'], 'unknown', keyOf)).toEqual(['a', 'b', 'c'])
})

const row = (id: string, actionId: string | null, isReadable = 1, caseKey = 'ab1') => ({
  caseKey,
  caseReference: caseKey.toUpperCase(),
  caseId: null,
  id,
  actionId,
  isReadable,
})

test('rows of one case become its audits and its actions, each once', () => {
  const rows = [row('2', 'x'), row('2', 'y'), row('1', null), row('3', 'z', 0, 'ab2')]
  expect(
    groupFound(rows).map(({ key, reference, audits, actions }) => [
      key,
      reference,
      audits.map(({ id }) => id),
      actions.map(({ actionId }) => actionId),
    ])
  ).toEqual([
    ['ab1', 'AB1', ['2', '1'], ['x', 'y']],
    ['ab2', 'AB2', [], ['z']],
  ])
})

test('a case with a page is there without audits too, and history is opened by its newest audit', () => {
  const pages = [{ key: 'ab0', id: 'c', reference: 'AB0' }]
  const grouped = (opensHistory: boolean) =>
    groupFound([row('2', null), row('1', null), row('3', 'z', 0, 'ab2')], pages, opensHistory).map(
      ({ reference, pageId }) => [reference, pageId]
    )
  expect(grouped(true)).toEqual([
    ['AB0', 'c'],
    ['AB1', '2'],
    ['AB2', undefined],
  ])
  expect(grouped(false).at(1)).toEqual(['AB1', undefined])
})

describe('straight to', () => {
  const none = { shown: [], next: undefined }
  const nothing = { audit: undefined, cases: none, people: none, rounds: none, actions: none }
  const cases = (...rows: ReturnType<typeof row>[]) => ({
    shown: groupFound(rows),
    next: undefined,
  })

  const paged = (...rows: ReturnType<typeof row>[]) => ({
    shown: groupFound(rows, [{ key: 'ab1', id: 'c', reference: 'AB1' }]),
    next: undefined,
  })

  test.each([
    ['nothing', nothing, undefined],
    ['the audit of the reference', { ...nothing, audit: { id: '9' } }, '/audits/9'],
    ['the one audit of the case', { ...nothing, cases: cases(row('1', 'x')) }, '/audits/1'],
    ['two audits', { ...nothing, cases: cases(row('1', null), row('2', null)) }, undefined],
    [
      'an audit and a case beside',
      { ...nothing, audit: { id: '9' }, cases: cases(row('1', null)) },
      undefined,
    ],
    ['the one action', { ...nothing, cases: cases(row('1', 'x', 0)) }, '/actions/x'],
    ['the page of the case', { ...nothing, cases: paged(row('1', 'x')) }, '/cases/c'],
    ['the page of a case that nobody audited', { ...nothing, cases: paged() }, '/cases/c'],
    [
      'an audit and the page of a case',
      { ...nothing, audit: { id: '9' }, cases: paged() },
      undefined,
    ],
    ['two actions', { ...nothing, cases: cases(row('1', 'x', 0), row('1', 'y', 0)) }, undefined],
    ['a longer reference', { ...nothing, cases: cases(row('1', null, 1, 'ab12')) }, undefined],
    [
      'a person of the name',
      { ...nothing, cases: cases(row('1', null)), people: { shown: [0] } },
      undefined,
    ],
  ])('%s', (_, found, address) => {
    expect(straightTo(found, 'ab1')).toBe(address)
  })
})
