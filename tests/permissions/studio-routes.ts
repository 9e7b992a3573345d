/** Expected answers of the rubric studio: writing and publishing rubrics is the QA lead's alone, reading is everybody's. */

import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { findRubric, listRubricVersions } from '../../src/rubrics/store.ts'
import { draftMark } from '../../src/studio/rules/draft-mark.ts'
import { startDraft } from '../../src/studio/start-draft.ts'
import { findDraft } from '../../src/studio/store.ts'
import { withdrawVersion } from '../../src/studio/withdraw-version.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

//                    adm  qa   mgr  iro  irm  pra  sen  par  visitor
const shown: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const notShown: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const done: Row = [403, 303, 403, 403, 403, 403, 403, 403, 401]
const tried: Row = [403, 200, 403, 403, 403, 403, 403, 403, 401]
const notDone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]
const faulty: Row = [403, 422, 403, 403, 403, 403, 403, 403, 401]
const read: Row = [200, 200, 200, 200, 200, 200, 200, 200, 303]
const notRead: Row = [404, 404, 404, 404, 404, 404, 404, 404, 303]

interface Made {
  readonly draftId: string
  readonly itemId: string
  readonly mark: string
}

const draft = async (world: World): Promise<Made> => {
  const ctx = world.context()
  const version = await findRubric(ctx.db, 'cp_plan', '1')
  const draftId = await startDraft(ctx, { from: 'version', versionId: version?.id ?? '' })
  const made = await findDraft(ctx.db, draftId)
  if (!made) throw new Error('no draft')
  return { draftId, itemId: made.items[1]?.id ?? '', mark: draftMark(made) }
}

const of =
  (place: string, fields?: (made: Made) => Request['fields']): RouteCase['ask'] =>
  async (world, _asker, record) => {
    const made = await draft(world)
    const draftId = record === 'missing' ? NO_RECORD : made.draftId
    const sent = fields?.(made)
    const path = `/studio/${draftId}${place.replace('ITEM', made.itemId)}`
    return { path, ...(sent ? { fields: sent } : {}) }
  }

/** A version of its own for each role, so that nobody finds it withdrawn by another. */
const version =
  (
    place: string,
    fields?: Request['fields'],
    prepare?: (world: World, key: string) => Promise<void>
  ): RouteCase['ask'] =>
  async (world, { column }, record) => {
    const ctx = world.context()
    const base = await findRubric(ctx.db, 'cp_plan', '1')
    const number = `1-local.${columnNumbers.indexOf(column) + 1}`
    if (base) {
      const rubric = { ...base.rubric, version: number }
      await publishRubric(ctx, { file: 'test', rubric, lines: new Map() })
    }
    if (record !== 'missing') await prepare?.(world, number)
    const asked = record === 'missing' ? '99' : number
    return { path: `/rubrics/cp_plan/${asked}${place}`, ...(fields ? { fields } : {}) }
  }

const columnNumbers: readonly string[] = [
  'administrator',
  'qa_lead',
  'manager',
  'iro',
  'iro_manager',
  'practitioner',
  'senior_leader',
  'partner',
  'visitor',
]

const item = { kind: 'grade', revision: '1', key: '', short: 'New', question: 'New?' }

const record = (row: Row, missing: Row) => ({ own: row, missing })

export const studioRoutes: RouteTable = {
  'GET /rubrics/:key/compare': {
    ask: (_world, _asker, of) => ({
      path: of === 'missing' ? '/rubrics/nothing/compare' : '/rubrics/cp_plan/compare',
    }),
    expect: record(read, notRead),
  },
  'GET /rubrics/:key/:version/file': { ask: version('/file'), expect: record(read, notRead) },
  'POST /rubrics/:key/:version/draft': {
    ask: version('/draft', {}),
    expect: record(done, notDone),
  },
  'GET /rubrics/:key/:version/withdraw': {
    ask: version('/withdraw'),
    expect: record(shown, notShown),
  },
  'POST /rubrics/:key/:version/withdraw': {
    ask: version('/withdraw', { reason: 'Superseded' }),
    expect: record(done, notDone),
  },
  'POST /rubrics/:key/:version/restore': {
    ask: version('/restore', {}, (world, number) =>
      withdrawVersion(world.context(), { key: 'cp_plan', version: number, reason: 'Old' })
    ),
    expect: record(done, notDone),
  },
  'POST /rubrics/:key/:version/merge': {
    ask: version('/merge', {}),
    expect: record(done, notDone),
  },
  'GET /studio/new': { ask: () => ({ path: '/studio/new' }), expect: { none: shown } },
  'POST /studio/new': {
    ask: (_world, { column }) => ({
      path: '/studio/new',
      fields: { key: `own_${column}`, title: `Our own, by ${column}` },
    }),
    expect: { none: done },
  },
  // Without a file: it is asked for.
  'POST /studio/new/file': {
    ask: () => ({ path: '/studio/new/file', fields: {} }),
    expect: { none: faulty },
  },
  'GET /studio/:id': { ask: of(''), expect: record(shown, notShown) },
  'GET /studio/:id/about': { ask: of('/about'), expect: record(shown, notShown) },
  'POST /studio/:id/about': {
    ask: of('/about', () => ({ title: 'Another', scale: 'four_grade', revision: '1' })),
    expect: record(done, notDone),
  },
  'GET /studio/:id/rules': { ask: of('/rules'), expect: record(shown, notShown) },
  'POST /studio/:id/rules': {
    ask: of('/rules', () => ({ 'rule:half_weak_caps': 'off', revision: '1' })),
    expect: record(done, notDone),
  },
  'GET /studio/:id/form': { ask: of('/form'), expect: record(shown, notShown) },
  'POST /studio/:id/form': { ask: of('/form', () => ({})), expect: record(tried, notDone) },
  'GET /studio/:id/changes': { ask: of('/changes'), expect: record(shown, notShown) },
  'POST /studio/:id/changes': {
    ask: of('/changes', ({ itemId }) => ({ [`meaning:${itemId}`]: 'same' })),
    expect: record(done, notDone),
  },
  'GET /studio/:id/discard': { ask: of('/discard'), expect: record(shown, notShown) },
  'POST /studio/:id/discard': {
    ask: of('/discard', () => ({})),
    expect: record(done, notDone),
  },
  'POST /studio/:id/items': {
    ask: of('/items', () => ({ kind: 'yes_no' })),
    expect: record(done, notDone),
  },
  'GET /studio/:id/items/:item': { ask: of('/items/ITEM'), expect: record(shown, notShown) },
  'POST /studio/:id/items/:item': {
    ask: of('/items/ITEM', () => item),
    expect: record(done, notDone),
  },
  'POST /studio/:id/items/:item/move': {
    ask: of('/items/ITEM/move', () => ({ to: 'up' })),
    expect: record(done, notDone),
  },
  'POST /studio/:id/items/:item/retire': {
    ask: of('/items/ITEM/retire', () => ({ retire: 'yes' })),
    expect: record(done, notDone),
  },
  'POST /studio/:id/newer': {
    // Somebody publishes a version after the draft was started.
    ask: async (world, _asker, record) => {
      const { draftId } = await draft(world)
      const base = await findRubric(world.db, 'cp_plan', '1')
      const newest = (await listRubricVersions(world.db)).filter(({ key }) => key === 'cp_plan')
      if (base) {
        const rubric = { ...base.rubric, version: `1-local.${newest.length}` }
        await publishRubric(world.context(), { file: 'test', rubric, lines: new Map() })
      }
      const id = record === 'missing' ? NO_RECORD : draftId
      return { path: `/studio/${id}/newer`, fields: {} }
    },
    expect: record(done, notDone),
  },
  'GET /studio/:id/publish': { ask: of('/publish'), expect: record(shown, notShown) },
  'POST /studio/:id/publish': {
    ask: of('/publish', ({ mark }) => ({ note: 'Plainer words', mark })),
    expect: record(done, notDone),
  },
}
