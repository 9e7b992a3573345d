/**
 * Expected answers of the results. Own: narrowed to the person's own team. Foreign: to a team of another service. Which
 * audits behind a figure are listed has a table of its own: read-submitted.test.ts.
 */
import { setBaseline } from '../../src/analytics/set-baseline.ts'
import { run } from '../support/results-file.ts'
import { openAudit } from '../support/round-builders.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { RouteCase, RouteTable } from './route-case.ts'

const HISTORY = `audit_ref,round,audited_on,theme,item,grade
h1,March 2025 audit,2025-03-28,Plans,,good
h2,November 2025 audit,2025-11-28,Plans,,good`

const narrowed =
  (path: string): RouteCase['ask'] =>
  (world, _asker, record) => {
    if (record === 'none') return { path }
    const teams = { own: world.teamId, foreign: world.otherTeamId, missing: NO_RECORD }
    return { path: `${path}?team=${teams[record]}` }
  }

/** A baseline of the theme in which an audit was submitted. */
const openBaseline = async (world: World): Promise<string> => {
  const ctx = world.context()
  await run(ctx, HISTORY)
  const { made } = await world.db
    .selectFrom('chart_baseline')
    .select((eb) => eb.fn.countAll<number>().as('made'))
    .executeTakeFirstOrThrow()
  const startsOn = `2025-06-${String(Number(made) + 10)}`
  return setBaseline(ctx, { theme: 'Plans', startsOn, reason: 'A new form' })
}

export const resultsRoutes: RouteTable = {
  'GET /results/over-time': {
    ask: narrowed('/results/over-time'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 422, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 422, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 422, 422, 403, 303],
    },
  },
  'GET /results/over-time.csv': {
    ask: narrowed('/results/over-time.csv'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
    },
  },
  'GET /results/compare': {
    ask: narrowed('/results/compare'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 422, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 422, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 422, 422, 403, 303],
    },
  },
  'GET /results/compare.csv': {
    ask: narrowed('/results/compare.csv'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
    },
  },
  'GET /results/baselines/new': {
    ask: async (world, _asker, record) => {
      if (record === 'none') return { path: '/results/baselines/new' }
      if (record === 'own') await run(world.context(), HISTORY)
      return {
        path: `/results/baselines/new?theme=${record === 'own' ? 'Plans' : NO_RECORD}`,
      }
    },
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 404, 403, 403, 403, 403, 403, 403, 303],
      own: [403, 200, 403, 403, 403, 403, 403, 403, 303],
      missing: [403, 404, 403, 403, 403, 403, 403, 403, 303],
    },
  },
  'POST /results/baselines': {
    ask: async (world, _asker, record) => {
      if (record === 'own') await run(world.context(), HISTORY)
      return {
        path: `/results/baselines?theme=${record === 'own' ? 'Plans' : NO_RECORD}`,
        fields: {
          'startsOn-day': '1',
          'startsOn-month': '6',
          'startsOn-year': '2025',
          reason: 'A new form',
        },
      }
    },
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      own: [403, 303, 403, 403, 403, 403, 403, 403, 401],
      missing: [403, 404, 403, 403, 403, 403, 403, 403, 401],
    },
  },
  'GET /results/baselines/:id/undo': {
    ask: async (world, _asker, record) => ({
      path: `/results/baselines/${record === 'missing' ? NO_RECORD : await openBaseline(world)}/undo`,
    }),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      own: [403, 200, 403, 403, 403, 403, 403, 403, 303],
      missing: [403, 404, 403, 403, 403, 403, 403, 403, 303],
    },
  },
  'POST /results/baselines/:id/undo': {
    ask: async (world, _asker, record) => ({
      path: `/results/baselines/${record === 'missing' ? NO_RECORD : await openBaseline(world)}/undo`,
      fields: {},
    }),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      own: [403, 303, 403, 403, 403, 403, 403, 403, 401],
      missing: [403, 404, 403, 403, 403, 403, 403, 403, 401],
    },
  },
  'GET /results': {
    ask: narrowed('/results'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 422, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 422, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 422, 422, 403, 303],
    },
  },
  'GET /results.csv': {
    ask: narrowed('/results.csv'),
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 403, 200, 403, 303],
      foreign: [403, 200, 422, 200, 200, 403, 422, 403, 303],
      missing: [403, 422, 422, 422, 422, 403, 422, 403, 303],
    },
  },
  'GET /results/audits': {
    ask: async (world, _asker, record) => {
      if (record === 'missing') return { path: `/results/audits?round=${NO_RECORD}` }
      const { roundId } = await openAudit(world.context())
      const teams = { none: '', own: world.teamId, foreign: world.otherTeamId }
      return { path: `/results/audits?round=${roundId}&team=${teams[record]}` }
    },
    expect: {
      //     adm  qa   mgr  iro  irm  pra  sen  par  visitor
      none: [403, 200, 200, 200, 200, 200, 200, 403, 303],
      own: [403, 200, 200, 200, 200, 404, 200, 403, 303],
      foreign: [403, 200, 404, 200, 200, 404, 404, 403, 303],
      missing: [403, 404, 404, 404, 404, 404, 404, 403, 303],
    },
  },
}
