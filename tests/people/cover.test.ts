/** Who may act for whom, and when: the rule alone. */
import { expect, test } from 'vitest'
import { type CoverSpan, coverFaults, rolesThatCover } from '../../src/people/rules/cover.ts'
import type { Role } from '../../src/people/rules/permissions.ts'

const person = (id: string, ...roles: Role[]) => ({ id, isActive: true, roles })

test.each([
  [['iro'], ['iro', 'iro_manager']],
  [['iro_manager'], ['iro', 'iro_manager']],
  [
    ['manager', 'iro'],
    ['iro', 'iro_manager'],
  ],
  [['manager'], ['manager', 'qa_lead', 'senior_leader']],
  [['qa_lead'], ['manager', 'qa_lead', 'senior_leader']],
  [
    ['senior_leader', 'practitioner'],
    ['manager', 'qa_lead', 'senior_leader'],
  ],
  [['practitioner'], ['practitioner', 'manager', 'qa_lead', 'senior_leader']],
  [['administrator'], []],
  [['partner'], []],
  [[], []],
] satisfies [Role[], Role[]][])('%j is covered by %j', (away, expected) => {
  expect(rolesThatCover(away)).toEqual(expected)
})

const today = '2026-01-12'
const rosa = person('rosa', 'iro')
const amir = person('amir', 'iro')

const faults = (
  fromOn: string,
  toOn: string,
  more: {
    cover?: ReturnType<typeof person>
    spans?: CoverSpan[]
    spansOfCover?: CoverSpan[]
    spansCovered?: (CoverSpan & { personName: string })[]
  } = {}
) =>
  coverFaults(
    { fromOn, toOn },
    { away: rosa, cover: 'cover' in more ? more.cover : amir },
    more.spans ?? [],
    more.spansOfCover ?? [],
    more.spansCovered ?? [],
    today
  )

test('one day, today, is enough; a year is the most', () => {
  expect(faults(today, today)).toEqual({})
  expect(faults('2026-01-12', '2027-01-12')).toEqual({})
  expect(faults('2026-01-12', '2027-01-13')).toEqual({
    toOn: 'The last day must be at most a year after the first',
  })
})

test('it begins today or later and ends no earlier than it begins, across the turn of the year too', () => {
  expect(faults('2026-01-11', '2026-01-13')).toEqual({
    fromOn: 'The first day must be today or later',
  })
  expect(faults('2027-01-02', '2026-12-30')).toEqual({
    toOn: 'The last day must be the first day or later',
  })
  expect(faults('2026-12-30', '2027-01-02')).toEqual({})
})

const spans = [{ fromOn: '2026-02-02', toOn: '2026-02-06' }]
const taken = 'Somebody covers on one of these days already: end that first, or choose other days'

test.each([
  ['2026-01-30', '2026-02-01', undefined],
  ['2026-01-30', '2026-02-02', taken],
  ['2026-02-03', '2026-02-04', taken],
  ['2026-02-06', '2026-02-10', taken],
  ['2026-02-07', '2026-02-10', undefined],
  ['2026-01-30', '2026-02-10', taken],
])('both ends count: from %s to %s beside another cover', (fromOn, toOn, fault) => {
  expect(faults(fromOn, toOn, { spans }).fromOn).toBe(fault)
})

test('whoever is away themself on one of the days cannot cover: cover is not passed on', () => {
  expect(faults('2026-02-06', '2026-02-10', { spansOfCover: spans }).coverId).toMatch(
    /^They are away themselves on one of these days/
  )
  expect(faults('2026-02-07', '2026-02-10', { spansOfCover: spans })).toEqual({})
})

test('not oneself, nobody whose role cannot, nobody who has left, nobody unknown', () => {
  const list = 'Choose somebody from the list: it has those whose role can do this'
  expect(faults(today, today, { cover: rosa }).coverId).toBe(
    'Choose somebody else: nobody covers for themselves'
  )
  expect(faults(today, today, { cover: person('mo', 'manager') }).coverId).toBe(list)
  expect(faults(today, today, { cover: { ...amir, isActive: false } }).coverId).toBe(list)
  expect(
    coverFaults({ fromOn: today, toOn: today }, { away: rosa, cover: undefined }, [], [], [], today)
  ).toEqual({ coverId: list })
})

test('whoever covers for somebody on one of the days cannot be away as well', () => {
  const spansCovered = [{ fromOn: '2026-02-02', toOn: '2026-02-06', personName: 'Bea Shaw' }]
  const fault =
    'On one of these days whoever is away here covers for Bea Shaw, and cover is not passed on: end that first, or choose other days'
  expect(faults('2026-02-06', '2026-02-10', { spansCovered })).toEqual({ fromOn: fault })
  expect(faults('2026-01-20', '2026-02-02', { spansCovered })).toEqual({ fromOn: fault })
  expect(faults('2026-02-07', '2026-02-10', { spansCovered })).toEqual({})
  expect(faults('2026-01-20', '2026-02-01', { spansCovered })).toEqual({})
})
