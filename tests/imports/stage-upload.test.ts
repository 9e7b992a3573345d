/** Uploaded files that wait in the database: what is kept, what is refused in words, and who they are kept for. */
import { describe, expect, test } from 'vitest'
import { discardUpload } from '../../src/imports/discard-upload.ts'
import { readUpload } from '../../src/imports/read-upload.ts'
import { removeStaleUploads } from '../../src/imports/remove-stale-uploads.ts'
import { stageUpload } from '../../src/imports/stage-upload.ts'
import { findUpload } from '../../src/imports/upload-store.ts'
import { newWorld } from '../support/world.ts'

async function* inChunks(bytes: Uint8Array, size = 50_000) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

const staged = async (bytes: Uint8Array, fileName = 'history.csv', mostBytes = 1024 * 1024) => {
  const world = await newWorld()
  const ctx = {
    ...world.context(),
    actor: { kind: 'user', id: world.people.qa_lead } as const,
  }
  const upload = { fileName, chunks: inChunks(bytes) }
  const stage = () => stageUpload(ctx, { purpose: 'results', upload, mostBytes })
  return { world, ctx, stage }
}

const rows = (world: Awaited<ReturnType<typeof newWorld>>) =>
  Promise.all(
    (['staged_upload', 'staged_part'] as const).map((table) =>
      world.db.selectFrom(table).selectAll().execute()
    )
  )

test('the bytes come back as they were, with their hash and an event', async () => {
  const bytes = new Uint8Array(700_000).map((_, place) => 97 + (place % 26))
  const { world, ctx, stage } = await staged(bytes)
  const id = await stage()
  expect(Buffer.compare(await readUpload(world.db, id), bytes)).toBe(0)
  const upload = await findUpload(world.db, id, 'results')
  expect([upload?.state, upload?.bytes, upload?.fileName, upload?.uploadedByName]).toEqual([
    'arrived',
    700_000,
    'history.csv',
    'The qa_lead',
  ])
  const event = await world.db
    .selectFrom('event')
    .selectAll()
    .where('type', '=', 'upload.staged')
    .executeTakeFirstOrThrow()
  expect([event.actor_id, event.subject_id]).toEqual([ctx.actor.id, id])
  expect(event.details).toContain(upload?.fileHash)
  expect(event.details).not.toContain('history')
})

test('a file for one purpose is not there for another', async () => {
  const { world, stage } = await staged(Buffer.from('a,b\n1,2\n'))
  const id = await stage()
  expect(await findUpload(world.db, id, 'people')).toBeUndefined()
})

describe('what is refused leaves nothing behind', () => {
  test.each([
    ['', Buffer.alloc(0), 'Choose a CSV file'],
    ['a.csv', Buffer.alloc(0), 'The file is empty. Choose one with a header and at least one row'],
    ['a.xlsx', Buffer.from('PK\u0003\u0004rest'), 'The file is an Excel or other Office file'],
    ['a.csv', Buffer.from('%PDF-1.7'), 'The file is a PDF, not CSV'],
    ['a.csv', Buffer.from([0xff, 0xfe, 65, 0]), 'The file is text saved as UTF-16'],
    ['a.csv', Buffer.alloc(1024 * 1024 + 1, 65), 'The file is 2 MB; 1 MB is the most'],
  ])('%s %#', async (name, bytes, words) => {
    const { world, stage } = await staged(bytes, name)
    await expect(stage()).rejects.toThrow(words)
    expect(await rows(world)).toEqual([[], []])
  })

  test('a connection that breaks off', async () => {
    const { world, ctx } = await staged(Buffer.alloc(0))
    async function* broken() {
      yield Buffer.alloc(300_000, 65)
      throw new Error('aborted')
    }
    const upload = { fileName: 'a.csv', chunks: broken() }
    const stage = stageUpload(ctx, { purpose: 'results', upload, mostBytes: 1024 * 1024 })
    await expect(stage).rejects.toThrow('aborted')
    expect(await rows(world)).toEqual([[], []])
  })
})

test('thrown away, it is gone and the event says so', async () => {
  const { world, ctx, stage } = await staged(Buffer.from('a,b\n1,2\n'))
  const id = await stage()
  await discardUpload(ctx, { id, purpose: 'results' })
  expect(await rows(world)).toEqual([[], []])
  await expect(discardUpload(ctx, { id, purpose: 'results' })).rejects.toThrow('No such upload')
})

test('what nobody confirmed goes away after two days', async () => {
  const { world, ctx, stage } = await staged(Buffer.from('a,b\n1,2\n'))
  const first = await stage()
  const later = new Date(Date.parse(ctx.now) + 3 * 24 * 60 * 60 * 1000).toISOString()
  const upload = { fileName: 'b.csv', chunks: inChunks(Buffer.from('a\n1\n')) }
  const next = { purpose: 'results', upload, mostBytes: 100 } as const
  await stageUpload({ ...ctx, now: later }, next)
  expect(await findUpload(world.db, first, 'results')).toBeUndefined()
})

test('the clock throws it away too, and says so in the event log', async () => {
  const { world, ctx, stage } = await staged(Buffer.from('a,b\n1,2\n'))
  const id = await stage()
  const after = (hours: number) =>
    removeStaleUploads({
      ...ctx,
      actor: { kind: 'job', name: 'remove-stale-uploads' },
      now: new Date(Date.parse(ctx.now) + hours * 60 * 60 * 1000).toISOString(),
    })
  expect(await after(47)).toBe(0)
  expect(await after(49)).toBe(1)
  expect(await after(49)).toBe(0)
  expect(await findUpload(world.db, id, 'results')).toBeUndefined()
  const events = await world.db
    .selectFrom('event')
    .select(['type', 'subject_id', 'actor_kind'])
    .where('type', '=', 'upload.discarded')
    .execute()
  expect(events).toEqual([{ type: 'upload.discarded', subject_id: id, actor_kind: 'job' }])
})
