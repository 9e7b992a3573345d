/** Two periods or rounds side by side: words, figures, what is not compared, wrong input, and the file. */
import { beforeEach, describe, expect, test } from 'vitest'
import { comparePair, countPairs } from '../../src/analytics/rules/compare-pair.ts'
import { readSpans } from '../../src/analytics/rules/compare-periods.ts'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { countQueries } from '../support/count-queries.ts'
import { run } from '../support/results-file.ts'

const HEADER = 'audit_ref,round,round_kind,audited_on,theme,item,grade,team,service_status'

const audits = (
  prefix: string,
  round: string,
  on: string,
  theme: string,
  good: number,
  n: number
) =>
  Array.from(
    { length: n },
    (_, place) =>
      `${prefix}${place},${round},learning,${on},${theme},,${place < good ? 'good' : 'inadequate'},North,cp`
  )

const HISTORY = [
  HEADER,
  ...audits('a', 'March 2024 audit', '2024-03-29', 'Plans', 14, 30),
  ...audits('b', 'November 2025 audit', '2025-11-28', 'Plans', 21, 30),
  ...audits('c', 'March 2024 audit', '2024-03-29', 'Reviews', 2, 20),
  ...audits('d', 'November 2025 audit', '2025-11-28', 'Reviews', 18, 20),
  ...audits('e', 'March 2024 audit', '2024-03-29', 'Visits', 3, 4),
  ...audits('f', 'November 2025 audit', '2025-11-28', 'Visits', 5, 9),
  ...audits('h', 'November 2025 audit', '2025-11-28', 'audit', 5, 6),
  ...audits('g', 'November 2025 audit', '2025-11-28', 'Chronology', 5, 9),
].join('\n')

let council: TestApp

beforeEach(async () => {
  council = await newApp()
  await run(council.context(), HISTORY)
})

const page = async (browser: Browser, path: string) => {
  const response = await browser.get(path)
  return { status: response.status, html: await response.text() }
}

const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

describe('the page', () => {
  test('compares the last twelve months with the twelve before, theme by theme', async () => {
    const { status, html } = await page(await council.signIn(['qa_lead']), '/results/compare')
    const text = words(html)
    expect(status).toBe(200)
    expect(text).toContain(
      'Of 2 themes compared, 1 improved, 0 declined, and 1 shows no clear change. 2 pairs were looked at. About one pair in twenty looks different by chance alone.'
    )
    expect(text).toContain(
      'Plans (imported name, not mapped) No clear change Up 23 points. This may be chance. 14 of 30 47% (30% to 64%) 21 of 30 70% (52% to 83%) +23 (−1 to +45)'
    )
    expect(text).toContain('Improved Up 80 points: more than chance explains.')
  })

  test('of few it gives counts only, of none it says so', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), '/results/compare')
    const text = words(html)
    expect(text).toContain(
      'Too few Fewer than five audits on a side: counts only. 3 of 4 too few for a share 5 of 9 56% (27% to 81%), very small sample –'
    )
    expect(text).toContain(
      'One side has no audits: there is nothing to compare. No audits 5 of 9 56%'
    )
    expect(text).not.toContain(' 0% ')
  })

  test('stands in the order of themes, never of the best', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), '/results/compare')
    const rows = [...html.matchAll(/<th scope="row">.*?>([^<]+)<\/a>/g)].map((found) => found[1])
    expect(rows).toEqual([
      'Overall grade of the audit',
      ...['Chronology', 'Plans', 'Reviews', 'Visits'].map(
        (name) => `${name} (imported name, not mapped)`
      ),
    ])
  })

  test('leads from each count to the audits behind it', async () => {
    const lead = await council.signIn(['qa_lead'])
    const { html } = await page(lead, '/results/compare')
    const href = /href="(\/results\/audits\?theme=audit[^"]*to=2025-11-28)"/.exec(html)?.[1] ?? ''
    const behind = await page(lead, href.replaceAll('&amp;', '&'))
    expect(behind.status).toBe(200)
    expect(words(behind.html)).toContain('6 audits behind this figure.')
    // History of a theme without a rubric leads round by round.
    expect(html).toContain('href="/results?theme=Plans&amp;kind=learning&amp;period=all"')
  })

  test('two rounds, and two periods', async () => {
    const lead = await council.signIn(['qa_lead'])
    const rounds = words((await page(lead, '/results/compare?compare=rounds')).html)
    expect(rounds).toContain('Earlier March 2024 audit Later November 2025 audit')
    const periods = await page(
      lead,
      '/results/compare?compare=periods&from1=2024-03-01&to1=2024-03-31&from2=2025-11-01&to2=2025-11-30'
    )
    expect(words(periods.html)).toContain('Friday 1 March 2024 to Sunday 31 March 2024 (1 round)')
    expect(words(periods.html)).toContain('+23 (−1 to +45)')
  })

  test('items of one theme', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), '/results/compare?theme=Plans')
    expect(words(html)).toContain('Compare: Plans')
    expect(words(html)).toContain(
      'Grade of the theme No clear change Up 23 points. This may be chance. 14 of 30'
    )
  })

  test.each([
    ['theme=Plan', 'Did you mean “Plans”?'],
    ['status=cpp', 'Did you mean “cp”'],
    ['kind=learnin', 'a kind of round that is not there'],
    ['compare=year', 'Did you mean “years”?'],
    ['compare=rounds&round1=none', 'a round that is not there'],
    [
      'compare=periods&from1=2025-02-01&to1=2025-01-01&from2=2025-03-01&to2=2025-04-01',
      'The earlier period ends before it begins',
    ],
    [
      'compare=periods&from1=2024-01-01&to1=2025-01-01&from2=2025-01-01&to2=2025-04-01',
      'The later period begins before the earlier one has ended',
    ],
    ['compare=periods&from1=30/1/2024', '“30/1/2024” is not written YYYY-MM-DD'],
  ])('%s is told', async (query, message) => {
    const { status, html } = await page(
      await council.signIn(['qa_lead']),
      `/results/compare?${query}`
    )
    expect([status, words(html).includes(message)]).toEqual([422, true])
  })

  test('periods without rounds have no audits, which is no fault', async () => {
    const { status, html } = await page(
      await council.signIn(['qa_lead']),
      '/results/compare?compare=periods&from1=2010-01-01&to1=2010-02-01&from2=2011-01-01&to2=2011-02-01'
    )
    expect(status).toBe(200)
    expect(words(html)).toContain('Neither side has audits.')
  })

  test.each(['/results/compare', '/results/compare?theme=Plans', '/results/compare?status=cp'])(
    '%s costs at most eight queries',
    async (path) => {
      const browser = await council.signIn(['qa_lead'])
      const { response, queries } = await countQueries(council, browser, path)
      expect(response.status).toBe(200)
      expect(queries).toBeLessThanOrEqual(8)
    }
  )
})

test('the file has what the page shows, and its leaving is recorded', async () => {
  const lead = await council.signIn(['qa_lead'])
  const response = await lead.get('/results/compare.csv')
  const lines = (await response.text()).split('\n')
  expect(lines[3]).toBe(
    'Plans,,1,30,14,47,0.3023,0.6386,1,30,21,70,0.5212,0.8334,0.2333,-0.0147,0.445,no clear change'
  )
  expect(lines[5]).toBe('Visits,,1,4,3,,,,1,9,5,56,0.2667,0.8112,,,,too few')
  const event = await council.db
    .selectFrom('event')
    .select(['subject_id', 'details'])
    .where('type', '=', 'results.exported')
    .executeTakeFirstOrThrow()
  expect(event.subject_id).toBe('comparison')
})

test('no file is made of a comparison that means nothing', async () => {
  const lead = await council.signIn(['qa_lead'])
  const response = await lead.get('/results/compare.csv?compare=years&status=nonsense')
  expect(response.status).toBe(422)
  expect(await response.text()).toContain('a service status that is not there')
})

describe('a pair', () => {
  const one = (k: number, n: number, line = '') => ({ roundId: 'r', n, k, line })

  test('whose rounds do not all mean the same is not compared', () => {
    expect(comparePair([one(5, 10, 'a')], [one(9, 10, 'b')])).toMatchObject({
      silence: 'meaning',
      change: undefined,
    })
    expect(comparePair([one(5, 10, 'a'), one(5, 10, 'b')], [one(9, 10, 'b')]).silence).toBe(
      'meaning'
    )
  })

  test('adds the rounds of a side up', () => {
    const { earlier, change } = comparePair([one(7, 15), one(7, 15)], [one(21, 30)])
    expect(earlier).toMatchObject({ rounds: 2, n: 30, figures: { count: 14 } })
    expect(change).toEqual({
      difference: 0.2333,
      low: -0.0147,
      high: 0.445,
      verdict: 'no clear change',
    })
  })

  test('of nineteen one would be expected to look different by chance', () => {
    const pair = comparePair([one(14, 30)], [one(21, 30)])
    const counted = (pairs: number) =>
      countPairs(Array.from({ length: pairs }, () => pair)).byChance
    expect([counted(9), counted(10), counted(19), counted(30), counted(40)]).toEqual([
      0, 1, 1, 2, 2,
    ])
  })
})

test('dates that were left out are those of the two years, also on a leap day', () => {
  expect(readSpans({}, '2024-02-29').spans).toEqual([
    { from: '2022-03-01', to: '2023-02-28' },
    { from: '2023-03-01', to: '2024-02-29' },
  ])
})
