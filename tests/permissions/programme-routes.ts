/** Expected answers of keeping a round moving: the QA lead's alone, whichever round it is. Asking to hand over is the auditor's. */
import type { Context } from '../../src/db/transaction.ts'
import { askHandOver } from '../../src/programme/ask-hand-over.ts'
import { closeWithReasons } from '../../src/programme/close-with-reasons.ts'
import { insertExemption } from '../../src/programme/exemption-store.ts'
import { findAskedOf } from '../../src/programme/hand-over-store.ts'
import { openAudit } from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const shown: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const notShown: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const asked: Row = [403, 200, 403, 403, 403, 403, 403, 403, 401]
const notDone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]

/** A round with one audit, allocated to the manager. */
const inOpen =
  (place: string, fields?: (auditId: string) => Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const made = await openAudit(world.context(), { auditorId: world.people.manager })
    const roundId = record === 'missing' ? NO_RECORD : made.roundId
    const sent = fields?.(made.auditId)
    return { path: `/rounds/${roundId}${place}`, ...(sent ? { fields: sent } : {}) }
  }

const done: Row = [403, 303, 403, 403, 403, 403, 403, 403, 401]

/** The same round, closed with its audit not done. */
const inClosed =
  (place: string, fields?: Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const { roundId, auditId } = await openAudit(world.context())
    await closeWithReasons(world.context(), {
      roundId,
      notDone: [{ auditId, reason: 'sickness', words: '' }],
    })
    const asked = record === 'missing' ? NO_RECORD : roundId
    return { path: `/rounds/${asked}${place}`, ...(fields ? { fields } : {}) }
  }

const askedHandOver = async (world: World): Promise<string> => {
  const { auditId } = await openAudit(world.context(), { auditorId: world.people.manager })
  const ctx: Context = { ...world.context(), actor: { kind: 'user', id: world.people.manager } }
  await askHandOver(ctx, { auditId, toId: world.people.iro, reason: 'On leave' })
  const asked = await findAskedOf(world.db, auditId)
  return asked?.id ?? ''
}

const handOver =
  (fields?: Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => ({
    path: `/hand-overs/${record === 'missing' ? NO_RECORD : await askedHandOver(world)}`,
    ...(fields ? { fields } : {}),
  })

/** An audit of whoever asks, or of somebody else. */
const ofAudit =
  (fields?: Request['fields']): RouteCase['ask'] =>
  async (world, { personId, column }, record) => {
    // The administrator can be given none.
    const isOwn = record === 'own' && personId !== undefined && column !== 'administrator'
    const auditorId = isOwn ? personId : world.strangerId
    const { auditId } = await openAudit(world.context(), { auditorId })
    return {
      path: `/audits/${record === 'missing' ? NO_RECORD : auditId}/hand-over`,
      ...(fields ? { fields } : {}),
    }
  }

const auditorShown: Row = [403, 200, 200, 200, 200, 200, 200, 200, 303]
const auditorNot: Row = [403, 404, 404, 404, 404, 404, 404, 404, 303]
// Whom to hand it over to is not chosen, so the form comes back.
const auditorAsked: Row = [403, 422, 422, 422, 422, 422, 422, 422, 401]
const auditorNothingAsked: Row = [403, 409, 409, 409, 409, 409, 409, 409, 401]
const auditorRefused: Row = [403, 404, 404, 404, 404, 404, 404, 404, 401]

const due = { 'dueOn-day': '13', 'dueOn-month': '3', 'dueOn-year': '2026' }

export const programmeRoutes: RouteTable = {
  'GET /rounds/:id/progress': {
    ask: inOpen('/progress'),
    expect: { own: shown, missing: notShown },
  },
  // Shows first what would be done.
  'POST /rounds/:id/bulk': {
    ask: inOpen('/bulk', (auditId) => ({ do: 'withdraw', audits: auditId })),
    expect: { own: asked, missing: notDone },
  },
  'GET /rounds/:id/close': { ask: inOpen('/close'), expect: { own: shown, missing: notShown } },
  'POST /rounds/:id/close': {
    ask: async (world, asker, record) => ({
      ...(await inOpen('/close')(world, asker, record)),
      fields: { [`reason-${world.people.manager}`]: 'sickness' },
    }),
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/reopen': {
    ask: inClosed('/reopen'),
    expect: { own: shown, missing: notShown },
  },
  'POST /rounds/:id/reopen': {
    ask: inClosed('/reopen', { reason: 'Closed by mistake' }),
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/carry-over': {
    ask: inOpen('/carry-over'),
    expect: { own: shown, missing: notShown },
  },
  'POST /rounds/:id/carry-over': {
    ask: async (world, asker, record) => {
      const earlier = await openAudit(world.context())
      await closeWithReasons(world.context(), {
        roundId: earlier.roundId,
        notDone: [{ auditId: earlier.auditId, reason: 'sickness', words: '' }],
      })
      const open = await inOpen('/carry-over')(world, asker, record)
      return { ...open, fields: { audits: earlier.auditId } }
    },
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/due': { ask: inOpen('/due'), expect: { own: shown, missing: notShown } },
  'POST /rounds/:id/due': {
    ask: inOpen('/due', () => ({ ...due, reason: 'Half term', seenDueOn: '2026-01-30' })),
    expect: { own: done, missing: notDone },
  },
  'GET /rounds/:id/exempt': { ask: inOpen('/exempt'), expect: { own: shown, missing: notShown } },
  'POST /rounds/:id/exempt': {
    ask: async (world, asker, record) => ({
      ...(await inOpen('/exempt')(world, asker, record)),
      fields: {
        person: world.people.manager,
        approvedBy: world.people.senior_leader,
        reason: 'Absence',
        becomes: 'withdraw',
      },
    }),
    expect: { own: done, missing: notDone },
  },
  'POST /rounds/:id/exemptions/:exemptionId/lift': {
    ask: async (world, asker, record) => {
      const { path } = await inOpen('')(world, asker, 'own')
      const exemptionId = world.context().ids()
      await insertExemption(world.db, {
        id: exemptionId,
        round_id: path.slice('/rounds/'.length),
        person_id: world.people.iro,
        approved_by: world.people.senior_leader,
        reason: 'Absence',
        recorded_at: world.context().now,
        recorded_by: null,
      })
      const lifted = record === 'missing' ? NO_RECORD : exemptionId
      return { path: `${path}/exemptions/${lifted}/lift`, fields: {} }
    },
    expect: { own: done, missing: notDone },
  },
  'GET /hand-overs/:id': { ask: handOver(), expect: { own: shown, missing: notShown } },
  'POST /hand-overs/:id': {
    ask: handOver({ decision: 'agreed' }),
    expect: { own: done, missing: notDone },
  },
  'GET /audits/:id/hand-over': {
    ask: ofAudit(),
    expect: { own: auditorShown, foreign: auditorNot, missing: auditorNot },
  },
  'POST /audits/:id/hand-over/take-back': {
    // Nothing is asked for, so its own auditor is told that there is nothing to take back.
    ask: async (world, asker, record) => {
      const { path } = await ofAudit()(world, asker, record)
      return { path: `${path}/take-back`, fields: {} }
    },
    expect: { own: auditorNothingAsked, foreign: auditorRefused, missing: auditorRefused },
  },
  'POST /audits/:id/hand-over': {
    ask: ofAudit({ to: '', reason: 'On leave' }),
    expect: { own: auditorAsked, foreign: auditorRefused, missing: auditorRefused },
  },
}
