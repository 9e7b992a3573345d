/** Notices as people meet them: the number in the header, what stands above each page, and the page of notices. */
import { expect, test } from 'vitest'
import { countQueries } from '../support/count-queries.ts'
import { addNotice, tell } from '../support/notice-builders.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { openAudit } from '../support/round-builders.ts'
import { newWorld } from '../support/world.ts'

const setUp = async () => {
  const world = await newWorld()
  const browser = await world.as('manager')
  return { world, browser, plain: plainBrowser(browser), managerId: world.people.manager }
}

test('the number of unread notices is on every page, in figures and in words', async () => {
  const { world, plain, managerId } = await setUp()
  expect((await plain.open('/')).html).toContain(
    '<a class="pl-head__bell" href="/notices">Notices</a>'
  )
  await addNotice(world.context(), managerId)
  await addNotice(world.context(), managerId)
  await addNotice(world.context(), world.strangerId)
  for (const path of ['/', '/rubrics', '/audits/none']) {
    const { html } = await plain.open(path)
    expect(html).toContain('<span aria-hidden="true">(2)</span>')
    expect(html).toContain('<span class="govuk-visually-hidden">, 2 unread</span>')
  }
})

test('it costs one query, and a save in the background none', async () => {
  const { world, browser, managerId } = await setUp()
  const before = await countQueries(world, browser, '/account')
  for (let made = 0; made < 5; made += 1) {
    await addNotice(world.context(), managerId, { stands: made > 2 })
  }
  const after = await countQueries(world, browser, '/account')
  expect([before.queries, after.queries]).toEqual([after.queries, before.queries])
  expect(before.queries).toBeLessThanOrEqual(4)
})

test('what stands is above every page with its words and where to go, until it is cleared', async () => {
  const { world, plain, managerId } = await setUp()
  const about = { kind: 'audit', id: 'a-1' } as const
  await tell(world.context(), {
    to: [managerId],
    kind: 'audit_late',
    about,
    reference: 'CF-1<b>1',
    dueOn: '2026-01-09',
    stands: true,
  })
  for (const path of ['/', '/notices', '/results']) {
    const page = await plain.open(path)
    expect(page.words).toMatch(/^This needs you nowAudit late\. The audit of case CF-1<b>1 was due/)
    expect(page.links).toContain('/audits/a-1')
    expect(page.html).toContain(
      '<section class="pl-standing" aria-labelledby="pl-standing-title"><h2'
    )
    expect(page.html).not.toContain('CF-1<b>')
  }
  expect((await plainBrowser(world.visitor).open('/sign-in')).html).not.toContain('pl-standing')
})

test('unread come first, then the newest; a button marks as read and leads there', async () => {
  const { world, plain, managerId } = await setUp()
  const ctx = world.context()
  const { auditId } = await openAudit(ctx, {
    auditorId: managerId,
    case: { reference: 'CF-1001' },
  })
  world.setNow('2026-01-12T09:10:00.000Z')
  await addNotice(world.context(), managerId, { kind: 'audit_reopened', reference: 'CF-2002' })
  const page = await plain.open('/notices')
  expect(page.words).toContain(
    'Unread Audit reopenedYour audit of case CF-2002 was reopened. Look at the reason, correct it and submit it again.Monday 12 January 2026 at 09:10'
  )
  expect(page.words).toContain(
    'Unread Audit allocated to youThe audit of case CF-1001 was allocated to you. It is due on Friday 30 January 2026.Monday 12 January 2026 at 09:00'
  )
  expect(page.words.indexOf('CF-2002')).toBeLessThan(page.words.indexOf('CF-1001'))

  const read = await plain.press(page, 'Mark as read')
  expect(read.words.indexOf('CF-1001')).toBeLessThan(read.words.indexOf('CF-2002'))
  expect(read.html).toContain(', 1 unread')
  const audit = await plain.press(read, 'Open the audit')
  expect(audit.path).toBe(`/audits/${auditId}`)
  expect(audit.html).toContain('href="/notices">Notices</a>')
  const again = await plain.press(await plain.open('/notices'), 'Mark as unread')
  expect(again.html).toContain(', 1 unread')
})

test('a link alone marks nothing: opening an address ahead of a person changes nothing', async () => {
  const { world, browser, plain, managerId } = await setUp()
  const id = await addNotice(world.context(), managerId)
  for (const place of ['open', 'read']) {
    expect((await browser.get(`/notices/${id}/${place}`)).status).toBe(405)
  }
  expect((await plain.open('/notices')).html).toContain(', 1 unread')
})

test('whoever may no longer read the thing sees the notice and no more', async () => {
  const { world, plain, managerId } = await setUp()
  const { auditId } = await openAudit(world.context(), {
    auditorId: world.strangerId,
    case: { reference: 'CF-7007', teamId: world.otherTeamId },
    ownTeamReason: 'Nobody else is free',
  })
  await tell(world.context(), {
    to: [managerId],
    kind: 'audit_allocated',
    about: { kind: 'audit', id: auditId },
    reference: 'CF-7007',
  })
  const page = await plain.open('/notices')
  expect(page.words).toContain('The audit of case CF-7007 was allocated to you.')
  expect((await plain.press(page, 'Open the audit')).status).toBe(404)
})

test('all are marked as read at once, and as unread again', async () => {
  const { world, plain, managerId } = await setUp()
  for (let made = 0; made < 3; made += 1) await addNotice(world.context(), managerId)
  const page = await plain.press(await plain.open('/notices?show=unread'), 'Mark all as read')
  expect(page.words).toContain('All notices are marked as read.')
  expect(page.words).toContain('Nothing is unread')
  expect(page.html).not.toContain(' unread</span>')
  const undone = await plain.press(page, 'Mark them as unread again')
  expect(undone.html).toContain(', 3 unread')
  expect(undone.path).toBe('/notices?show=unread')
})

test('filters are in the address and stay when something is marked; what is not offered is passed over', async () => {
  const { world, plain, managerId } = await setUp()
  await addNotice(world.context(), managerId, { reference: 'CF-1' })
  await addNotice(world.context(), managerId, { kind: 'audit_late', reference: 'CF-2' })
  const late = await plain.open('/notices?show=unread&kind=audit_late')
  expect(late.words).toContain('CF-2')
  expect(late.words).not.toContain('CF-1 ')
  const marked = await plain.press(late, 'Mark as read')
  expect(marked.path).toBe('/notices?show=unread&kind=audit_late')
  expect(marked.words).toContain('No notice matches')
  for (const query of ['?show=x', '?kind=constructor', '?after=1.x', '?marked=x']) {
    expect((await plain.open(`/notices${query}`)).status).toBe(200)
  }
})

test('pages follow each other without a gap or a repetition, read ones last', async () => {
  const { world, plain, managerId } = await setUp()
  const ids: string[] = []
  for (let made = 1; made <= 65; made += 1) {
    ids.push(await addNotice(world.context(), managerId, { reference: `CF-${made}.` }))
  }
  await world.db
    .updateTable('notice')
    .set({ read_at: '2026-01-12T09:00:00.000Z' })
    .where('id', 'in', ids.slice(20))
    .execute()
  const seen: number[] = []
  let path = '/notices'
  for (let pages = 1; pages <= 3; pages += 1) {
    const page = await plain.open(path)
    seen.push(...[...page.words.matchAll(/case CF-(\d+)\./g)].map(([, number]) => Number(number)))
    path = page.links.find((link) => link.includes('after=')) ?? ''
  }
  expect(path).toBe('')
  const counting = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => from - i)
  expect(seen).toEqual([...counting(20, 20), ...counting(65, 45)])
})

test('somebody who has none is told what will be here', async () => {
  const { plain } = await setUp()
  const { words } = await plain.open('/notices')
  expect(words).toContain('You have no notices')
  expect(words).not.toContain('Mark all as read')
})

test('a moment that is none is refused in words', async () => {
  const { world, browser, managerId } = await setUp()
  await addNotice(world.context(), managerId)
  const answer = await browser.post('/notices/undo-all-read', { at: 'yesterday' })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Open the page of notices again and press the button there')
})
