/** A record named within another that it does not belong to: as unknown as one that is nowhere. */
import { describe, expect, test } from 'vitest'
import { saveAuditAction } from '../../src/audits/save-audit-action.ts'
import { saveFinding } from '../../src/audits/save-finding.ts'
import { asPerson } from '../support/audit-answers.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const twoAudits = async (world: World) => {
  const ctx = world.context()
  const own = await openAudit(ctx, { auditorId: world.people.manager })
  const theirs = await openAudit(ctx, { auditorId: world.strangerId })
  return { own, theirs }
}

describe('in an audit of one’s own', () => {
  test('another audit’s finding can be neither changed nor removed', async () => {
    const world = await newWorld()
    const { own, theirs } = await twoAudits(world)
    const findingId = world.deps.ids()
    const words = { kind: 'strength', itemKey: null, words: 'Theirs', revision: 0 } as const
    const stranger = asPerson(world.context(), theirs.auditorId)
    await saveFinding(stranger, { auditId: theirs.auditId, findingId, ...words })
    const manager = await world.as('manager')
    const at = `/audits/${own.auditId}/findings`
    const removed = await manager.post(`${at}/${findingId}/remove`, { revision: '1' })
    expect(removed.status).toBe(404)
    const changed = await manager.post(at, {
      finding: findingId,
      kind: 'area',
      item: '',
      words: 'Mine now',
      revision: '1',
    })
    expect(changed.status).toBe(404)
    const kept = await world.db.selectFrom('finding').select(['audit_id', 'words', 'removed_at'])
    expect(await kept.execute()).toEqual([
      { audit_id: theirs.auditId, words: 'Theirs', removed_at: null },
    ])
  })

  test('another audit’s action can be neither changed nor removed', async () => {
    const world = await newWorld()
    const { own, theirs } = await twoAudits(world)
    const actionId = world.deps.ids()
    await saveAuditAction(asPerson(world.context(), theirs.auditorId), {
      auditId: theirs.auditId,
      actionId,
      itemKey: null,
      what: 'Theirs',
      intendedChange: '',
      ownerId: null,
      dueOn: null,
      revision: 0,
    })
    const manager = await world.as('manager')
    const removed = await manager.post(`/audits/${own.auditId}/actions/${actionId}/remove`, {
      revision: '1',
    })
    expect(removed.status).toBe(404)
    const kept = await world.db.selectFrom('action').select(['audit_id', 'what', 'state'])
    expect(await kept.execute()).toEqual([
      { audit_id: theirs.auditId, what: 'Theirs', state: 'open' },
    ])
  })

  test('a question of a rubric that it does not have is unknown', async () => {
    const world = await newWorld()
    const { own } = await twoAudits(world)
    const manager = await world.as('manager')
    const answer = {
      'value:voice.seen': 'good',
      'evidence:voice.seen': '',
      'reason:voice.seen': '',
      'revision:voice.seen': '0',
    }
    const saved = await manager.post(`/audits/${own.auditId}/answers/voice.seen`, answer)
    expect(saved.status).toBe(404)
    expect((await manager.get(`/audits/${own.auditId}/themes/voice`)).status).toBe(404)
    expect(await world.db.selectFrom('answer').select('item_key').execute()).toEqual([])
  })
})

test('in one round, an audit of another is unknown', async () => {
  const world = await newWorld()
  const { own, theirs } = await twoAudits(world)
  const lead = await world.as('qa_lead')
  const address = `/rounds/${own.roundId}/remove/${theirs.auditId}`
  expect((await lead.get(address)).status).toBe(404)
  expect((await lead.post(address)).status).toBe(404)
  const given = await lead.post(`/rounds/${own.roundId}`, {
    [`auditor-${theirs.auditId}`]: world.people.manager,
    [`seen-${theirs.auditId}`]: world.strangerId,
    [`reason-${theirs.auditId}`]: '',
    page: '1',
  })
  // Rows of audits that are not of this round, or no longer, are passed over.
  expect(given.status).toBe(303)
  const rows = await world.db.selectFrom('audit').select(['id', 'auditor_id']).orderBy('id')
  expect(await rows.execute()).toEqual([
    { id: own.auditId, auditor_id: world.people.manager },
    { id: theirs.auditId, auditor_id: world.strangerId },
  ])
})
