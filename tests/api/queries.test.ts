/** What is wrong with a query is said whole, each fault with what would be right, and nothing is read. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { newProgram } from './api-world.ts'

const faultsOf = async (query: string, list = 'distributions') => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results', 'audits', 'alerts'])
  const response = await program.ask(`/api/v1/${list}?${query}`, { authorization })
  const body = (await response.json()) as { errors?: { parameter: string; detail: string }[] }
  expect(response.status).toBe(422)
  const reads = await program.db
    .selectFrom('event')
    .select('type')
    .where('type', '=', 'token.read')
    .execute()
  expect(reads).toEqual([])
  return (body.errors ?? []).map(({ parameter, detail }) => `${parameter} ${detail}`)
}

test.each([
  ['limit=0', 'limit must be a whole number from 1 to 1000'],
  ['limit=1001', 'limit must be a whole number from 1 to 1000'],
  ['limit=ten', 'limit must be a whole number from 1 to 1000'],
  ['limit=2.5', 'limit must be a whole number from 1 to 1000'],
  ['limit=5&limit=6', 'limit is given 2 times; give it once'],
  ['format=xml', 'format must be json, flat or csv'],
  ['stauts=cp', 'stauts there is no parameter “stauts” here; did you mean “status”?'],
  ['theme=', 'theme is empty; give a value or leave it out'],
  ['theme=care_plna', 'theme there is no theme “care_plna”; did you mean “care_plan”?'],
  ['round=march', 'round there is no round “march”; did you mean “March audit”?'],
  ['team=North%202', 'team there is no team “North 2”; did you mean “North 1”?'],
  ['status=carre', 'status there is no service status “carre”; did you mean “care”?'],
  ['from=31/01/2026', 'from “31/01/2026” is not written YYYY-MM-DD; write 2026-01-31'],
  ['from=2026-02-30', 'from “2026-02-30” is a date that does not exist; check day and month'],
  [
    'from=2026-02-02&to=2026-01-01',
    'from 2026-02-02 is after to 2026-01-01; give the earlier date first',
  ],
  [
    'cursor=abc',
    'cursor is not one that this list gave; take nextCursor of the page before, whole, or leave it out to start again',
  ],
])('%s', async (query, fault) => {
  expect(await faultsOf(query)).toEqual([fault])
})

test('every fault at once', async () => {
  expect(await faultsOf('limit=0&format=xml&from=yesterday&kind=lerning&colour=1')).toEqual([
    'colour there is no parameter “colour” here; there are from, to, round, theme, team, status, kind, limit, cursor, format',
    'limit must be a whole number from 1 to 1000',
    'format must be json, flat or csv',
    'from “yesterday” is not a date; write it YYYY-MM-DD, as 2026-01-30',
    'kind there is no kind of round “lerning”; did you mean “learning”?',
  ])
})

test('the sentence for people names each parameter, and proposes none that is far away', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['audits'])
  const response = await program.ask('/api/v1/actions?foo=1&theme=care_plna', { authorization })
  expect(await response.json()).toMatchObject({
    title: '2 parameters are wrong',
    detail:
      'Nothing was read. foo: there is no parameter “foo” here; there are from, to, round, theme, team, status, kind, state, limit, cursor, format. theme: there is no theme “care_plna”; did you mean “care_plan”?',
  })
})

test('a cursor belongs to its list and its filters, and nobody can write one', async () => {
  const program = await newProgram(await newApp())
  const { authorization } = await program.bear(['results'])
  const get = async (path: string) => {
    const response = await program.ask(`/api/v1/${path}`, { authorization })
    return (await response.json()) as { nextCursor: string; detail: string }
  }
  const { nextCursor } = await get('distributions?limit=1')
  expect((await get(`measures?cursor=${nextCursor}`)).detail).toContain(
    'comes from the list distributions'
  )
  expect((await get(`distributions?theme=voice&cursor=${nextCursor}`)).detail).toContain(
    'was given under other filters'
  )
  // Another page size is no other filter.
  expect((await get(`distributions?limit=2&cursor=${nextCursor}`)).detail).toBeUndefined()
  // Sealed: a sign changed in it, and it is nobody's.
  const changed = `${nextCursor.slice(0, 20)}${nextCursor[20] === 'A' ? 'B' : 'A'}${nextCursor.slice(21)}`
  expect((await get(`distributions?cursor=${changed}`)).detail).toContain(
    'is not one that this list gave'
  )
})
