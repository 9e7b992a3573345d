/** The page of figures of alerts: who sees whose, what it says, and what it leads to. */
import { expect, test } from 'vitest'
import { escalateAlert } from '../../src/alerts/escalate-alert.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { newWorld, type World } from '../support/world.ts'
import { raiseInWorld } from './alerts-in-world.ts'

const read = async (world: World, role: Parameters<World['as']>[0], query = '') => {
  const response = await (await world.as(role)).get(`/alerts/figures${query}`)
  const html = await response.text()
  const words = html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
  return { status: response.status, html, words }
}

const newCouncil = async () => {
  const world = await newWorld()
  for (let count = 0; count < 4; count += 1) await raiseInWorld(world)
  const resolved = await raiseInWorld(world)
  await takeAlertStep(resolved.raiser, {
    alertId: resolved.id,
    action: 'resolve',
    words: 'It has begun.',
    revision: 2,
  })
  const further = await raiseInWorld(world)
  await escalateAlert(further.raiser, {
    alertId: further.id,
    revision: 2,
    stage: 0,
    words: 'Nothing has happened.',
    skipWords: '',
    to: [further.to],
    day: '',
    month: '',
    year: '',
  })
  await raiseInWorld(world, { teamId: world.otherTeamId })
  return world
}

test('the sentence, the shares and the rates of the council', async () => {
  const { words } = await read(await newCouncil(), 'qa_lead')
  expect(words).toContain(
    '7 practice alerts of the whole council were raised: 6 informal, 1 formal. 6 are open today, none of them overdue.'
  )
  expect(words).toContain(
    'Taken further concerns raised in the period, without immediate risks 7 1 14% very small sample 3% to 51%'
  )
  expect(words).toContain('1 concern resolved in the period: too few for a median.')
  expect(words).toContain('Children in care 7 7 100.0')
  expect(words).toContain('10 to 15 7 6 0')
  expect(words).not.toContain('By whoever raised them')
})

test('a manager counts their teams, another’s team is not there, an IRO counts their own', async () => {
  const world = await newCouncil()
  expect((await read(world, 'manager')).words).toContain(
    '6 practice alerts of your teams were raised'
  )
  const foreign = await read(world, 'manager', `?team=${world.otherTeamId}`)
  expect([foreign.status, foreign.words.includes('There is no such team')]).toEqual([422, true])
  const refused = await world.db
    .selectFrom('event')
    .where('type', '=', 'access.refused')
    .where('subject_id', '=', world.otherTeamId)
    .select('type')
    .execute()
  expect(refused).toHaveLength(1)
  expect((await read(world, 'iro')).words).toContain(
    '7 practice alerts that you raised were raised'
  )
  expect((await read(world, 'practitioner')).status).toBe(403)
})

test('by whoever raised them is for the IRO manager alone, from five on', async () => {
  const { words } = await read(await newCouncil(), 'iro_manager')
  expect(words).toContain('By whoever raised them')
  expect(words).toContain('The iro 7 6 0 1 too few')
})

test('a figure leads to the list of the register that it counted', async () => {
  const world = await newCouncil()
  const { html } = await read(world, 'qa_lead', '?category=drift_and_delay&period=all')
  expect(html).toContain(
    'href="/alerts/register?category=drift_and_delay&amp;kind=informal&amp;state=live"'
  )
  const response = await (await world.as('qa_lead')).get(
    '/alerts/register?category=drift_and_delay&kind=informal&state=live'
  )
  expect([response.status, (await response.text()).includes('5 alerts')]).toEqual([200, true])
})

test('without alerts the page says so, and a period that ends before it begins is told', async () => {
  const world = await newWorld()
  const { words } = await read(world, 'senior_leader')
  expect(words).toContain('no practice alert of your teams was raised. None is open today.')
  const wrong = await read(world, 'qa_lead', '?from=2026-01-10&to=2026-01-02')
  expect([wrong.status, wrong.words.includes('before it begins on 2026-01-10')]).toEqual([
    422,
    true,
  ])
})

test('the file has a row a figure, and that it left is recorded', async () => {
  const world = await newCouncil()
  const response = await (await world.as('manager')).get('/alerts/figures.csv?kind=informal')
  const csv = await response.text()
  expect(csv.split('\n').slice(0, 2)).toEqual([
    'figure,group,value,n,percent,low,high',
    'raised,,5,,,,',
  ])
  expect(csv).toContain('taken further,,0,5,0,0,0.4345')
  const left = await world.db
    .selectFrom('event')
    .where('type', '=', 'results.exported')
    .select('subject_id as subject')
    .execute()
  expect(left).toEqual([{ subject: 'alert-figures' }])
})
