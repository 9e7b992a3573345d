/** The register: sets kept by every step, order and pages. */
import { expect, test } from 'vitest'
import { loadRegisterPage, openRegister } from '../../src/alerts/load-register.ts'
import { listRegisterOptions } from '../../src/alerts/register-list-store.ts'
import { readFilters } from '../../src/alerts/rules/register-filters.ts'
import type { Direction } from '../../src/alerts/rules/register-order.ts'
import { readableAsk } from '../../src/alerts/rules/register-reader.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { findPerson, listRoles } from '../../src/people/store.ts'
import { NOW } from '../support/context.ts'
import { type AlertCouncil, newAlertCouncil, raised, revisionOf } from './alert-council.ts'

const TODAY = NOW.slice(0, 10)

/** Numbers of the alerts that one person finds. */
const found = async (
  council: AlertCouncil,
  who: keyof AlertCouncil['people'],
  query: Record<string, string> = {},
  today = TODAY
): Promise<number[]> => {
  const { db } = council.ctx
  const id = council.people[who]
  const person = await findPerson(db, id)
  const reader = { id, roles: await listRoles(db, id), teamId: person?.teamId ?? null }
  const { covers, ...options } = await listRegisterOptions(db, { id, today })
  const filters = readFilters(query, options, today)
  const register = await openRegister(
    db,
    [readableAsk(reader, options.teams, covers), filters.ask],
    filters.sort
  )
  const places = register.walk(undefined, 'after', 100)
  expect(register.count).toBe(places.length)
  return places.map(({ number }) => number)
}

const someAlerts = async () => {
  const council = await newAlertCouncil()
  const one = await raised(council)
  await raised(council, { kind: 'formal', references: 'C-101', categories: ['plan_quality'] })
  await raised(
    council,
    { references: 'P-7', concern: 'Contact with her grandmother was not arranged.' },
    { by: 'iroManager' }
  )
  await raised(council, { kind: 'good_practice', references: 'C-100, C-101', asked: '' })
  return { council, one }
}

test('filters find what was raised, alone and together', async () => {
  const { council } = await someAlerts()
  const by = (query: Record<string, string>) =>
    found(council, 'iroManager', { sort: 'oldest', ...query })
  expect(await by({})).toEqual([1, 2, 3, 4])
  expect(await by({ kind: 'formal' })).toEqual([2])
  expect(await by({ kind: 'Good practice' })).toEqual([4])
  expect(await by({ category: 'drift_and_delay' })).toEqual([1, 3, 4])
  expect(await by({ category: 'drift_and_delay', status: 'cp' })).toEqual([3])
  expect(await by({ team: 'Safeguarding' })).toEqual([1, 2, 3, 4])
  expect(await by({ team: council.teams.other })).toEqual([])
  expect(await by({ stage: 'formal' })).toEqual([2])
  expect(await by({ stage: 'dispute' })).toEqual([])
  expect(await by({ raiser: council.people.iroManager })).toEqual([3])
  expect(await by({ state: 'live' })).toEqual([1, 2, 3, 4])
  expect(await by({ from: TODAY, to: TODAY })).toEqual([1, 2, 3, 4])
  expect(await by({ from: '2026-01-13' })).toEqual([])
  expect(await by({ to: '2026-01-11' })).toEqual([])
  expect(await by({ from: '2025-12-15', to: '2026-02-03', kind: 'informal' })).toEqual([1, 3])
})

test('a search finds by the start of a reference, the number, and words that all begin so', async () => {
  const { council } = await someAlerts()
  const by = (q: string) => found(council, 'iroManager', { sort: 'oldest', q })
  expect(await by('c-1')).toEqual([1, 2, 4])
  expect(await by('C-101')).toEqual([2, 4])
  expect(await by('P-7')).toEqual([3])
  expect(await by('P-77777777777777')).toEqual([])
  expect(await by('Alert 2026-0003')).toEqual([3])
  expect(await by('2026-000')).toEqual([1, 2, 3, 4])
  expect(await by('2')).toEqual([1, 2, 3, 4])
  expect(await by('4')).toEqual([4])
  expect(await by('grandmother')).toEqual([3])
  expect(await by('GRANDMOTH contact')).toEqual([3])
  expect(await by('grandmother nobodys')).toEqual([])
  // Starts up to six letters are sets of their own; longer ones are found among whole words.
  for (const q of ['gr', 'grandm', 'grandmo', 'Grandmother', 'gr co wa'])
    expect(await by(q)).toEqual([3])
  for (const q of ['rand', 'grandn', 'grandmothers', 'arr gro']) expect(await by(q)).toEqual([])
  expect(await by('%')).toEqual([])
})

test('what is not known is said with the nearest names, and the rest is kept', async () => {
  const council = await newAlertCouncil()
  const { db } = council.ctx
  const options = await listRegisterOptions(db, { id: council.people.iro, today: TODAY })
  const filters = readFilters(
    {
      team: 'Nort 1',
      kind: 'formal',
      from: '30 January',
      overdue: 'x',
      q: 'a'.repeat(101),
      sort: 'dua',
    },
    options,
    TODAY
  )
  expect(filters.faults).toEqual([
    { field: 'team', message: 'There is no team “Nort 1”. Did you mean “North 1”?' },
    { field: 'overdue', message: 'There is no choice “x”. Choose “Yes”.' },
    { field: 'from', message: '“30 January” is not a date. Give it as 2026-01-31.' },
    { field: 'q', message: 'Look for at most 100 characters.' },
    {
      field: 'sort',
      message:
        'There is no order “dua”. Choose “Due next”, “Newest first”, “Oldest first” or “Case reference”.',
    },
  ])
  expect(filters.values).toMatchObject({ kind: 'formal', team: '', from: '' })
  expect(filters.ask).toEqual({ all: [{ trait: 'kind:formal' }] })
})

test('every step of an alert moves it in the register', async () => {
  const { council, one } = await someAlerts()
  const by = (query: Record<string, string>, today = TODAY) =>
    found(council, 'qaLead', { sort: 'oldest', ...query }, today)
  expect(await by({ state: 'open' })).toEqual([1, 2, 3, 4])
  expect(await by({ overdue: 'yes' })).toEqual([])
  expect(await by({ overdue: 'yes' }, '2026-06-01')).toEqual([1, 2, 3])
  const step = async (who: 'manager' | 'iro', action: 'respond' | 'accept') =>
    takeAlertStep(council.as(who), {
      alertId: one,
      action,
      words: 'It begins on Monday.',
      revision: await revisionOf(council, one),
    })
  await step('manager', 'respond')
  expect(await by({ state: 'responded' })).toEqual([1])
  expect(await by({ state: 'open' })).toEqual([2, 3, 4])
  // Answered, it waits for whoever raised it and is overdue no more.
  expect(await by({ overdue: 'yes' }, '2026-06-01')).toEqual([2, 3])
  await step('iro', 'accept')
  expect(await by({ state: 'resolved' })).toEqual([1])
  expect(await by({ state: 'live' })).toEqual([2, 3, 4])
  // Closed, it stands after all that is due.
  expect(await by({ overdue: 'yes' }, '2026-06-01')).toEqual([2, 3])
  expect(await by({ sort: 'due' })).toEqual([2, 3, 4, 1])
})

test.each(['due', 'newest', 'oldest', 'reference'] as const)(
  'pages ordered by %s go on and back over the same alerts, whatever is closed meanwhile',
  async (sort) => {
    const council = await newAlertCouncil()
    const { db } = council.ctx
    for (let at = 0; at < 7; at += 1) {
      await raised(council, {
        kind: at % 3 === 0 ? 'good_practice' : 'informal',
        references: ['C-100', 'C-101', 'P-7'][at % 3] ?? '',
      })
    }
    const open = () => openRegister(db, [], sort)
    const page = async (
      from: Parameters<typeof loadRegisterPage>[2]['from'],
      direction: Direction
    ) => loadRegisterPage(db, await open(), { from, direction, size: 3 })
    const first = await page(undefined, 'after')
    const second = await page(first.next, 'after')
    const third = await page(second.next, 'after')
    const numbers = [first, second, third].map(({ rows }) => rows.map(({ number }) => number))
    expect(numbers.flat().toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(numbers).toEqual(
      {
        due: [[2, 3, 5], [6, 7, 4], [1]],
        newest: [[7, 6, 5], [4, 3, 2], [1]],
        oldest: [[1, 2, 3], [4, 5, 6], [7]],
        reference: [[1, 4, 7], [2, 5, 3], [6]],
      }[sort]
    )
    expect([first.previous, third.next]).toEqual([undefined, undefined])
    const back = await page(third.previous, 'before')
    expect(back.rows.map(({ number }) => number)).toEqual(numbers[1])
    const start = await page(back.previous, 'before')
    expect(start.rows.map(({ number }) => number)).toEqual(numbers[0])
    expect(start.previous).toBeUndefined()
  }
)

test('an alert raised later takes its place in the order of references', async () => {
  const council = await newAlertCouncil()
  const numbers = () => found(council, 'iroManager', { sort: 'reference' })
  await raised(council, { references: 'P-7' })
  await raised(council, { references: 'C-100' })
  expect(await numbers()).toEqual([2, 1])
  await raised(council, { references: 'C-101' })
  await raised(council, { references: 'C-100' })
  expect(await numbers()).toEqual([2, 4, 3, 1])
})
