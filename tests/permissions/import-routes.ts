/**
 * Expected answers of the pages of imports: QA leads alone (decision 0019). An upload or an import is the council's and
 * not one person's, so another QA lead's is as good as one's own; there is no foreign record for those who may.
 */
import { createHash } from 'node:crypto'
import { importResults } from '../../src/imports/import-results.ts'
import { mapName } from '../../src/imports/map-name.ts'
import { previewUpload } from '../../src/imports/preview-upload.ts'
import { stageUpload } from '../../src/imports/stage-upload.ts'
import { findUpload } from '../../src/imports/upload-store.ts'
import { FILE } from '../support/results-file.ts'
import { NO_RECORD, type World } from '../support/world.ts'
import type { Request, RouteCase, RouteTable, Row } from './route-case.ts'

async function* chunks(text: string) {
  yield new TextEncoder().encode(text)
}

/** Uploaded by the stranger, who is a QA lead too. */
const uploaded = async (world: World, text: string) => {
  const ctx = { ...world.context(), actor: { kind: 'user', id: world.strangerId } as const }
  const upload = { fileName: 'history.csv', chunks: chunks(text) }
  const options = { replace: false }
  const given = { purpose: 'results', upload, mostBytes: 10_000, options } as const
  const id = await stageUpload(ctx, given)
  await previewUpload(ctx, id, world.deps.clock)
  return { id, revision: (await findUpload(world.db, id, 'results'))?.revision ?? 0 }
}

let files = 0
/** Other audits each time: a file that is there already cannot be confirmed. */
const another = () => FILE.replaceAll('A1', `P${files++}`).replaceAll('A2', `Q${files}`)

const importText = async (world: World, text: string): Promise<string> => {
  const { importId } = await importResults(world.context(), {
    fileName: 'history.csv',
    bytes: new TextEncoder().encode(text),
    fileHash: createHash('sha256').update(text).digest('hex'),
    library: [],
    dryRun: false,
    replace: false,
    clock: world.deps.clock,
  })
  return importId ?? ''
}

const imported = (world: World): Promise<string> => importText(world, another())

//                  adm  qa   mgr  iro  irm  pra  sen  par  visitor
const get: Row = [403, 200, 403, 403, 403, 403, 403, 403, 303]
const none: Row = [403, 404, 403, 403, 403, 403, 403, 403, 303]
const post: Row = [403, 303, 403, 403, 403, 403, 403, 403, 401]
const postNone: Row = [403, 404, 403, 403, 403, 403, 403, 403, 401]
const refused: Row = [403, 422, 403, 403, 403, 403, 403, 403, 401]

const page = (path: string, expect: Row = get): RouteCase => ({
  ask: () => ({ path }),
  expect: { none: expect },
})

const onUpload = (
  place: string,
  fields: (revision: number) => Request['fields'],
  own: Row,
  missing: Row
): RouteCase => ({
  ask: async (world, _asker, record) => {
    if (record === 'missing') {
      return { path: `/imports/${NO_RECORD}${place}`, fields: fields(1) ?? {} }
    }
    const { id, revision } = await uploaded(world, another())
    return { path: `/imports/${id}${place}`, fields: fields(revision) ?? {} }
  },
  expect: { own, missing },
})

const onImport = (place: string, fields: Request['fields'], own: Row, missing: Row): RouteCase => ({
  ask: async (world, _asker, record) => ({
    path: `/imports/${record === 'missing' ? NO_RECORD : await imported(world)}${place}`,
    ...(fields ? { fields } : {}),
  }),
  expect: { own, missing },
})

/** A theme that no rubric has, imported; a new one each time, since a mapped one is gone. */
const historical = async (world: World): Promise<string> => {
  const theme = `Old theme ${files++}`
  const text = another().replaceAll('Referral', theme).replaceAll('referral', theme)
  await importText(world, text)
  return theme
}

const reason = 'The same under another name'

const onName = (): RouteCase => ({
  ask: async (world, _asker, record) => {
    const theme = record === 'missing' ? 'No such theme' : await historical(world)
    const fields = { kind: 'theme', theme, item: '', team: '', to: 'cin_plan', reason }
    return { path: '/imports/names/map', fields: { ...fields, step: 'map' } }
  },
  // A name that nobody ever imported is as one that somebody has mapped meanwhile: the form says so.
  expect: { own: post, missing: refused },
})

const onMapping = (
  place: string,
  fields: Request['fields'],
  own: Row,
  missing: Row
): RouteCase => ({
  ask: async (world, _asker, record) => {
    const sent = fields ? { fields } : {}
    if (record === 'missing') return { path: `/imports/names/${NO_RECORD}${place}`, ...sent }
    const from = { kind: 'theme', theme: await historical(world), item: '', teamId: '' } as const
    const { id } = await mapName(world.context(), { from, to: 'cin_plan', reason })
    return { path: `/imports/names/${id}${place}`, ...sent }
  },
  expect: { own, missing },
})

export const importRoutes: RouteTable = {
  'GET /imports': page('/imports'),
  'GET /imports/new': page('/imports/new'),
  'GET /imports/example.csv': page('/imports/example.csv'),
  'POST /imports/new': {
    ask: () => ({ path: '/imports/new', fields: { replace: 'no' } }),
    expect: { none: refused },
  },
  'GET /imports/names': page('/imports/names'),
  'GET /imports/names/map': page('/imports/names/map?kind=theme&theme=Nobody', none),
  'POST /imports/names/map': onName(),
  'GET /imports/names/:id/undo': onMapping('/undo', undefined, get, none),
  'POST /imports/names/:id/undo': onMapping('/undo', { reason: 'Not the same' }, post, postNone),
  'GET /imports/:id': onImport('', undefined, get, none),
  'GET /imports/:id/faults.csv': onUpload('/faults.csv', () => undefined, get, none),
  'POST /imports/:id/read': onUpload('/read', () => ({ replace: 'yes' }), post, postNone),
  'POST /imports/:id/confirm': onUpload(
    '/confirm',
    (revision) => ({ revision: String(revision) }),
    post,
    postNone
  ),
  'POST /imports/:id/discard': onUpload('/discard', () => ({}), post, postNone),
  'GET /imports/:id/undo': onImport('/undo', undefined, get, none),
  'POST /imports/:id/undo': onImport('/undo', { reason: 'The wrong year' }, post, postNone),
}
