/** Who was told, as typed: times in London, means, and names that may be the family's. */
import { describe, expect, test } from 'vitest'
import { londonInstant } from '../../src/people/rules/london-time.ts'
import { looksLikeFamily } from '../../src/people/rules/name-question.ts'
import { checkTold } from '../../src/safety/rules/check-told.ts'
import { toldAtFault } from '../../src/safety/rules/told.ts'
import { toldFields } from './line.ts'

describe('a time in London', () => {
  test.each([
    ['2026-01-12', '14:05', '2026-01-12T14:05:00.000Z'],
    ['2026-07-01', '14:05', '2026-07-01T13:05:00.000Z'],
    ['2026-07-01', '0:30', '2026-06-30T23:30:00.000Z'],
    ['2026-01-12', '9.40', '2026-01-12T09:40:00.000Z'],
    ['2026-01-12', '0940', '2026-01-12T09:40:00.000Z'],
    ['2026-01-12', '2:05pm', '2026-01-12T14:05:00.000Z'],
    ['2026-01-12', '12am', '2026-01-12T00:00:00.000Z'],
    ['2026-10-25', '01:30 BST', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '01:30 gmt', '2026-10-25T01:30:00.000Z'],
  ])('%s %s', (date, time, instant) => {
    expect(londonInstant(date, time)).toEqual({ ok: true, instant })
  })

  test.each([
    ['2026-03-29', '01:30', 'There was no 01:30 on that day: the clocks went forward'],
    ['2026-10-25', '01:30', '01:30 came twice on that day'],
    ['2026-01-12', '14:05 BST', '14:05 was not BST on that day'],
    ['2026-01-12', '25:00', 'Enter the time in hours and minutes'],
    ['2026-01-12', '14', 'Enter the time in hours and minutes'],
    ['2026-01-12', 'noon', 'Enter the time in hours and minutes'],
    ['2026-01-12', '', 'Enter the time, for example 14:05'],
  ])('%s %s is refused', (date, time, words) => {
    const read = londonInstant(date, time)
    expect(read.ok ? '' : read.fault).toContain(words)
  })
})

test('not in the future, and not earlier than the day before the audit was started', () => {
  const times = { now: '2026-01-12T09:00:00.000Z', startedAt: '2026-01-12T08:00:00.000Z' }
  expect(toldAtFault('2026-01-12T09:00:00.000Z', times)).toBeUndefined()
  expect(toldAtFault('2026-01-11T08:00:00.000Z', times)).toBeUndefined()
  expect(toldAtFault('2026-01-12T09:01:00.000Z', times)).toContain('in the past')
  expect(toldAtFault('2026-01-11T07:59:00.000Z', times)).toContain('no earlier than the day before')
})

const known = {
  now: '2026-01-12T09:00:00.000Z',
  startedAt: '2026-01-12T08:00:00.000Z',
  people: [{ id: 'p1', name: 'Amara Osei', jobTitle: 'Team manager' }],
}

const check = (typed: Partial<typeof toldFields>) => checkTold({ ...toldFields, ...typed }, known)

describe('who was told', () => {
  test('somebody of the council brings their job title; a typed name needs its role', () => {
    const chosen = check({ person: 'p1', name: '', role: '' })
    expect(chosen).toMatchObject({
      ok: true,
      told: { personId: 'p1', name: 'Amara Osei', role: 'Team manager', means: 'phone' },
    })
    expect(check({ role: '' })).toMatchObject({
      ok: false,
      faults: { role: 'Enter their role, for example team manager' },
    })
  })

  test('every fault at once', () => {
    const nothing = { name: '', role: '', day: '', month: '', year: '', time: '', means: '' }
    expect(check(nothing)).toEqual({
      ok: false,
      faults: {
        person: 'Choose who was told, or type the name',
        'told-day': 'Enter the date, for example 30 1 2026',
        means: 'Choose how they were told',
      },
    })
    expect(check({ person: 'gone' })).toMatchObject({
      faults: { person: 'Choose somebody from the list' },
    })
    expect(check({ person: 'p1' })).toMatchObject({ ok: false })
  })

  test('an email is not ringing', () => {
    expect(check({ means: 'email' })).toMatchObject({
      faults: { means: expect.stringContaining('An email or message alone is not ringing') },
    })
  })

  test('a name of the family is questioned, not blocked', () => {
    const asked = check({ name: 'Mother of the child', role: 'Parent' })
    expect(asked).toMatchObject({ ok: false, faults: { asksForStaff: true } })
    expect(check({ name: 'Mother of the child', role: 'Parent', isStaff: true }).ok).toBe(true)
  })

  test.each([
    ['Dana Whitlock', false],
    ['Child protection chair', false],
    ["Children's services duty manager", false],
    ['Grandmother', true],
    ['his dad', true],
    ['The child', true],
  ])('%s: %s', (text, isQuestioned) => {
    expect(looksLikeFamily(text)).toBe(isQuestioned)
  })
})
