/** Cover while away: rows, events and notices of setting and ending it, whom it holds for on which day, and its pages. */
import { expect, test } from 'vitest'
import { changeAccount } from '../../src/admin/change-account.ts'
import { closeAccount } from '../../src/admin/close-account.ts'
import { endCover } from '../../src/cover/end-cover.ts'
import { CLOSED, setCover } from '../../src/cover/set-cover.ts'
import type { Context } from '../../src/db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../../src/errors.ts'
import { findPersonAccount } from '../../src/people/account-store.ts'
import { coveredBy, coverOf, listCoversFor } from '../../src/people/cover-store.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { asPerson } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'

// The clock stands at Monday 12 January 2026, 09:00.
const february = { fromOn: '2026-02-02', toOn: '2026-02-06' }

const twoIros = async () => {
  const ctx = await newContext()
  const rosa = await addPersonWith(ctx, { name: 'Rosa Iqbal', roles: ['iro'] })
  const amir = await addPersonWith(ctx, { name: 'Amir Shah', roles: ['iro'] })
  return { ctx, rosa, amir }
}

const eventsOf = (ctx: Context) =>
  ctx.db
    .selectFrom('event')
    .select(['type', 'subject_id as subjectId', 'actor_id as actorId', 'details'])
    .where('type', 'like', 'person.cover%')
    .orderBy('number')
    .execute()

const noticesOf = (ctx: Context) =>
  ctx.db
    .selectFrom('notice')
    .select(['person_id as personId', 'kind', 'reference', 'due_on as dueOn'])
    .where('kind', 'like', 'cover%')
    .orderBy('kind')
    .execute()

const coveredOn = async (ctx: Context, coverId: string, day: string) => {
  const people = ctx.db.selectFrom('person').select('id')
  return (await people.where('id', 'in', coveredBy(coverId, day)).execute()).map(({ id }) => id)
}

test('cover holds on both ends and on no other day, and is not passed on', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const zoe = await addPersonWith(ctx, { name: 'Zoe Hart', roles: ['iro_manager'] })
  await setCover(ctx, { personId: rosa, coverId: amir, ...february })
  await setCover(ctx, { personId: amir, coverId: zoe, fromOn: '2026-02-07', toOn: '2026-02-08' })
  const held = async (day: string) => [
    await coveredOn(ctx, amir, day),
    (await coverOf(ctx.db, [rosa, zoe], day)).map(({ coverId }) => coverId),
  ]
  expect(await held('2026-02-01')).toEqual([[], []])
  expect(await held('2026-02-02')).toEqual([[rosa], [amir]])
  expect(await held('2026-02-06')).toEqual([[rosa], [amir]])
  expect(await held('2026-02-07')).toEqual([[], []])
  expect(await coveredOn(ctx, zoe, '2026-02-07')).toEqual([amir])
  expect(await coverOf(ctx.db, [], '2026-02-02')).toEqual([])
})

test('setting it is recorded, on their behalf or not, and both are told', async () => {
  const { ctx, rosa, amir } = await twoIros()
  await setCover(asPerson(ctx, rosa), { personId: rosa, coverId: amir, ...february })
  const [row] = await ctx.db.selectFrom('person_cover').selectAll().execute()
  expect(row).toMatchObject({
    person_id: rosa,
    cover_id: amir,
    from_on: '2026-02-02',
    to_on: '2026-02-06',
    set_by: rosa,
    ended_at: null,
  })
  expect(await eventsOf(ctx)).toEqual([
    {
      type: 'person.cover_set',
      subjectId: rosa,
      actorId: rosa,
      details: `{"coverId":"${amir}","fromOn":"2026-02-02","onBehalf":false,"toOn":"2026-02-06"}`,
    },
  ])
  expect(await noticesOf(ctx)).toEqual([
    { personId: amir, kind: 'cover_given', reference: 'Rosa Iqbal', dueOn: '2026-02-06' },
    { personId: rosa, kind: 'cover_set', reference: 'Amir Shah', dueOn: '2026-02-06' },
  ])
})

test('ended early it holds no more, once; the days are free again', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const id = await setCover(ctx, { personId: rosa, coverId: amir, ...february })
  await expect(
    setCover(ctx, { personId: rosa, coverId: amir, fromOn: '2026-02-06', toOn: '2026-02-09' })
  ).rejects.toThrow(FieldFault)
  await endCover(asPerson(ctx, rosa), { id })
  expect(await coveredOn(ctx, amir, '2026-02-03')).toEqual([])
  await expect(endCover(ctx, { id })).rejects.toThrow(new WrongState('This cover is over already.'))
  await expect(endCover(ctx, { id: 'none' })).rejects.toThrow(NotFound)
  const ended = (await eventsOf(ctx)).filter(({ type }) => type === 'person.cover_ended')
  expect(ended).toEqual([
    {
      type: 'person.cover_ended',
      subjectId: rosa,
      actorId: rosa,
      details: `{"coverId":"${amir}","hasLeft":false}`,
    },
  ])
  const kinds = (await noticesOf(ctx)).map(({ kind }) => kind)
  expect(kinds).toEqual(['cover_ended', 'cover_given', 'cover_given_ended', 'cover_set'])
  await setCover(ctx, { personId: rosa, coverId: amir, ...february })
})

test('the last day over in London, there is nothing left to end', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const cover = { personId: rosa, coverId: amir, fromOn: '2026-01-12', toOn: '2026-03-29' }
  const id = await setCover(ctx, cover)
  // 29 March 2026: clocks go forward, and the day ends at 23:00 UTC.
  const at = (now: string) => ({ ...ctx, now })
  await expect(endCover(at('2026-03-29T23:00:00.000Z'), { id })).rejects.toThrow(WrongState)
  await endCover(at('2026-03-29T22:59:59.000Z'), { id })
})

test('of two covers set for the same days at once, one holds', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const zoe = await addPersonWith(ctx, { roles: ['iro_manager'] })
  const ended = await Promise.allSettled(
    [amir, zoe].map((coverId) => setCover(ctx, { personId: rosa, coverId, ...february }))
  )
  expect(ended.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await listCoversFor(ctx.db, rosa, '2026-02-02')).toHaveLength(1)
})

test('nobody covers for a closed account, an unknown person or one without alerts', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const admin = await addPersonWith(ctx, { roles: ['administrator'] })
  const cover = (personId: string) => setCover(ctx, { personId, coverId: amir, ...february })
  await expect(cover(admin)).rejects.toThrow(WrongState)
  await expect(cover('none')).rejects.toThrow(NotFound)
  await closeAccount(ctx, { personId: rosa, actionsTo: null, leaveActions: false })
  await expect(cover(rosa)).rejects.toThrow(new WrongState(CLOSED))
})

test('when an account closes its covers end on both sides, and the other one is told', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const zoe = await addPersonWith(ctx, { roles: ['iro'] })
  await setCover(ctx, { personId: rosa, coverId: amir, ...february })
  await setCover(ctx, { personId: amir, coverId: zoe, fromOn: '2026-03-02', toOn: '2026-03-06' })
  await closeAccount(ctx, { personId: amir, actionsTo: null, leaveActions: false })
  expect(await coverOf(ctx.db, [rosa], '2026-02-03')).toEqual([])
  expect(await coveredOn(ctx, zoe, '2026-03-03')).toEqual([])
  const told = (await noticesOf(ctx)).filter(({ kind }) => kind.endsWith('ended'))
  expect(told.map(({ personId, kind }) => [personId, kind])).toEqual([
    [rosa, 'cover_ended'],
    [zoe, 'cover_given_ended'],
  ])
  const ended = (await eventsOf(ctx)).filter(({ type }) => type === 'person.cover_ended')
  expect(ended.map(({ details }) => details)).toEqual([
    `{"coverId":"${zoe}","hasLeft":true}`,
    `{"coverId":"${amir}","hasLeft":true}`,
  ])
})

test('when roles change, covers that could not be set with them end, and no others', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const zoe = await addPersonWith(ctx, { roles: ['iro'] })
  await setCover(ctx, { personId: rosa, coverId: amir, ...february })
  await setCover(ctx, { personId: amir, coverId: zoe, fromOn: '2026-03-02', toOn: '2026-03-06' })
  const become = async (role: Role) => {
    const account = await findPersonAccount(ctx.db, amir)
    if (!account) throw new Error('no such account')
    await changeAccount(ctx, { ...account, personId: amir, roles: [role] })
  }
  await become('iro_manager')
  expect(await coverOf(ctx.db, [rosa, amir], '2026-02-03')).toHaveLength(1)
  expect(await coverOf(ctx.db, [rosa, amir], '2026-03-03')).toHaveLength(1)
  await become('manager')
  expect(await coverOf(ctx.db, [rosa, amir], '2026-02-03')).toEqual([])
  expect(await coverOf(ctx.db, [rosa, amir], '2026-03-03')).toEqual([])
  const ended = (await eventsOf(ctx)).filter(({ type }) => type === 'person.cover_ended')
  expect(ended.map(({ details }) => details)).toEqual([
    `{"coverId":"${zoe}","hasLeft":false}`,
    `{"coverId":"${amir}","hasLeft":false}`,
  ])
})

const typed = (fromDay: string, toDay: string) => ({
  'fromOn-day': fromDay,
  'fromOn-month': '2',
  'fromOn-year': '2026',
  'toOn-day': toDay,
  'toOn-month': 'feb',
  'toOn-year': '2026',
})

test('an IRO says who covers, sees every fault, and ends it', async () => {
  const world = await newWorld()
  const browser = plainBrowser(await world.as('iro'))
  const account = await browser.open('/account')
  expect(account.words).toContain('Nobody acts for you in practice alerts today.')
  const start = await browser.open('/account/cover')
  expect(start.words).toContain('Nobody covers for you')
  const wrong = await browser.press(start, 'Set this cover', {
    coverId: '',
    ...typed('6', ''),
  })
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('<a href="#coverId">Choose who covers</a>')
  expect(wrong.html).toContain('<a href="#toOn-day">The last day must include a day</a>')
  const before = await browser.press(wrong, 'Set this cover', {
    coverId: world.people.iro_manager,
    ...typed('6', '2'),
  })
  expect(before.status).toBe(422)
  expect(before.words).toContain('The last day must be the first day or later')
  const set = await browser.press(before, 'Set this cover', {
    coverId: world.people.iro_manager,
    ...typed('2', '6'),
  })
  expect(set.status).toBe(200)
  expect(set.whole).toContain('The cover is set. Both are told.')
  expect(set.words).toContain('By themself on 12 Jan 2026')
  const sure = await browser.open(set.links.find((link) => link.endsWith('/end')) ?? '')
  expect(sure.words).toContain('The iro_manager covers from Monday 2 February 2026')
  const ended = await browser.press(sure, 'End this cover', {})
  expect(ended.path).toContain('/account/cover')
  expect(ended.words).toContain('Nobody covers for you')
})

test('an IRO manager sets it for an IRO and for nobody else; an administrator for anybody', async () => {
  const world = await newWorld()
  const manager = plainBrowser(await world.as('iro_manager'))
  const all = await manager.open('/cover')
  const cover = { personId: world.people.iro, coverId: world.strangerId, ...typed('2', '6') }
  const set = await manager.press(all, 'Set this cover', cover)
  expect(set.words).toContain('On their behalf by The iro_manager on 12 Jan 2026')
  const browser = await world.as('iro_manager')
  const refused = await browser.post('/cover', { ...cover, personId: world.people.manager })
  expect(refused.status).toBe(422)
  expect(await refused.text()).toContain('it has the reviewing officers')
  const administrator = plainBrowser(await world.as('administrator'))
  const page = await administrator.open(`/admin/people/${world.people.manager}`)
  expect(page.links).toContain(`/admin/people/${world.people.manager}/cover`)
  const form = await administrator.open(`/admin/people/${world.people.manager}/cover`)
  const done = await administrator.press(form, 'Set this cover', {
    coverId: world.people.senior_leader,
    ...typed('2', '6'),
  })
  expect(done.words).toContain('On their behalf by The administrator')
  expect(await coverOf(world.db, [world.people.manager], '2026-02-03')).toMatchObject([
    { coverId: world.people.senior_leader },
  ])
})

test('a chain of covers is refused from either end: nobody who covers is away on the same day', async () => {
  const { ctx, rosa, amir } = await twoIros()
  const zoe = await addPersonWith(ctx, { name: 'Zoe Hart', roles: ['iro_manager'] })
  await setCover(ctx, { personId: rosa, coverId: amir, ...february })
  await expect(setCover(ctx, { personId: amir, coverId: zoe, ...february })).rejects.toMatchObject({
    field: 'fromOn',
    message:
      'On one of these days whoever is away here covers for Rosa Iqbal, and cover is not passed on: end that first, or choose other days',
  })
  await expect(setCover(ctx, { personId: zoe, coverId: rosa, ...february })).rejects.toMatchObject({
    field: 'coverId',
  })
})

test('an account that was closed while its cover was typed: all of it comes back with why', async () => {
  const world = await newWorld()
  const away = await addPersonWith(world.context(), { name: 'Rosa Iqbal', roles: ['iro'] })
  await closeAccount(asPerson(world.context(), world.people.administrator), {
    personId: away,
    actionsTo: null,
    leaveActions: false,
  })
  const browser = await world.as('administrator')
  const answer = await browser.post(`/admin/people/${away}/cover`, {
    coverId: world.people.iro,
    'fromOn-day': '2',
    'fromOn-month': '2',
    'fromOn-year': '2026',
    'toOn-day': '13',
    'toOn-month': '2',
    'toOn-year': '2026',
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('This account is closed, so nobody can cover for it.')
  expect(page).toContain('name="toOn-day"')
  expect(page).toContain('value="13"')
  expect(page).toContain(`value="${world.people.iro}" selected`)
})
