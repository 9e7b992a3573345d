/** My work as different people see it: their audits, actions and rounds, and nobody else's. */
import { describe, expect, test } from 'vitest'
import { saveAction } from '../../src/actions/save-action.ts'
import { newApp, type TestApp } from '../support/app.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { countQueries } from '../support/count-queries.ts'
import { openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const set = (t: TestApp, auditId: string, change: Record<string, string | number>) =>
  t.db.updateTable('audit').set(change).where('id', '=', auditId).execute()

const submit = (t: TestApp, auditId: string) =>
  set(t, auditId, {
    state: 'submitted',
    first_submitted_at: '2026-01-09T15:00:00.000Z',
    submitted_at: '2026-01-09T15:00:00.000Z',
  })

describe('audits', () => {
  test('stand late first, with theme, round, state and how much is answered', async () => {
    const t = await newApp()
    const me = await t.signIn(['manager'], { name: 'Amara Osei' })
    const given = { auditorId: me.personId }
    const first = await openAudit(t.context(), {
      ...given,
      case: { reference: '198230' },
      round: { name: 'January learning audit' },
    })
    await set(t, first.auditId, { state: 'in_progress', answered: 14, to_answer: 22 })
    const second = await openAudit(t.context(), {
      ...given,
      case: { reference: '187002', serviceStatus: 'care' },
      rubrics: ['care_plan'],
      round: { kind: 're_audit', name: 'Re-audit after inadequate' },
    })
    await set(t, second.auditId, { due_on: '2026-01-10' })
    await openAudit(t.context(), { case: { reference: '999999' } })

    const words = await wordsOf(await me.get('/'))
    expect(words).toContain(
      '1 of your 2 audits is late; the other is due by Friday 30 January 2026.'
    )
    expect(words).toMatch(
      /Case 187002, care plan and permanence\nRe-audit after inadequate ·\nAbout the case\n187002\n2 days late\nNot started\nCase 198230, child protection plan\nJanuary learning audit · you have answered 14 of 22 ·\nAbout the case\n198230\nDue in 18 days\nIn progress/
    )
    expect(words).not.toContain('999999')
  })

  test('leave the list when they are submitted or withdrawn, and show what was submitted last', async () => {
    const t = await newApp()
    const me = await t.signIn(['manager'])
    const done = await openAudit(t.context(), {
      auditorId: me.personId,
      case: { reference: '198230' },
    })
    await submit(t, done.auditId)
    await t.db
      .updateTable('audit_theme')
      .set({ auditor_grade: 'good' })
      .where('theme', '=', 'audit')
      .execute()
    const gone = await openAudit(t.context(), {
      auditorId: me.personId,
      case: { reference: '111111' },
    })
    await set(t, gone.auditId, { state: 'withdrawn' })
    const words = await wordsOf(await me.get('/'))
    expect(words).toContain('You have no audits to do.')
    expect(words).toMatch(
      /Case 198230\n.* ·\nAbout the case\n198230\nSubmitted 9 Jan 2026\nG\nGood/
    )
    expect(words).not.toContain('111111')
  })

  test.each([
    ['practitioner', false],
    ['partner', false],
    ['senior_leader', true],
    ['iro', true],
  ] as const)(
    'lead to what was submitted, with its grade, only who may read it: %s',
    async (role, isReadable) => {
      const t = await newApp()
      const teamId = await addTeamWith(t.context(), { name: 'North', kind: 'service' })
      const me = await t.signIn([role], { teamId })
      const { auditId } = await openAudit(t.context(), {
        auditorId: me.personId,
        case: { reference: '198230', teamId },
        ownTeamReason: 'Nobody else is free in this round',
      })
      await submit(t, auditId)
      await set(t, auditId, { team_id: teamId })
      await t.db
        .updateTable('audit_theme')
        .set({ auditor_grade: 'good' })
        .where('theme', '=', 'audit')
        .execute()
      const html = await (await me.get('/')).text()
      expect(html).toContain('Case 198230')
      expect((await me.get(`/audits/${auditId}`)).status).toBe(isReadable ? 200 : 404)
      expect(html.includes(`href="/audits/${auditId}"`)).toBe(isReadable)
      expect(html.includes('Good')).toBe(isReadable)
    }
  )
})

describe('actions', () => {
  const withAction = async (t: TestApp, ownerId: string, teamId: string | null, what: string) => {
    const { auditId } = await openAudit(t.context(), { case: { teamId } })
    await saveAction(t.context(), {
      auditId,
      revision: 0,
      itemKey: null,
      what,
      intendedChange: 'Safer at home',
      ownerId,
      dueOn: '2026-01-13',
    })
    return auditId
  }

  test('reach their owner, and the manager of the case’s team, once the audit is submitted', async () => {
    const t = await newApp()
    const service = await addTeamWith(t.context(), { name: 'Safeguarding', kind: 'service' })
    const team = await addTeamWith(t.context(), { name: 'North', parentId: service })
    const manager = await t.signIn(['manager'], { teamId: service })
    const ownerId = await addPersonWith(t.context(), {
      name: 'J. Adeyemi',
      roles: ['practitioner'],
      teamId: team,
    })
    const owner = await t.browserOf(ownerId)
    const other = await t.signIn(['manager'])
    const auditId = await withAction(t, ownerId, team, 'Share the safety plan')
    const isTold = async () =>
      Promise.all(
        [owner, manager, other].map(async (one) =>
          (await (await one.get('/')).text()).includes('Share the safety plan')
        )
      )
    expect(await isTold()).toEqual([false, false, false])
    await submit(t, auditId)
    expect(await isTold()).toEqual([true, true, false])
    expect(await wordsOf(await owner.get('/'))).toMatch(
      /Actions for you\nShare the safety plan\nCase \d+ · from Learning audit \d+\nDue tomorrow\nOwner: you/
    )
    expect(await wordsOf(await manager.get('/'))).toMatch(
      /Actions for you and your team\nShare the safety plan\nCase .* · owner: J. Adeyemi\nDue tomorrow\nYour team/
    )
    await t.db.updateTable('action').set({ state: 'done' }).execute()
    expect(await isTold()).toEqual([false, false, false])
  })

  test('are shown without what was typed becoming markup', async () => {
    const t = await newApp()
    const me = await t.signIn(['practitioner'])
    await submit(t, await withAction(t, me.personId, null, '<script>alert(1)</script>'))
    const html = await (await me.get('/')).text()
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(html).not.toContain('<script>alert')
  })
})

test('a manager of many is shown the team’s actions that are due first, and told of more', async () => {
  const t = await newApp()
  const teamId = await addTeamWith(t.context(), { name: 'North' })
  const manager = await t.signIn(['manager'], { teamId })
  const ownerId = await addPersonWith(t.context(), { roles: ['practitioner'] })
  const { auditId } = await openAudit(t.context(), { case: { teamId } })
  for (let day = 13; day <= 25; day += 1) {
    await saveAction(t.context(), {
      auditId,
      revision: 0,
      itemKey: null,
      what: `Do what is due on day ${day}`,
      intendedChange: 'Safer at home',
      ownerId,
      dueOn: `2026-01-${day}`,
    })
  }
  await submit(t, auditId)
  await set(t, auditId, { team_id: teamId })
  const words = await wordsOf(await manager.get('/'))
  expect(words).toContain('day 24')
  expect(words).not.toContain('day 25')
  expect(words).toContain('All open actions that you may read')
})

describe('for those who run the programme', () => {
  test('open rounds show progress and what is late', async () => {
    const t = await newApp()
    const lead = await t.signIn(['qa_lead'])
    const { auditId, roundId } = await openAudit(t.context(), {
      round: { name: 'January learning audit' },
    })
    await set(t, auditId, { due_on: '2026-01-09' })
    const html = await wordsOf(await lead.get('/'))
    expect(html).toMatch(
      /Open rounds\nJanuary learning audit\n1 audit is late\nDue in 18 days\n0 of 1 submitted/
    )
    await submit(t, auditId)
    const after = await wordsOf(await lead.get('/'))
    expect(after).toContain('The only audit in the open round is submitted.')
    expect(after).toContain('1 of 1 submitted')
    expect(after).not.toContain('is late')
    await t.db.updateTable('round').set({ state: 'closed' }).where('id', '=', roundId).execute()
    expect(await wordsOf(await lead.get('/'))).toMatch(/Open rounds\nNo round is open./)
  })

  test('nobody else sees them', async () => {
    const t = await newApp()
    await openAudit(t.context(), { round: { name: 'January learning audit' } })
    for (const role of ['administrator', 'manager', 'iro', 'practitioner', 'partner'] as const) {
      const words = await wordsOf(await (await t.signIn([role])).get('/'))
      expect(words).not.toContain('January learning audit')
      expect(words).not.toContain('Open rounds')
    }
  })
})

describe('with nothing to do', () => {
  test('it says what will appear', async () => {
    const t = await newApp()
    const administrator = await wordsOf(await (await t.signIn(['administrator'])).get('/'))
    expect(administrator).toContain('There is nothing for you to do')
    expect(administrator).toContain('actions that an audit asks of you, once it is submitted')
    expect(administrator).not.toContain('audits that a QA lead gives you to do')
    const manager = await wordsOf(await (await t.signIn(['manager'])).get('/'))
    expect(manager).toContain('You have no audits to do.')
    expect(manager).toContain('actions for the cases of your team')
  })

  test('a visitor is asked to sign in', async () => {
    const t = await newApp()
    const response = await t.visitor.get('/')
    expect([response.status, response.headers.get('location')]).toEqual([303, '/sign-in'])
  })
})

test('it costs at most eight queries, however much there is to do', async () => {
  const t = await newApp()
  const teamId = await addTeamWith(t.context(), { name: 'North' })
  const me = await t.signIn(['manager', 'qa_lead'], { teamId })
  for (let i = 0; i < 12; i += 1) await openAudit(t.context(), { auditorId: me.personId })
  const { response, queries } = await countQueries(t, me, '/')
  expect(response.status).toBe(200)
  expect(queries).toBeLessThanOrEqual(8)
})
