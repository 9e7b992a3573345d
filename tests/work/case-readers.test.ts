/** The page of a case for different people: what each sees of it, and how what is not theirs is answered. */
import { describe, expect, test } from 'vitest'
import { run } from '../support/results-file.ts'
import { addCaseWith } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'
import { newWorld, type World } from '../support/world.ts'
import { actionOn, auditOf, submitted } from './found-records.ts'

const page = async (world: World, role: Parameters<World['as']>[0], path: string) => {
  const response = await (await world.as(role)).get(path)
  return {
    status: response.status,
    html: await response.clone().text(),
    words: await wordsOf(response),
  }
}

const eventsOf = (world: World, type: string) =>
  world.db
    .selectFrom('event')
    .select(['actor_id as by', 'subject_id as about', 'details'])
    .where('type', '=', type)
    .orderBy('number')
    .execute()

describe('who sees what of it', () => {
  test('a practitioner sees what was shared with them and actions of their own', async () => {
    const world = await newWorld()
    const me = world.people.practitioner
    const shared = await auditOf(world, '1', { case: { teamId: world.teamId, workerId: me } })
    await actionOn(world, shared.auditId, 'Ring the school', me)
    await actionOn(world, shared.auditId, 'Tell the board', world.people.manager)
    await submitted(world, shared, { worker_id: me })
    const before = await page(world, 'practitioner', `/cases/${shared.caseId}`)
    expect(before.words).toContain('No audit of this case that you may read')
    expect(before.words).toContain('Ring the school')
    expect(before.words).not.toContain('Tell the board')
    expect(before.html).not.toContain(`/audits/${shared.auditId}`)
    await submitted(world, shared, { worker_id: me, shared_at: '2026-01-10T09:00:00.000Z' })
    const after = await page(world, 'practitioner', `/cases/${shared.caseId}`)
    expect(after.html).toContain(`/audits/${shared.auditId}`)
    expect(after.words).toContain('Tell the board')
  })

  test('a manager sees no audit in progress of somebody else, a QA lead does', async () => {
    const world = await newWorld()
    const open = await auditOf(world, '1', { case: { teamId: world.teamId } })
    const manager = await page(world, 'manager', `/cases/${open.caseId}`)
    expect(manager.html).not.toContain(open.auditId)
    const lead = await page(world, 'qa_lead', `/cases/${open.caseId}`)
    expect(lead.words).toContain('Nobody has audited this case yet.')
    expect(lead.words).toMatch(/Audit in Learning audit \d+/)
  })

  test('an audit of another team’s time is not shown, and not counted', async () => {
    const world = await newWorld()
    const audit = await auditOf(world, '1', { case: { teamId: world.teamId } })
    await submitted(world, audit, { team_id: world.otherTeamId })
    const { words } = await page(world, 'manager', `/cases/${audit.caseId}`)
    expect(words).toContain('No audit of this case that you may read.')
    expect((await page(world, 'qa_lead', `/cases/${audit.caseId}`)).words).toContain(
      '1 audit, in January 2026'
    )
  })

  test('what is not theirs is answered as what is not there, and the refusal is recorded', async () => {
    const world = await newWorld()
    const audit = await auditOf(world, '1')
    await submitted(world, audit)
    const none = await page(world, 'manager', '/cases/00000000-0000-7000-8000-ffffffffffff')
    for (const id of [audit.caseId, audit.auditId]) {
      const theirs = await page(world, 'manager', `/cases/${id}`)
      expect([theirs.status, theirs.words]).toEqual([404, none.words])
    }
    expect((await eventsOf(world, 'access.refused')).map(({ by, about }) => [by, about])).toEqual([
      [world.people.manager, audit.caseId],
      [world.people.manager, audit.auditId],
    ])
    expect(await eventsOf(world, 'case.read')).toEqual([])
  })

  test('a reference of imported history alone has a page by its audit, until there is a case', async () => {
    const world = await newWorld()
    await run(
      world.context(),
      'audit_ref,round,audited_on,theme,item,grade,case_ref\nH1,Old,2024-03-10,cp_plan,,good,Q7\nH2,Older,2023-03-10,cp_plan,,good,q7\nH3,Other,2023-03-10,cp_plan,,good,'
    )
    const ids = await world.db
      .selectFrom('audit')
      .select(['id', 'reference'])
      .orderBy('reference')
      .execute()
    const [first, , blank] = ids.map(({ id }) => id)
    const { words } = await page(world, 'qa_lead', `/cases/${first}`)
    expect(words).toContain('2 audits since March 2023')
    expect(words).toContain('This reference is known from imported history alone.')
    expect((await page(world, 'qa_lead', `/cases/${blank}`)).status).toBe(404)
    expect((await page(world, 'manager', `/cases/${first}`)).status).toBe(404)
    const caseId = await addCaseWith(world.context(), { reference: 'Q7' })
    const moved = await (await world.as('qa_lead')).get(`/cases/${first}`)
    expect([moved.status, moved.headers.get('location')]).toEqual([303, `/cases/${caseId}`])
  })
})
