/** Telling people: who is told, how often, with what, and how what stands is taken down. */
import { expect, test } from 'vitest'
import { type Context, inTransaction } from '../../src/db/transaction.ts'
import { NotFound, NotTheirs } from '../../src/errors.ts'
import { clearStanding } from '../../src/notices/clear-standing.ts'
import { markAllRead } from '../../src/notices/mark-all-read.ts'
import { markNoticeRead } from '../../src/notices/mark-notice-read.ts'
import { notify } from '../../src/notices/notify.ts'
import { removeOldNotices } from '../../src/notices/remove-old-notices.ts'
import { readNoticeBar } from '../../src/notices/store.ts'
import { undoAllRead } from '../../src/notices/undo-all-read.ts'
import { changeSetting } from '../../src/settings/change-setting.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { addNotice, tell } from '../support/notice-builders.ts'
import { NO_RECORD } from '../support/world.ts'

const rows = (ctx: Context) =>
  ctx.db
    .selectFrom('notice')
    .select(['person_id', 'kind', 'about_id', 'reference', 'due_on', 'stands', 'read_at'])
    .orderBy('id')
    .execute()

const readAt = async (ctx: Context, id: string) =>
  (
    await ctx.db
      .selectFrom('notice')
      .select('read_at')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).read_at

const events = async (ctx: Context) =>
  (
    await ctx.db
      .selectFrom('event')
      .select(['type', 'subject_id', 'details'])
      .where('type', 'like', 'notice.%')
      .orderBy('number')
      .execute()
  ).map(({ type, subject_id, details }) => `${type} ${subject_id} ${details}`)

const audit = (id: string) => ({ kind: 'audit', id }) as const

test('each is told once, whoever has left is left out, and the answer names who was told', async () => {
  const ctx = await newContext()
  const [first, second, gone] = [
    await addPersonWith(ctx, { name: 'A' }),
    await addPersonWith(ctx, { name: 'B' }),
    await addPersonWith(ctx, { name: 'C' }),
  ]
  await ctx.db.updateTable('person').set({ is_active: 0 }).where('id', '=', gone).execute()
  const told = await tell(ctx, {
    to: [second, gone, first, second],
    kind: 'audit_allocated',
    about: audit('a-1'),
    reference: 'CF-1001',
    dueOn: '2026-01-30',
  })
  expect(told).toEqual([second, first])
  const notice = {
    kind: 'audit_allocated',
    about_id: 'a-1',
    reference: 'CF-1001',
    due_on: '2026-01-30',
    stands: 0,
    read_at: null,
  }
  expect(await rows(ctx)).toEqual([
    { person_id: second, ...notice },
    { person_id: first, ...notice },
  ])
})

test('a notice is undone with the change that it tells of', async () => {
  const ctx = await newContext()
  const personId = await addPersonWith(ctx)
  const failing = inTransaction(ctx, async (tx) => {
    await notify(tx, { to: [personId], kind: 'audit_reopened', about: audit('a-1') })
    throw new Error('the change failed')
  })
  await expect(failing).rejects.toThrow('the change failed')
  expect(await rows(ctx)).toEqual([])
})

test('once is once for a person, kind, subject and date, and another date is told again', async () => {
  const ctx = await newContext()
  const [first, second] = [await addPersonWith(ctx), await addPersonWith(ctx)]
  const late = (to: readonly string[], dueOn: string) =>
    tell(ctx, { to, kind: 'audit_late', about: audit('a-1'), dueOn, once: true })
  expect(await late([first], '2026-01-30')).toEqual([first])
  expect(await late([first, second], '2026-01-30')).toEqual([second])
  expect(await late([first], '2026-02-06')).toEqual([first])
  expect(await rows(ctx)).toHaveLength(3)
})

test('two that tell the same at once tell it once', async () => {
  const ctx = await newContext()
  const personId = await addPersonWith(ctx)
  const late = () =>
    tell(ctx, {
      to: [personId],
      kind: 'audit_late',
      about: audit('a-1'),
      dueOn: '2026-01-30',
      once: true,
    })
  const told = await Promise.all([late(), late(), late()])
  expect(told.flat()).toEqual([personId])
  expect(await rows(ctx)).toHaveLength(1)
})

test('what stands is taken down for one person or for all, and counts as read then', async () => {
  const ctx = await newContext()
  const [first, second] = [await addPersonWith(ctx), await addPersonWith(ctx)]
  for (const id of ['a-1', 'a-2']) {
    await tell(ctx, {
      to: [first, second],
      kind: 'audit_late',
      about: audit(id),
      reference: 'CF-1001',
      stands: true,
    })
  }
  const standing = async (personId: string) => {
    const bar = await readNoticeBar(ctx.db, personId)
    return [bar.unread, ...bar.standing.map(({ aboutId }) => aboutId)]
  }
  expect(await standing(first)).toEqual([2, 'a-2', 'a-1'])
  const clear = (given: { id: string; personId?: string }) =>
    inTransaction(ctx, (tx) =>
      clearStanding(tx, {
        about: audit(given.id),
        ...(given.personId ? { personId: given.personId } : {}),
      })
    )
  expect(await clear({ id: 'a-1', personId: first })).toBe(1)
  expect(await standing(first)).toEqual([1, 'a-2'])
  expect(await standing(second)).toEqual([2, 'a-2', 'a-1'])
  expect(await clear({ id: 'a-1' })).toBe(1)
  expect(await clear({ id: 'a-1' })).toBe(0)
  expect(await standing(second)).toEqual([1, 'a-2'])
})

test('reading is recorded once, can be taken back, and is the person’s own', async () => {
  const ctx = await newContext()
  const [owner, other] = [await addPersonWith(ctx), await addPersonWith(ctx)]
  const noticeId = await addNotice(ctx, owner)
  const own = asPerson(ctx, owner)
  await markNoticeRead(own, { noticeId, isRead: true })
  await markNoticeRead({ ...own, now: '2026-01-13T09:00:00.000Z' }, { noticeId, isRead: true })
  expect(await readAt(ctx, noticeId)).toBe(ctx.now)
  await markNoticeRead(own, { noticeId, isRead: false })
  expect(await readAt(ctx, noticeId)).toBeNull()
  expect(await events(ctx)).toEqual([`notice.read ${noticeId} {}`, `notice.unread ${noticeId} {}`])

  const strange = markNoticeRead(asPerson(ctx, other), { noticeId, isRead: true })
  await expect(strange).rejects.toThrow(NotTheirs)
  const missing = markNoticeRead(own, { noticeId: NO_RECORD, isRead: true })
  await expect(missing).rejects.toThrow(NotFound)
  expect(await readAt(ctx, noticeId)).toBeNull()
})

test('all at once, and back: only those that were unread', async () => {
  const ctx = await newContext()
  const [owner, other] = [await addPersonWith(ctx), await addPersonWith(ctx)]
  const [before, first, second] = [
    await addNotice(ctx, owner),
    await addNotice(ctx, owner),
    await addNotice(ctx, owner),
  ]
  const foreign = await addNotice(ctx, other)
  const own = asPerson(ctx, owner)
  await markNoticeRead(own, { noticeId: before, isRead: true })
  const later = { ...own, now: '2026-01-12T10:00:00.000Z' }
  expect(await markAllRead(later)).toBe(2)
  expect(await markAllRead(later)).toBe(0)
  expect(await readAt(ctx, foreign)).toBeNull()
  expect(await undoAllRead(later, { at: later.now })).toBe(2)
  expect([await readAt(ctx, before), await readAt(ctx, first), await readAt(ctx, second)]).toEqual([
    ctx.now,
    null,
    null,
  ])
  expect((await events(ctx)).slice(1)).toEqual([
    `notice.all_read ${owner} {"count":2}`,
    `notice.all_unread ${owner} {"count":2}`,
  ])
})

test('old notices go once they are read, after as long as the council says', async () => {
  const ctx = await newContext()
  const personId = await addPersonWith(ctx)
  const own = asPerson(ctx, personId)
  const read = await addNotice(ctx, personId)
  const unread = await addNotice(ctx, personId)
  const standing = await addNotice(ctx, personId, { stands: true })
  await markNoticeRead(own, { noticeId: read, isRead: true })
  await markNoticeRead(own, { noticeId: standing, isRead: true })
  const left = async () =>
    (await ctx.db.selectFrom('notice').select('id').orderBy('id').execute()).map(({ id }) => id)

  // 365 days later to the millisecond it is not yet older.
  expect(await removeOldNotices({ ...ctx, now: '2027-01-12T09:00:00.000Z' })).toBe(0)
  expect(await removeOldNotices({ ...ctx, now: '2027-01-12T09:00:00.001Z' })).toBe(1)
  expect(await left()).toEqual([unread, standing])
  await markNoticeRead(own, { noticeId: unread, isRead: true })
  await changeSetting(ctx, { key: 'notice_keep_days', value: '30', revision: 0 })
  expect(await removeOldNotices({ ...ctx, now: '2026-02-11T09:00:00.001Z' })).toBe(1)
  expect(await left()).toEqual([standing])
  expect((await events(ctx)).filter((line) => line.includes('old'))).toEqual([
    'notice.old_removed council {"count":1}',
    'notice.old_removed council {"count":1}',
  ])
})
