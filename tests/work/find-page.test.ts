/** Finding people, rounds and actions; what is typed wrong; and what was opened last. */
import { describe, expect, test } from 'vitest'
import { addPersonWith } from '../support/builders.ts'
import { wordsOf } from '../support/words-of.ts'
import { newWorld, type World } from '../support/world.ts'
import { actionOn, auditOf, look, submitted } from './found-records.ts'

describe('people', () => {
  test('are found by those who may ask about them', async () => {
    const world = await newWorld()
    await addPersonWith(world.context(), { name: 'Zoë Okafor', teamId: world.teamId })
    await addPersonWith(world.context(), { name: 'Zoë Elsewhere', teamId: world.otherTeamId })
    const found = async (role: Parameters<World['as']>[0]) =>
      (await (await look(await world.as(role), 'zoe')).text()).match(/Zoë \w+/g) ?? []
    const both = ['Zoë Elsewhere', 'Zoë Okafor']
    expect(await found('qa_lead')).toEqual(both)
    expect(await found('administrator')).toEqual(both)
    for (const role of ['manager', 'iro_manager', 'senior_leader'] as const) {
      expect([role, await found(role)]).toEqual([role, ['Zoë Okafor']])
    }
    for (const role of ['iro', 'practitioner', 'partner'] as const) {
      expect([role, await found(role)]).toEqual([role, []])
    }
  })

  test('lead to what of theirs the finder may open', async () => {
    const world = await newWorld()
    const workerId = await addPersonWith(world.context(), {
      name: 'Sam Worker',
      roles: ['practitioner'],
      teamId: world.teamId,
    })
    const worked = await auditOf(world, 'AB-1', { case: { teamId: world.teamId, workerId } })
    await actionOn(world, worked.auditId, 'Visit again', workerId)
    await submitted(world, worked)
    const apart = await auditOf(world, 'AB-2', { case: { workerId } })
    await submitted(world, apart)
    const given = await auditOf(world, 'AB-3', { auditorId: workerId })
    const page = async (role: Parameters<World['as']>[0]) =>
      (await world.as(role)).get(`/find?person=${workerId}`)
    const manager = await wordsOf(await page('manager'))
    expect(manager).toContain('Sam Worker')
    expect(manager).toContain('Visit again')
    expect(manager).toContain('Case AB-1 ·')
    expect(manager).not.toContain('AB-2')
    expect(manager).not.toContain('AB-3')
    const lead = await wordsOf(await page('qa_lead'))
    expect(lead).toMatch(/Audits that they were given\nAudit A-\d+\nCase AB-3 ·/)
    expect(lead).toContain('Case AB-2 ·')
    expect(await (await page('administrator')).text()).not.toContain('/audits/')
    expect((await page('iro')).status).toBe(404)
    const named = await (await look(await world.as('administrator'), 'sam w')).text()
    expect(named).toContain(`href="/admin/people/${workerId}"`)
    expect(given.auditorId).toBe(workerId)
  })

  test('somebody else’s are as unknown as nobody, and asking is recorded', async () => {
    const world = await newWorld()
    const manager = await world.as('manager')
    const foreign = await manager.get(`/find?person=${world.strangerId}`)
    const missing = await manager.get('/find?person=00000000-0000-7000-8000-ffffffffffff')
    expect([foreign.status, missing.status]).toEqual([404, 404])
    expect(await foreign.text()).toBe(await missing.text())
    const refused = await world.db
      .selectFrom('event')
      .select(['subject_id', 'details'])
      .where('type', '=', 'access.refused')
      .execute()
    expect(refused).toEqual([
      {
        subject_id: world.strangerId,
        details: '{"method":"GET","permission":"people.find","route":"/find"}',
      },
    ])
  })
})

describe('rounds and actions', () => {
  test('rounds are found by who runs them', async () => {
    const world = await newWorld()
    await auditOf(world, '1', { round: { name: 'January learning audit' } })
    const lead = await wordsOf(await look(await world.as('qa_lead'), 'learn jan'))
    expect(lead).toMatch(/1 round that you may open\.\nJanuary learning audit\n30 Jan 2026\nOpen/)
    expect(await wordsOf(await look(await world.as('manager'), 'learn jan'))).toContain('Nothing')
  })

  test('actions by their words: one’s own, and open ones that one may read', async () => {
    const world = await newWorld()
    const audit = await auditOf(world, '1', { case: { teamId: world.teamId } })
    const own = await actionOn(world, audit.auditId, 'Visit Mum 100% of weeks', world.people.iro)
    await actionOn(world, audit.auditId, 'Visit school', null)
    await submitted(world, audit)
    const found = async (role: Parameters<World['as']>[0], typed: string) =>
      (await (await look(await world.as(role), typed)).text()).match(/Visit [^<]+/g) ?? []
    expect(await found('manager', 'visit')).toEqual(['Visit school', 'Visit Mum 100% of weeks'])
    expect(await found('iro', 'VISIT')).toEqual(['Visit Mum 100% of weeks'])
    expect(await found('practitioner', 'visit')).toEqual([])
    expect(await found('manager', '100% mum')).toEqual(['Visit Mum 100% of weeks'])
    expect(await found('manager', '1_0')).toEqual([])
    await world.db.updateTable('action').set({ state: 'done' }).where('id', '=', own).execute()
    expect(await found('manager', 'mum')).toEqual([])
    expect(await found('iro', 'mum')).toEqual(['Visit Mum 100% of weeks'])
  })
})

describe('what was typed wrong', () => {
  test.each([
    ['q=a', 'Type at least 2 characters, such as the start of a case reference'],
    [
      `q=${'a'.repeat(101)}`,
      'Type at most 100 characters: the start of a case reference is enough',
    ],
    ['q=ab&kind=child', 'The address asks for a kind of thing that cannot be found'],
  ])('%s', async (query, message) => {
    const world = await newWorld()
    const manager = await world.as('manager')
    const answer = await manager.get(`/find?${query}`)
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(message)
    expect(html).toContain(`value="${new URLSearchParams(query).get('q')}"`)
  })

  test('bytes that are no text are refused before they are looked for', async () => {
    const world = await newWorld()
    const manager = await world.as('manager')
    for (const typed of ['ab%00', '%ED%A0%80ab', '%FF%FE']) {
      expect([typed, (await manager.get(`/find?q=${typed}`)).status]).toEqual([typed, 400])
    }
    for (const odd of ['%01%02', '%E2%80%AE%E2%80%AE', "'%20or%201=1", '%5C%5C', '%25%25', '__']) {
      for (const more of [
        '',
        '&after=%F0%9F%8E%93',
        '&kind=action&after=x',
        '&kind=person&after=x',
      ]) {
        const answer = await manager.get(`/find?q=${odd}${more}`)
        expect([odd, more, answer.status]).toEqual([odd, more, 200])
      }
    }
  })
})

describe('what was opened last', () => {
  test('is shown on the empty page, newest first, as long as it may still be opened', async () => {
    const world = await newWorld()
    const manager = await world.as('manager')
    expect(await (await manager.get('/find')).text()).not.toContain('What you opened last')
    const opened = []
    for (const [place, reference] of ['AB-1', 'AB-2', 'AB-3'].entries()) {
      const audit = await auditOf(world, reference, { case: { teamId: world.teamId } })
      await submitted(world, audit)
      world.setNow(`2026-01-12T09:${20 + place * 15}:00.000Z`)
      expect((await manager.get(`/audits/${audit.auditId}`)).status).toBe(200)
      opened.push(audit)
    }
    const shown = async () =>
      (await (await manager.get('/find')).text()).match(/(?<=Case )AB-\d/g) ?? []
    expect(await shown()).toEqual(['AB-3', 'AB-2', 'AB-1'])
    expect(await wordsOf(await manager.get('/'))).toMatch(
      /What you opened last\nAudit A-\d+\nCase AB-3 ·/
    )
    const [, second] = opened
    if (second) await submitted(world, second, { team_id: world.otherTeamId })
    expect(await shown()).toEqual(['AB-3', 'AB-1'])
    world.setNow('2026-01-12T10:20:00.000Z')
    const [first] = opened
    expect((await manager.get(`/cases/${first?.caseId}`)).status).toBe(200)
    expect(await shown()).toEqual(['AB-1', 'AB-3', 'AB-1'])
    expect(await (await manager.get('/')).text()).toContain(`href="/cases/${first?.caseId}"`)
    await world.db.updateTable('case_file').set({ team_id: world.otherTeamId }).execute()
    if (first) await submitted(world, first, { team_id: world.otherTeamId })
    expect(await shown()).toEqual(['AB-3'])
  })
})
