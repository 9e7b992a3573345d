/** The stages of a dispute are changed while somebody has the page open on which they take an alert further. */
import { expect, test } from 'vitest'
import { changeLadder } from '../../src/alerts/change-ladder.ts'
import { escalateAlert } from '../../src/alerts/escalate-alert.ts'
import { loadEscalation } from '../../src/alerts/load-escalation.ts'
import { seeAlert } from '../../src/alerts/see-alert.ts'
import { Conflict } from '../../src/errors.ts'
import { raiseInWorld } from '../analytics/alerts-in-world.ts'
import { asPerson } from '../support/audit-answers.ts'
import { newWorld } from '../support/world.ts'
import { alertRow, newAlertCouncil, raised, revisionOf } from './alert-council.ts'

const noDate = { day: '', month: '', year: '' }

test('a ladder that changed between page and post is said, unless the way is the same', async () => {
  const council = await newAlertCouncil()
  const { db } = council.ctx
  const id = await raised(council, { kind: 'formal' })
  const reader = { id: council.people.iro, roles: ['iro'] as const, teamId: null }
  const seen = async () => {
    const found = await seeAlert(db, id, reader, council.ctx.now)
    if (!found) throw new Error('no alert')
    return (await loadEscalation(db, found, '2026-01-12')).targets
  }
  const take = async (stage: number, way: string | undefined) =>
    escalateAlert(council.as('iro'), {
      alertId: id,
      revision: await revisionOf(council, id),
      stage,
      way,
      words: 'No answer.',
      skipWords: 'The team manager has answered already.',
      to: [council.people.director],
      ...noDate,
    })
  const [first, second] = await seen()
  expect([first?.way, second?.way]).toEqual([
    'Stage 1: Team manager',
    'Stage 1: Team manager · Stage 2: Head of service',
  ])
  const change = (names: string[], number: number) =>
    changeLadder(council.as('administrator'), {
      number,
      stages: names.map((name) => ({ name, days: 5, level: 1 })),
    })
  await change(['Team manager', 'Service manager', 'Director'], 1)
  await expect(take(2, second?.way)).rejects.toThrow(
    'The stages of a dispute were changed after you opened this page.'
  )
  await change(['Director'], 2)
  await expect(take(2, second?.way)).rejects.toThrow(Conflict)
  expect(await alertRow(council, id)).toMatchObject({ stage: 0 })
  // Longer days and more stages above do not change where it goes.
  await change(['Team manager', 'Director'], 3)
  await take(1, first?.way)
  expect(await alertRow(council, id)).toMatchObject({ stage: 1 })
  // From here on it stays on its ladder.
  const [next] = await seen()
  await change(['Director'], 4)
  await take(2, next?.way)
  expect(await alertRow(council, id)).toMatchObject({ stage: 2 })
})

test('the form that was sent on comes back with what was typed, and nothing has moved', async () => {
  const world = await newWorld()
  const { id, to } = await raiseInWorld(world, { kind: 'formal' })
  const iro = await world.as('iro')
  const path = `/alerts/${id}/escalate`
  const page = await (await iro.get(path)).text()
  const way = 'Stage 1: Team manager'
  expect(page).toContain(`name="way" value="${way}"`)
  const typed = { revision: '2', stage: '1', words: 'Still no answer.', skip: '', other: to }
  const refused = async (fields: Record<string, string>) => {
    const answer = await iro.post(path, fields)
    const html = await answer.text()
    const row = await world.db.selectFrom('alert').select('stage').where('id', '=', id).execute()
    return [
      answer.status,
      html.includes('The stages of a dispute were changed after you opened this page.'),
      html.includes('Still no answer.'),
      row,
    ]
  }
  const kept = [409, true, true, [{ stage: 0 }]]
  // Sent by hand without what the page had shown: nothing was changed by anybody.
  expect(await refused(typed)).toEqual([422, false, true, [{ stage: 0 }]])
  expect(await refused({ ...typed, way: 'Stage 1: Director' })).toEqual(kept)
  const administrator = asPerson(world.context(), world.people.administrator)
  await changeLadder(administrator, {
    number: 1,
    stages: [{ name: 'Service manager', days: 5, level: 1 }],
  })
  expect(await refused({ ...typed, way })).toEqual(kept)
  const again = await iro.post(path, { ...typed, way: 'Stage 1: Service manager' })
  expect([again.status, again.headers.get('location')]).toEqual([
    303,
    `/alerts/${id}?saved=escalate`,
  ])
})

test('who was ticked stays to be seen and ticked when the stages have changed', async () => {
  const world = await newWorld()
  const { id } = await raiseInWorld(world, { kind: 'formal' })
  const iro = await world.as('iro')
  const path = `/alerts/${id}/escalate`
  const sam = world.people.senior_leader
  const answer = await iro.post(path, {
    revision: '2',
    stage: '1',
    way: 'Stage 1: Somebody else',
    words: 'Still no answer.',
    skip: '',
    to: sam,
  })
  const html = await answer.text()
  expect(answer.status).toBe(409)
  expect(html).toMatch(new RegExp(`<input[^>]*name="to"[^>]*value="${sam}"[^>]*checked`))
  expect(html).toContain('You chose them before.')
})

test('looking at another stage keeps what was typed, ticks who answers there and records nothing', async () => {
  const world = await newWorld()
  const { id } = await raiseInWorld(world, { kind: 'formal' })
  const iro = await world.as('iro')
  const typed = { revision: '2', stage: '1', way: 'Stage 1: Team manager', skip: '' }
  const answer = await iro.post(`/alerts/${id}/escalate`, {
    ...typed,
    words: 'Still no answer.',
    to: world.people.senior_leader,
    look: '2',
  })
  const html = await answer.text()
  expect(answer.status).toBe(200)
  expect(html).toContain('name="stage" value="2"')
  expect(html).toContain('Still no answer.')
  expect(html).not.toContain('You chose them before.')
  expect(html).not.toContain('There is a problem')
  const row = await world.db.selectFrom('alert').select('stage').where('id', '=', id).execute()
  expect(row).toEqual([{ stage: 0 }])
})
