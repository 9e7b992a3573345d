/** Actions from being written in an audit to being done by their owner. */
import { describe, expect, test } from 'vitest'
import { completeAction } from '../../src/actions/complete-action.ts'
import { removeAction } from '../../src/actions/remove-action.ts'
import { actionGaps } from '../../src/actions/rules/action-gaps.ts'
import { saveAction } from '../../src/actions/save-action.ts'
import { undoAction } from '../../src/actions/undo-action.ts'
import type { Context } from '../../src/db/transaction.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { openAudit } from '../support/round-builders.ts'

const words = {
  itemKey: null,
  what: 'Share the safety plan with grandmother and school',
  intendedChange: 'The adults around the child know what to do',
  dueOn: '2026-01-13',
}

const submit = (ctx: Context) =>
  ctx.db
    .updateTable('audit')
    .set({ state: 'submitted', first_submitted_at: ctx.now, submitted_at: ctx.now })
    .execute()

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom('action')
    .select(['what', 'owner_id', 'due_on', 'state', 'done_note', 'done_at', 'done_by', 'revision'])
    .execute()

const superseded = async (ctx: Context) =>
  (await ctx.db.selectFrom('superseded_words').select(['subject', 'content']).execute()).map(
    (row) => [row.subject, JSON.parse(row.content).what]
  )

const eventTypes = async (ctx: Context) =>
  (await ctx.db.selectFrom('event').select('type').orderBy('number').execute())
    .map((event) => event.type)
    .filter((type) => type.startsWith('action.'))

const auditWithAction = async () => {
  const ctx = await newContext()
  const { auditId } = await openAudit(ctx)
  const ownerId = await addPersonWith(ctx, { name: 'J. Adeyemi', roles: ['practitioner'] })
  const action = await saveAction(ctx, { ...words, auditId, ownerId, revision: 0 })
  return { ctx, auditId, ownerId, action }
}

const as = (ctx: Context, personId: string): Context => ({
  ...ctx,
  actor: { kind: 'user', id: personId },
})

describe('writing an action', () => {
  test('adds it, changes it, and counts its revisions', async () => {
    const { ctx, auditId, ownerId, action } = await auditWithAction()
    expect(action.revision).toBe(1)
    const again = await saveAction(ctx, {
      ...words,
      what: 'Share it with school',
      auditId,
      actionId: action.id,
      ownerId,
      revision: 1,
    })
    expect(again).toEqual({ id: action.id, revision: 2 })
    expect(await rows(ctx)).toEqual([
      {
        what: 'Share it with school',
        owner_id: ownerId,
        due_on: '2026-01-13',
        state: 'open',
        done_note: null,
        done_at: null,
        done_by: null,
        revision: 2,
      },
    ])
    expect(await superseded(ctx)).toEqual([])
    expect(await eventTypes(ctx)).toEqual(['action.saved', 'action.saved'])
  })

  test('two people: the second is told, and nothing of the first is lost', async () => {
    const { ctx, auditId, ownerId, action } = await auditWithAction()
    await expect(
      saveAction(ctx, {
        ...words,
        what: 'Mine',
        auditId,
        actionId: action.id,
        ownerId,
        revision: 0,
      })
    ).rejects.toMatchObject({
      name: 'Conflict',
      message: 'Somebody else changed this action after you opened it.',
      current: { what: words.what, revision: 1 },
    })
    expect((await rows(ctx))[0]?.what).toBe(words.what)
  })

  test('refuses an unknown owner, one who has left, a date that has passed, and too many words', async () => {
    const { ctx, auditId, ownerId } = await auditWithAction()
    const save = (change: object) =>
      saveAction(ctx, { ...words, auditId, ownerId, revision: 0, ...change })
    await expect(save({ ownerId: 'nobody' })).rejects.toMatchObject({
      field: 'ownerId',
      message: 'Choose the owner from the list',
    })
    await ctx.db.updateTable('person').set({ is_active: 0 }).where('id', '=', ownerId).execute()
    await expect(save({})).rejects.toThrow(
      'The account of J. Adeyemi is closed. Choose somebody else'
    )
    await expect(save({ ownerId: null, dueOn: '2026-01-11' })).rejects.toMatchObject({
      field: 'dueOn',
      message: 'This date has passed. Enter today’s date or a later one',
    })
    await expect(save({ ownerId: null, what: 'a'.repeat(1_001) })).rejects.toThrow(
      'Shorten this to 1,000 characters or fewer: 1,001 were typed'
    )
    expect(await rows(ctx)).toHaveLength(1)
  })

  test('is refused once the audit is submitted; after a reopening the submitted words are kept', async () => {
    const { ctx, auditId, ownerId, action } = await auditWithAction()
    await submit(ctx)
    const change = { ...words, what: 'Other', auditId, actionId: action.id, ownerId, revision: 1 }
    await expect(saveAction(ctx, change)).rejects.toThrow(
      'This audit is not being written, so its actions stay as they are.'
    )
    await ctx.db.updateTable('audit').set({ state: 'reopened' }).execute()
    await saveAction(ctx, change)
    expect(await superseded(ctx)).toEqual([[`action:${action.id}`, words.what]])
    await removeAction(ctx, { auditId, actionId: action.id, revision: 2 })
    expect((await rows(ctx))[0]?.state).toBe('removed')
    expect(await superseded(ctx)).toHaveLength(2)
    expect(await eventTypes(ctx)).toEqual(['action.saved', 'action.saved', 'action.removed'])
  })

  test('an action of another audit is not found', async () => {
    const { ctx, ownerId, action } = await auditWithAction()
    const other = await openAudit(ctx)
    await expect(
      saveAction(ctx, {
        ...words,
        auditId: other.auditId,
        actionId: action.id,
        ownerId,
        revision: 1,
      })
    ).rejects.toMatchObject({ name: 'NotFound' })
    await expect(
      removeAction(ctx, { auditId: other.auditId, actionId: action.id, revision: 1 })
    ).rejects.toMatchObject({ name: 'NotFound' })
  })
})

describe('doing an action', () => {
  test('is for its owner, once the audit is submitted, with a note', async () => {
    const { ctx, ownerId, action } = await auditWithAction()
    const done = { actionId: action.id, revision: 1, note: ' Shared on Tuesday. ' }
    await expect(completeAction(as(ctx, ownerId), done)).rejects.toMatchObject({ name: 'NotFound' })
    await submit(ctx)
    const stranger = await addPersonWith(ctx)
    await expect(completeAction(as(ctx, stranger), done)).rejects.toMatchObject({
      name: 'NotFound',
    })
    await expect(completeAction(as(ctx, ownerId), { ...done, note: '  ' })).rejects.toMatchObject({
      field: 'note',
      message: 'Say what was done, and what came of it',
    })
    expect((await rows(ctx))[0]?.state).toBe('open')

    await completeAction(as(ctx, ownerId), done)
    expect((await rows(ctx))[0]).toMatchObject({
      state: 'done',
      done_note: 'Shared on Tuesday.',
      done_at: '2026-01-12T09:00:00.000Z',
      done_by: ownerId,
      revision: 2,
    })
    await expect(completeAction(as(ctx, ownerId), done)).rejects.toMatchObject({
      name: 'Conflict',
      current: { state: 'done' },
    })
    await expect(completeAction(as(ctx, ownerId), { ...done, revision: 2 })).rejects.toThrow(
      'This action is already done.'
    )
  })

  test('can be taken back, and the note is kept', async () => {
    const { ctx, ownerId, action } = await auditWithAction()
    await submit(ctx)
    await completeAction(as(ctx, ownerId), { actionId: action.id, revision: 1, note: 'Done.' })
    await undoAction(as(ctx, ownerId), { actionId: action.id, revision: 2 })
    expect((await rows(ctx))[0]).toMatchObject({ state: 'open', done_note: null, revision: 3 })
    const kept = await ctx.db.selectFrom('superseded_words').select('content').executeTakeFirst()
    expect(JSON.parse(kept?.content ?? '{}').doneNote).toBe('Done.')
    await expect(
      undoAction(as(ctx, ownerId), { actionId: action.id, revision: 3 })
    ).rejects.toThrow('This action is still to be done.')
    expect(await eventTypes(ctx)).toEqual(['action.saved', 'action.done', 'action.undone'])
  })
})

test('what an action lacks is listed in the order of its form', () => {
  expect(
    actionGaps({ what: ' ', intendedChange: '', ownerId: null, dueOn: null }).map(
      ({ message }) => message
    )
  ).toEqual([
    'Say what has to be done',
    'Choose who will do it',
    'Enter the date by which it will be done',
    'Say what it should change for the child',
  ])
  expect(actionGaps({ ...words, ownerId: 'somebody' })).toEqual([])
})
