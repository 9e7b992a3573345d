/**
 * Who may read a submitted audit with its words, by what ties them to it: contracts.md §4, the row "read a submitted
 * audit with its words", written down by hand.
 */
import { describe, expect, test } from 'vitest'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { addPersonWith, addTeamWith } from '../support/builders.ts'
import { type OpenAudit, openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

interface Tie {
  /** Does the audit itself, on a case of a service where they do not work. */
  readonly isAuditor?: boolean
  readonly isWorker?: boolean
  readonly isIro?: boolean
  readonly hasOtherIro?: boolean
  readonly isShared?: boolean
  readonly team?: 'own' | 'below' | 'beside'
}

const order = [
  'administrator',
  'qa_lead',
  'manager',
  'iro',
  'iro_manager',
  'practitioner',
  'senior_leader',
  'partner',
] as const satisfies readonly Role[]

const table: readonly (readonly [string, Tie, readonly number[]])[] = [
  //                                            adm  qa   mgr  iro  irm  pra  sen  par
  ['nothing', {}, [403, 200, 404, 404, 404, 404, 404, 404]],
  ['they audited it', { isAuditor: true }, [403, 200, 200, 200, 200, 404, 404, 404]],
  [
    'they audited a case of their team',
    { isAuditor: true, team: 'own' },
    [403, 200, 200, 200, 200, 404, 200, 404],
  ],
  ['a case of their team', { team: 'own' }, [403, 200, 200, 404, 404, 404, 200, 404]],
  ['of a team below theirs', { team: 'below' }, [403, 200, 200, 404, 404, 404, 200, 404]],
  ['of a team beside theirs', { team: 'beside' }, [403, 200, 404, 404, 404, 404, 200, 404]],
  ['they review the case', { isIro: true }, [403, 200, 404, 200, 200, 404, 404, 404]],
  ['another IRO reviews it', { hasOtherIro: true }, [403, 200, 404, 404, 200, 404, 404, 404]],
  ['they work the case', { isWorker: true }, [403, 200, 404, 404, 404, 404, 404, 404]],
  [
    'they work it and it is shared',
    { isWorker: true, isShared: true },
    [403, 200, 404, 404, 404, 200, 404, 404],
  ],
  ['it is shared with another', { isShared: true }, [403, 200, 404, 404, 404, 404, 404, 404]],
]

const submittedFor = async (world: World, personId: string, tie: Tie): Promise<OpenAudit> => {
  const ctx = world.context()
  const teams = {
    own: world.teamId,
    below: await addTeamWith(ctx, { name: `Below ${ctx.ids()}`, parentId: world.teamId }),
    beside: await addTeamWith(ctx, { name: `Beside ${ctx.ids()}`, parentId: world.serviceId }),
  }
  const audit = await openAudit(ctx, {
    auditorId: tie.isAuditor ? personId : world.strangerId,
    case: {
      teamId: tie.team ? teams[tie.team] : world.otherTeamId,
      workerId: tie.isWorker ? personId : null,
      iroId: tie.isIro ? personId : tie.hasOtherIro ? world.strangerId : null,
    },
    ownTeamReason: 'Nobody else is free in this round',
  })
  await answerAll(ctx, audit)
  await submitAudit(asPerson(ctx, audit.auditorId), { auditId: audit.auditId })
  if (tie.isShared) {
    await world.db
      .updateTable('audit')
      .set({ shared_at: ctx.now })
      .where('id', '=', audit.auditId)
      .execute()
  }
  return audit
}

const EVIDENCE = 'School attendance rose from 61% to 94%.'

describe.each(['', '/print'])('GET /audits/:id%s, submitted', (place) => {
  test.each(table)('%s', async (_, tie, expected) => {
    const world = await newWorld()
    const statuses: number[] = []
    for (const role of order) {
      // An administrator can be given no audit: their columns are the same for every tie.
      const isPossible = !(role === 'administrator' && tie.isAuditor)
      const { auditId: id } = await submittedFor(world, world.people[role], isPossible ? tie : {})
      const response = await (await world.as(role)).get(`/audits/${id}${place}`)
      const text = await response.text()
      expect([role, text.includes(EVIDENCE)]).toEqual([role, response.status === 200])
      statuses.push(response.status)
    }
    expect(statuses).toEqual(expected)
  })
})

describe('the audits behind a figure are those that the person may read', () => {
  test.each(table)('%s', async (_, tie, expected) => {
    const world = await newWorld()
    for (const [index, role] of order.entries()) {
      if (role === 'administrator' || role === 'partner') continue
      const { auditId, roundId } = await submittedFor(world, world.people[role], tie)
      const page = await (await world.as(role)).get(
        `/results/audits?theme=cp_plan&round=${roundId}`
      )
      expect([role, page.status]).toEqual([role, 200])
      const isListed = (await page.text()).includes(`href="/audits/${auditId}"`)
      expect([role, isListed]).toEqual([role, expected[index] === 200])
    }
  })
})

test('several roles see what any of them would', async () => {
  const world = await newWorld()
  const ctx = world.context()
  const personId = await addPersonWith(ctx, {
    roles: ['practitioner', 'iro'],
    teamId: world.teamId,
  })
  const browser = await world.browserOf(personId)
  const { auditId: reviewed } = await submittedFor(world, personId, { isIro: true })
  const { auditId: ofTeam } = await submittedFor(world, personId, { team: 'own' })
  expect((await browser.get(`/audits/${reviewed}`)).status).toBe(200)
  expect((await browser.get(`/audits/${ofTeam}`)).status).toBe(404)
})

test('a reading is one event in a quarter of an hour, and a refusal is one every time', async () => {
  const world = await newWorld()
  const { auditId: id } = await submittedFor(world, world.people.manager, { team: 'own' })
  const manager = await world.as('manager')
  const partner = await world.as('partner')
  for (let i = 0; i < 3; i += 1) {
    await manager.get(`/audits/${id}`)
    await partner.get(`/audits/${id}`)
  }
  const events = await world.db
    .selectFrom('event')
    .select(['type', 'actor_id', 'details'])
    .where('subject_id', '=', id)
    .where('type', 'in', ['audit.read', 'access.refused'])
    .orderBy('number')
    .execute()
  const refused = {
    type: 'access.refused',
    actor_id: world.people.partner,
    details: '{"method":"GET","permission":"audits.read_submitted","route":"/audits/:id"}',
  }
  expect(events).toEqual([
    { type: 'audit.read', actor_id: world.people.manager, details: '{}' },
    refused,
    refused,
    refused,
  ])
})
