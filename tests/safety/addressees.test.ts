/** Who is told, as a table over rows of people and teams. */
import { describe, expect, test } from 'vitest'
import type { Role } from '../../src/people/rules/permissions.ts'
import {
  firstAddressees,
  type LinePerson,
  type LineTeam,
  lineOf,
  nextAddressees,
  stopsTheClock,
} from '../../src/safety/rules/addressees.ts'

const teams: readonly LineTeam[] = [
  { id: 'council', parentId: null, kind: 'team' },
  { id: 'protection', parentId: 'council', kind: 'service' },
  { id: 'riverside', parentId: 'protection', kind: 'team' },
  { id: 'care', parentId: null, kind: 'service' },
  { id: 'old', parentId: null, kind: 'team' },
]

const one = (id: string, teamId: string | null, ...roles: Role[]): LinePerson => ({
  id,
  teamId,
  roles,
  isActive: true,
})

const tm = one('tm', 'riverside', 'manager')
const sm = one('sm', 'protection', 'manager')
const qa = one('qa', null, 'qa_lead')
const hos = one('hos', 'protection', 'senior_leader')
const director = one('director', null, 'senior_leader')
const others = [
  one('other', 'care', 'manager'),
  one('other head', 'care', 'senior_leader'),
  one('admin', null, 'administrator'),
  one('worker', 'riverside', 'practitioner'),
]
const everybody = [tm, sm, qa, hos, director, ...others]
const left = (person: LinePerson): LinePerson => ({ ...person, isActive: false })

type Case = {
  name: string
  people: readonly LinePerson[]
  team?: string | null
  auditor?: string
  told: string
  level: number
  empty?: number[]
}

const cases: readonly Case[] = [
  { name: 'everybody is there', people: everybody, told: 'tm 1, sm 2, qa 0', level: 2 },
  {
    name: 'several managers and QA leads: all of them',
    people: [...everybody, one('tm2', 'riverside', 'manager'), one('qa2', null, 'qa_lead')],
    told: 'tm 1, tm2 1, sm 2, qa 0, qa2 0',
    level: 2,
  },
  {
    name: 'the team manager has left: the service manager is told',
    people: [left(tm), sm, qa, hos],
    told: 'sm 2, qa 0',
    level: 2,
    empty: [1],
  },
  {
    name: 'no service manager: the head of service at once',
    people: [tm, qa, hos, director],
    told: 'tm 1, hos 3, qa 0',
    level: 3,
    empty: [2],
  },
  {
    name: 'nobody in between: the director at once',
    people: [qa, director],
    told: 'director 4, qa 0',
    level: 4,
    empty: [1, 2, 3],
  },
  {
    name: 'no team',
    people: everybody,
    team: null,
    told: 'director 4, qa 0',
    level: 4,
    empty: [1, 2, 3],
  },
  {
    name: 'a historical team, of no service',
    people: everybody,
    team: 'old',
    told: 'director 4, qa 0',
    level: 4,
    empty: [1, 2, 3],
  },
  {
    name: 'a team that nobody knows',
    people: everybody,
    team: 'gone',
    told: 'director 4, qa 0',
    level: 4,
    empty: [1, 2, 3],
  },
  {
    name: 'the auditor is the team manager: told, and the step counts as empty',
    people: everybody,
    auditor: 'tm',
    told: 'tm 1, sm 2, qa 0',
    level: 2,
    empty: [1],
  },
  {
    name: 'the auditor is the only service manager: the head of service at once',
    people: everybody,
    auditor: 'sm',
    told: 'tm 1, sm 2, hos 3, qa 0',
    level: 3,
    empty: [2],
  },
  {
    name: 'a QA lead who is also of the line counts as of the line',
    people: [tm, sm, one('hos', 'protection', 'senior_leader', 'qa_lead')],
    told: 'tm 1, sm 2, hos 3',
    level: 2,
  },
  { name: 'nobody at all', people: others, told: '', level: 4, empty: [1, 2, 3, 4] },
  {
    name: 'somebody above the service in the tree is a director',
    people: [qa, one('chief', 'council', 'senior_leader')],
    told: 'chief 4, qa 0',
    level: 4,
    empty: [1, 2, 3],
  },
]

const inWords = (addressees: readonly { personId: string; level: number }[]) =>
  addressees.map(({ personId, level }) => `${personId} ${level}`).join(', ')

describe('told at once', () => {
  test.each(cases)('$name', ({ people, team = 'riverside', auditor, told, level, empty = [] }) => {
    const first = firstAddressees(lineOf(people, teams, team), auditor ?? 'auditor')
    expect([inWords(first.addressees), first.level, first.empty]).toEqual([told, level, empty])
  })

  test('a loop in the tree of teams ends', () => {
    const loop: LineTeam[] = [
      { id: 'a', parentId: 'b', kind: 'team' },
      { id: 'b', parentId: 'a', kind: 'team' },
    ]
    expect(firstAddressees(lineOf(everybody, loop, 'a'), null).level).toBe(4)
  })
})

describe('up the line', () => {
  const line = lineOf(everybody, teams, 'riverside')

  test('head of service, then director, then again and again with the QA leads', () => {
    const third = nextAddressees(line, 2, null)
    expect([inWords(third.addressees), third.level, third.isRepeated]).toEqual(['hos 3', 3, false])
    const fourth = nextAddressees(line, 3, null)
    expect([inWords(fourth.addressees), fourth.level]).toEqual(['director 4', 4])
    const again = nextAddressees(line, 4, null)
    expect([inWords(again.addressees), again.level, again.isRepeated]).toEqual([
      'director 4, qa 0',
      4,
      true,
    ])
  })

  test('an empty step is passed over; with nobody above, the QA leads are told again', () => {
    const noHead = nextAddressees(lineOf([tm, sm, qa, director], teams, 'riverside'), 2, null)
    expect([inWords(noHead.addressees), noHead.level, noHead.empty]).toEqual(['director 4', 4, [3]])
    const nobody = nextAddressees(lineOf([tm, sm, qa], teams, 'riverside'), 2, null)
    expect([inWords(nobody.addressees), nobody.level, nobody.isRepeated]).toEqual(['qa 0', 4, true])
  })

  test('never an administrator, and never somebody of another service', () => {
    const all = [2, 3, 4].flatMap((level) => nextAddressees(line, level, null).addressees)
    const ids = [...all, ...firstAddressees(line, null).addressees].map(({ personId }) => personId)
    expect(ids).not.toContain('admin')
    expect(ids).not.toContain('other head')
  })
})

test('a manager of the line stops the clock; a QA lead and the auditor do not', () => {
  expect(stopsTheClock({ personId: 'tm', level: 1 }, 'auditor')).toBe(true)
  expect(stopsTheClock({ personId: 'director', level: 4 }, 'auditor')).toBe(true)
  expect(stopsTheClock({ personId: 'qa', level: 0 }, 'auditor')).toBe(false)
  expect(stopsTheClock({ personId: 'tm', level: 1 }, 'tm')).toBe(false)
})
