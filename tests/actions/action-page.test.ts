/** The page of an action: who sees it, marking it done, and what is said when that cannot be saved. */
import { describe, expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { countQueries } from '../support/count-queries.ts'
import { openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const withAction = async () => {
  const t = await newApp()
  const teamId = await addTeamWith(t.context(), { name: 'North' })
  const ownerId = await addPersonWith(t.context(), { name: 'J. Adeyemi', roles: ['practitioner'] })
  const { auditId, auditorId } = await openAudit(t.context(), {
    case: { reference: '193321', teamId },
    round: { name: 'November learning audit' },
  })
  const action = await saveAction(t.context(), {
    auditId,
    revision: 0,
    itemKey: 'cp.clarity',
    what: 'Share the safety plan with <b>school</b>',
    intendedChange: 'The adults around the child know what to do',
    ownerId,
    dueOn: '2026-01-13',
  })
  const submit = () =>
    t.db
      .updateTable('audit')
      .set({ state: 'submitted', first_submitted_at: '2026-01-12T09:00:00.000Z', team_id: teamId })
      .where('id', '=', auditId)
      .execute()
  const stored = () =>
    t.db
      .selectFrom('action')
      .select(['state', 'done_note', 'done_by', 'revision'])
      .executeTakeFirstOrThrow()
  return {
    t,
    teamId,
    auditId,
    auditorId,
    ownerId,
    address: `/actions/${action.id}`,
    submit,
    stored,
  }
}

const untouched = { state: 'open', done_note: null, done_by: null, revision: 1 }

describe('who sees an action', () => {
  test('its owner and those who may read the audit, once it is submitted; for others it is not there', async () => {
    const { t, teamId, auditorId, ownerId, address, submit } = await withAction()
    const browsers = {
      owner: await t.browserOf(ownerId),
      auditor: await t.browserOf(auditorId),
      'manager of the team': await t.signIn(['manager'], { teamId }),
      'QA lead': await t.signIn(['qa_lead']),
      'manager of another team': await t.signIn(['manager']),
      practitioner: await t.signIn(['practitioner'], { teamId }),
      administrator: await t.signIn(['administrator']),
    }
    const answers = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(browsers).map(async ([who, browser]) => [
            who,
            (await browser.get(address)).status,
          ])
        )
      )
    expect(await answers()).toEqual({
      owner: 404,
      auditor: 404,
      'manager of the team': 404,
      'QA lead': 404,
      'manager of another team': 404,
      practitioner: 404,
      administrator: 404,
    })
    await submit()
    expect(await answers()).toEqual({
      owner: 200,
      auditor: 200,
      'manager of the team': 200,
      'QA lead': 200,
      'manager of another team': 404,
      practitioner: 404,
      administrator: 404,
    })
    const refusals = await t.db
      .selectFrom('event')
      .select('subject_id')
      .where('type', '=', 'access.refused')
      .execute()
    expect(refusals).toHaveLength(8)
    expect(new Set(refusals.map((row) => row.subject_id))).toEqual(new Set([address.slice(9)]))
  })

  test('the page says what, for whom, by when and why, and who may not do it is not offered to', async () => {
    const { t, teamId, ownerId, address, submit } = await withAction()
    await submit()
    const owner = await t.browserOf(ownerId)
    const page = await owner.get(address)
    expect(await page.clone().text()).not.toContain('<b>school')
    const words = await wordsOf(page)
    expect(words).toContain('Case 193321 · from November learning audit')
    expect(words).toContain('The adults around the child know what to do')
    expect(words).toContain('Tuesday 13 January 2026\n(due tomorrow)')
    expect(words).toContain('You (J. Adeyemi)')
    expect(words).toContain('Mark as done')
    const manager = await t.signIn(['manager'], { teamId })
    const read = await wordsOf(await manager.get(address))
    expect(read).not.toContain('Mark as done')
    expect(read).toContain('J. Adeyemi says here when it is done.')
    expect((await countQueries(t, manager, address)).queries).toBeLessThanOrEqual(8)
  })
})

describe('marking it done', () => {
  test('keeps the note, shows it to the reader, and can be taken back', async () => {
    const { t, ownerId, address, submit, stored } = await withAction()
    await submit()
    const owner = await t.browserOf(ownerId)
    const response = await owner.post(`${address}/done`, {
      note: 'Shared on Tuesday. <i>Gran</i> keeps a copy.',
      revision: '1',
    })
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${address}?saved=done`,
    ])
    expect(await stored()).toEqual({
      state: 'done',
      done_note: 'Shared on Tuesday. <i>Gran</i> keeps a copy.',
      done_by: ownerId,
      revision: 2,
    })
    const words = await wordsOf(await owner.get(`${address}?saved=done`))
    expect(words).toContain('The action is marked as done.')
    expect(words).toContain('Monday 12 January 2026 at 09:00')
    expect(words).toContain('It is not done after all')
    const undone = await owner.post(`${address}/undo`, { revision: '2' })
    expect(undone.headers.get('location')).toBe(`${address}?saved=undone`)
    expect(await stored()).toEqual({ ...untouched, revision: 3 })
  })

  test.each([
    ['no note', { revision: '1' }, 'Say what was done, and what came of it'],
    ['an empty note', { note: ' \n ', revision: '1' }, 'Say what was done, and what came of it'],
    [
      'too long a note',
      { note: 'a'.repeat(5_001), revision: '1' },
      'Shorten this to 5,000 characters or fewer: 5,001 were typed',
    ],
    ['no revision', { note: 'Done' }, 'Open the action again before you change it'],
    ['a revision that is none', { note: 'Done', revision: 'x' }, 'Open the action again before'],
    ['two notes', { note: ['One', 'Two'], revision: '1' }, 'Sent 2 times: send it once'],
  ])('refuses %s', async (_what, fields: Record<string, string | string[]>, fault) => {
    const { t, ownerId, address, submit, stored } = await withAction()
    await submit()
    const response = await (await t.browserOf(ownerId)).post(`${address}/done`, fields)
    expect(response.status).toBe(422)
    expect(await wordsOf(response)).toContain(fault)
    expect(await stored()).toEqual(untouched)
  })

  test('two windows: the second is shown what stands and what was typed', async () => {
    const { t, ownerId, address, submit, stored } = await withAction()
    await submit()
    const owner = await t.browserOf(ownerId)
    await owner.post(`${address}/done`, { note: 'First.', revision: '1' })
    const response = await owner.post(`${address}/done`, { note: 'Second.', revision: '1' })
    expect(response.status).toBe(409)
    const words = await wordsOf(response)
    expect(words).toContain('This action was changed after you opened the page')
    expect(words).toContain('What you wrote:\nSecond.')
    expect(words).toContain('First.')
    expect(await stored()).toMatchObject({ done_note: 'First.', revision: 2 })
    const late = await owner.post(`${address}/undo`, { revision: '1' })
    expect(late.status).toBe(409)
    expect(await stored()).toMatchObject({ state: 'done', revision: 2 })
  })

  test('is refused to everybody else, as if it were not there, and recorded', async () => {
    const { t, teamId, auditorId, address, submit, stored } = await withAction()
    await submit()
    for (const browser of [
      await t.browserOf(auditorId),
      await t.signIn(['manager'], { teamId }),
      await t.signIn(['qa_lead']),
      await t.signIn(['administrator']),
    ]) {
      const done = await browser.post(`${address}/done`, { note: 'Mine', revision: '1' })
      const undo = await browser.post(`${address}/undo`, { revision: '1' })
      expect([done.status, undo.status]).toEqual([404, 404])
    }
    expect(await stored()).toEqual(untouched)
    const refusals = await t.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'access.refused')
      .execute()
    expect(refusals).toHaveLength(8)
  })

  test('a removed action and an unknown one are not there', async () => {
    const { t, ownerId, address, submit } = await withAction()
    await submit()
    await t.db.updateTable('action').set({ state: 'removed' }).execute()
    const owner = await t.browserOf(ownerId)
    expect((await owner.get(address)).status).toBe(404)
    expect((await owner.post(`${address}/done`, { note: 'Done', revision: '1' })).status).toBe(404)
    expect((await owner.get('/actions/nothing')).status).toBe(404)
    expect((await owner.post('/actions/nothing/done', { note: 'Done' })).status).toBe(404)
  })
})
