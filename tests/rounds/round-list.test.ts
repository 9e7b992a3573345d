/** The list of rounds: newest first, filters and pages in the address, and what stands where there is nothing. */
import { expect, test } from 'vitest'
import { newApp } from '../support/app.ts'
import { countQueries } from '../support/count-queries.ts'
import { createRoundWith, openAudit } from '../support/round-builders.ts'
import { wordsOf } from '../support/words-of.ts'

const withRounds = async (count: number) => {
  const t = await newApp()
  const lead = await t.signIn(['qa_lead'])
  for (let i = 1; i <= count; i += 1) {
    const day = `2025-${String(Math.ceil(i / 28)).padStart(2, '0')}-${String(((i - 1) % 28) + 1).padStart(2, '0')}`
    await createRoundWith(t.context(), {
      name: `Round ${String(i).padStart(2, '0')}`,
      kind: i % 2 === 0 ? 'dip' : 'learning',
      windowFrom: day,
      windowTo: day,
      dueOn: day,
    })
  }
  const named = async (address: string) =>
    (await wordsOf(await lead.get(address))).match(/Round \d\d/g) ?? []
  return { t, lead, named }
}

test('no rounds: what one is, and how to set one up', async () => {
  const { lead } = await withRounds(0)
  const words = await wordsOf(await lead.get('/rounds'))
  expect(words).toContain('There are no rounds yet')
  expect(words).toContain('Set up a round')
})

test('twenty a page, newest first', async () => {
  const { t, lead, named } = await withRounds(23)
  expect((await named('/rounds')).slice(0, 2)).toEqual(['Round 23', 'Round 22'])
  expect(await named('/rounds?page=2')).toEqual(['Round 03', 'Round 02', 'Round 01'])
  expect(await named('/rounds?page=99')).toEqual(['Round 03', 'Round 02', 'Round 01'])
  const { queries } = await countQueries(t, lead, '/rounds')
  expect(queries).toBeLessThanOrEqual(8)
})

test('filters by state, kind and year, and keeps them from page to page', async () => {
  const { t, lead, named } = await withRounds(46)
  await openAudit(t.context(), { round: { name: 'Round 99', kind: 'thematic' } })
  expect(await named('/rounds?state=open')).toEqual(['Round 99'])
  expect(await named('/rounds?kind=thematic&state=&year=')).toEqual(['Round 99'])
  expect(await named('/rounds?year=2026')).toEqual(['Round 99'])
  expect(await wordsOf(await lead.get('/rounds?state=open'))).toContain('0 of 1 submitted')
  const dips = await lead.get('/rounds?kind=dip&year=2025&page=2')
  expect(await dips.clone().text()).toContain('href="/rounds?kind=dip&amp;year=2025"')
  expect((await wordsOf(dips)).match(/Round \d\d/g)).toEqual(['Round 06', 'Round 04', 'Round 02'])
  const none = await wordsOf(await lead.get('/rounds?state=closed'))
  expect(none).toContain('No round matches\nShow all rounds')
})

test.each(['state=opne', 'kind=party', 'year=20x6', 'page=0', 'page=x'])(
  'an unknown filter (%s) is said to be one, and all rounds are shown',
  async (query) => {
    const { lead } = await withRounds(1)
    const response = await lead.get(`/rounds?${query}`)
    expect(response.status).toBe(200)
    const words = await wordsOf(response)
    expect(words).toContain('That filter is not known. All rounds are shown.')
    expect(words).toContain('Round 01')
  }
)
