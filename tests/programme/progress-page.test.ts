/** The progress page: what is wrong first, counts that lead to what they count, filters in the address, and bulk actions. */
import { describe, expect, test } from 'vitest'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'
import { openRoundOf, startIt } from './council.ts'

/** Four audits: one nobody has, one in progress, two not started. */
const running = async () => {
  const world = await newWorld()
  const { manager, iro } = world.people
  const round = await openRoundOf(world.context(), {
    '4401': { auditorId: manager },
    '4402': { auditorId: manager },
    '4403': { auditorId: iro },
    '4404': { auditorId: null },
  })
  await startIt(world.context(), round.auditIds['4402'] ?? '', manager)
  return { world, ...round, at: `/rounds/${round.roundId}/progress` }
}

const order = (words: string): string[] =>
  [...words.matchAll(/Case (\d{4})/g)].map(([, reference = '']) => reference)

describe('the progress of a round', () => {
  test('says first what nobody can do, then what is late, in words', async () => {
    const { world, at } = await running()
    world.setNow('2026-02-02T09:00:00.000Z')
    const browser = plainBrowser(await world.as('qa_lead'))
    const page = await browser.open(at)
    expect(page.status).toBe(200)
    expect(page.words).toContain(
      'None of 4 audits is submitted yet; 4 are late; 1 is with nobody who can do it.'
    )
    expect(order(page.words)[0]).toBe('4404')
    expect(page.words).toContain('3 days late')
    expect(page.words).toContain('Nobody has it')
    expect(page.words).toContain('1 of')
  })

  test('filters by auditor, state, lateness and words, and keeps the filter in the address', async () => {
    const { world, at } = await running()
    const browser = plainBrowser(await world.as('qa_lead'))
    const of = async (query: string) => order((await browser.open(`${at}?${query}`)).words)
    expect(await of(`auditor=${world.people.iro}`)).toEqual(['4403'])
    expect(await of('auditor=nobody')).toEqual(['4404'])
    expect(await of('state=in_progress')).toEqual(['4402'])
    expect(await of('search=4401')).toEqual(['4401'])
    expect(await of('search=%25')).toEqual([])
    expect(await of('show=late')).toEqual([])
    expect(await of('show=stuck')).toEqual(['4404'])
    expect(await of('sort=case')).toEqual(['4401', '4402', '4403', '4404'])
    expect((await browser.open(`${at}?sort=nonsense&page=99&by=teapot`)).status).toBe(200)
  })

  test('a draft has no progress: it leads to where the round is set up', async () => {
    const world = await newWorld()
    const { roundId } = await openRoundOf(world.context(), {
      '4401': { auditorId: world.people.manager },
    })
    await world.db.updateTable('round').set({ state: 'draft' }).execute()
    const response = await (await world.as('qa_lead')).get(`/rounds/${roundId}/progress`)
    expect(response.headers.get('location')).toBe(`/rounds/${roundId}`)
  })
})

describe('many audits at once, without a script', () => {
  test('extends those ticked, says what it left alone, and keeps the old date', async () => {
    const { world, at, auditIds } = await running()
    const browser = plainBrowser(await world.as('qa_lead'))
    const ticked = await browser.open(`${at}?tick=all`)
    const ask = await browser.press(ticked, 'Extend')
    expect(ask.words).toContain('Give 4 audits another due date?')
    const faulty = await browser.press(ask, 'Extend 4 audits', {
      'dueOn-day': '1',
      'dueOn-month': '1',
      'dueOn-year': '2026',
      reason: 'Half term',
    })
    expect(faulty.status).toBe(422)
    expect(faulty.words).toContain('This day has passed. Enter today or a later day')
    expect(faulty.words).toContain('Half term')
    const done = await browser.press(faulty, 'Extend 4 audits', {
      'dueOn-day': '13',
      'dueOn-month': '2',
      'dueOn-year': '2026',
    })
    expect(done.words).toContain('was 30 Jan 2026')
    expect(done.html).toContain('4 audits given another due date.')
    const kept = await world.db.selectFrom('due_date_change').selectAll().execute()
    expect(kept.map((row) => [row.due_before, row.due_after, row.reason])).toEqual(
      Array.from({ length: 4 }, () => ['2026-01-30', '2026-02-13', 'Half term'])
    )
    expect(auditIds['4401']).toBeDefined()
  })

  test('nothing ticked is said, not done', async () => {
    const { world, at } = await running()
    const browser = plainBrowser(await world.as('qa_lead'))
    const page = await browser.press(await browser.open(at), 'Remind')
    expect(page.words).toContain('Tick at least one audit')
  })

  test('reminds, and not twice on one day unless it is meant', async () => {
    const { world, at } = await running()
    const browser = plainBrowser(await world.as('qa_lead'))
    const ask = await browser.press(await browser.open(`${at}?tick=all`), 'Remind')
    expect(ask.words).toContain('Remind the auditors of 3 audits?')
    expect(ask.words).toContain('Nobody has it yet: allocate it first')
    const done = await browser.press(ask, 'Remind of 3 audits')
    expect(done.words).toContain('reminded 12 Jan 2026 at 09:00')
    const again = await browser.press(await browser.open(`${at}?tick=all`), 'Remind')
    const refused = await browser.press(again, 'Remind of 3 audits')
    expect(refused.status).toBe(422)
    expect(refused.words).toContain('were reminded of 3 of these audits today already')
    await browser.press(refused, 'Remind of 3 audits', { again: 'yes' })
    expect(await world.db.selectFrom('reminder').select('id').execute()).toHaveLength(6)
  })

  test('when somebody was quicker nothing is done, and the page says which', async () => {
    const { world, at, auditIds } = await running()
    const browser = plainBrowser(await world.as('qa_lead'))
    const ask = await browser.press(await browser.open(`${at}?tick=all`), 'Withdraw')
    await startIt(world.context(), auditIds['4401'] ?? '', world.people.manager)
    const page = await browser.press(ask, 'Withdraw 4 audits', { reason: 'Wrong list' })
    expect(page.status).toBe(409)
    expect(page.words).toContain('Nothing was done')
    expect(page.words).toContain(
      'Case 4401: The manager, in progress, due in 18 days (30 Jan 2026) Somebody changed it after you opened the page.'
    )
    const states = await world.db.selectFrom('audit').select('state').execute()
    expect(states.filter(({ state }) => state === 'withdrawn')).toEqual([])
    const done = await browser.press(page, 'Withdraw 4 audits')
    expect(done.words).toContain('There are no audits in this round; 4 were withdrawn.')
  })
})
