/** A theme over time, as people see it: words, chart, table, items, and baselines that are set and undone. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { countQueries } from '../support/count-queries.ts'
import { run } from '../support/results-file.ts'

const HEADER = 'audit_ref,round,round_kind,audited_on,theme,item,grade,team,service_status'

/** Twelve level rounds, then seven that are better; an item of each. */
const SHARES = [10, 11, 9, 10, 11, 10, 9, 11, 10, 9, 10, 11, 14, 13, 14, 15, 13, 14, 15]

const dateOf = (place: number) =>
  `${2023 + Math.floor(place / 6)}-${String(1 + 2 * (place % 6)).padStart(2, '0')}-20`

const HISTORY = [
  HEADER,
  ...SHARES.flatMap((good, place) =>
    Array.from({ length: 20 }, (_, audit) => {
      const on = dateOf(place)
      const head = `p${place}-${audit},Round ${place + 1},learning,${on},Plans`
      const grade = audit < good ? 'good' : 'requires improvement'
      return [
        `${head},,${grade},North,cp`,
        `${head},Clear to parents,${audit < 5 ? 'inadequate' : 'good'},North,cp`,
        `${head},Visits,${audit < 12 ? 'inadequate' : 'good'},North,cp`,
      ].join('\n')
    })
  ),
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

const PATH = '/results/over-time?theme=Plans'

describe('the page', () => {
  test('says what the line says, and what it rests on', async () => {
    const { status, html } = await page(await council.signIn(['qa_lead']), PATH)
    expect(status).toBe(200)
    expect(words(html)).toContain(
      'Eight rounds running above the average, from Round 12 to Round 19.'
    )
    expect(words(html)).toContain(
      'Average and limits are set by the first twelve rounds, 50% good or better, and later rounds are measured by them.'
    )
  })

  test('draws both charts without inline style, each small', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), PATH)
    const charts = html.match(/<svg viewBox="0 0 1120.*?<\/svg>/gs) ?? []
    expect(charts.length).toBe(2)
    for (const svg of charts) {
      expect(svg).toContain('<desc id=')
      expect(svg).not.toMatch(/style=|<script|<style/)
      expect(svg.length).toBeLessThan(20_000)
    }
    expect(charts[0]).toContain('pl-spc__signal--up')
  })

  test('has a table with limits and signals, each figure leading to its audits', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), PATH)
    const row = /<tr><th scope="row">Round 19.*?<\/tr>/s.exec(html)?.[0] ?? ''
    expect(words(row)).toContain(
      '20 0 15 5 0 75% 53% to 89% 17% to 84% ▲ eight running above the average'
    )
    expect(row).toContain('/results/audits?theme=Plans')
  })

  test('can be taken away with centre, limits and signals', async () => {
    const lead = await council.signIn(['qa_lead'])
    expect((await page(lead, PATH)).html).toContain('href="/results/over-time.csv?theme=Plans')
    const { status, html } = await page(lead, '/results/over-time.csv?theme=Plans')
    expect(status).toBe(200)
    const [header, ...lines] = html.trim().split('\n')
    expect(header).toBe(
      'theme,item,round,round_kind,round_date,stretch,n,count,share,low,high,centre,lower_limit,upper_limit,limits,signal,median'
    )
    expect(lines.find((line) => line.includes(',Round 19,'))).toMatch(
      /,1,20,15,0\.75,0\.5313,0\.8881,0\.5042,0\.1688,0\.8396,fixed,eight running above the average,$/
    )
    expect((await page(lead, '/results/over-time.csv?theme=nonsense')).status).toBe(422)
  })

  test('ranks items by the share below good, each leading to its own line', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), PATH)
    const table = /<section class="pl-ranking.*?<\/section>/s.exec(html)?.[0] ?? ''
    expect(words(table)).toMatch(/Visits \d+ \d+ 60% .* Clear to parents \d+ \d+ 25%/)
    expect(html).toContain('/results/over-time?theme=Plans&amp;item=Visits&amp;kind=learning')
    const own = await page(await council.signIn(['qa_lead']), `${PATH}&item=Visits`)
    expect(words(own.html)).toContain('Plans (imported name, not mapped): Visits over time')
    expect(own.html).not.toContain('pl-ranking')
  })

  test('says both, and why, where the line and the pair of years differ', async () => {
    council.setNow('2027-01-10T09:00:00.000Z')
    const { html } = await page(await council.signIn(['qa_lead']), PATH)
    expect(words(html)).toContain('There is no clear change. This may be chance.')
    expect(words(html)).toContain(
      'The line shows a change that the two years beside each other do not.'
    )
  })

  test('narrows to a status and keeps the rounds that set the limits when it shows fewer', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), `${PATH}&status=cp&period=1y`)
    expect(words(html)).toContain('50% good or better')
    expect(words(html)).not.toContain('Round 2 ')
    expect(words(html)).toContain('Visits')
  })

  test.each([
    ['theme=nonsense', 'The address asks for a theme that is not there'],
    ['theme=Plans&period=9y', 'There is no period “9y”. Did you mean “1y”, “2y” or “4y”?'],
    ['theme=Plans&from=2026-02-01&to=2026-01-01', 'before it begins on 2026-02-01'],
    ['theme=Plans&item=none', 'The address asks for an item that is not there'],
    ['theme=Plans&kind=none', 'The address asks for a kind of round that is not there'],
  ])('%s is told', async (query, message) => {
    const { status, html } = await page(
      await council.signIn(['qa_lead']),
      `/results/over-time?${query}`
    )
    expect(status).toBe(422)
    expect(words(html)).toContain(message)
  })

  test('with nothing to show says what will appear', async () => {
    const empty = await newApp()
    const { status, html } = await page(await empty.signIn(['qa_lead']), '/results/over-time')
    expect(status).toBe(200)
    expect(words(html)).toContain('A line appears here when rounds with this theme')
    expect(html).not.toContain('/results/baselines/new')
  })

  test.each([PATH, `${PATH}&item=Visits`, '/results/over-time', `${PATH}&status=cp`])(
    '%s costs at most eight queries',
    async (path) => {
      const browser = await council.signIn(['qa_lead'])
      const { response, queries } = await countQueries(council, browser, path)
      expect(response.status).toBe(200)
      expect(queries).toBeLessThanOrEqual(8)
    }
  )
})

describe('a baseline', () => {
  const fields = {
    'startsOn-day': '1',
    'startsOn-month': '1',
    'startsOn-year': '2025',
    reason: 'The new practice model began',
  }
  const POST = '/results/baselines?theme=Plans'

  test('is set, shown, and undone', async () => {
    const lead = await council.signIn(['qa_lead'])
    const set = await lead.post(POST, fields)
    expect([set.status, set.headers.get('location')]).toEqual([
      303,
      '/results/over-time?theme=Plans&saved=set',
    ])
    const shown = words((await page(lead, PATH)).html)
    expect(shown).toContain(
      'New baseline from Wednesday 1 January 2025 : The new practice model began'
    )
    expect(shown).toContain('over 7 rounds since the new baseline. The limits are on trial')
    expect(shown).toContain('No signal.')

    const { id } = await council.db
      .selectFrom('chart_baseline')
      .select('id')
      .executeTakeFirstOrThrow()
    const event = await council.db
      .selectFrom('event')
      .selectAll()
      .where('type', '=', 'chart.baseline_set')
      .executeTakeFirstOrThrow()
    expect(event).toMatchObject({ subject_id: id, actor_id: lead.personId })
    expect(event.details).toContain('2025-01-01')
    expect(event.details).not.toContain('practice model')

    expect(words((await page(lead, `/results/baselines/${id}/undo`)).html)).toContain(
      'Undo this baseline?'
    )
    expect((await lead.post(`/results/baselines/${id}/undo`)).status).toBe(303)
    expect(words((await page(lead, PATH)).html)).not.toContain('New baseline from')
    expect((await lead.post(`/results/baselines/${id}/undo`)).status).toBe(404)
    // The row stays, as undone, and the same date can be set again.
    expect((await lead.post(POST, fields)).status).toBe(303)
    expect((await council.db.selectFrom('chart_baseline').selectAll().execute()).length).toBe(2)
  })

  test.each([
    [{ reason: '' }, 'Say what changed on that date'],
    [{ 'startsOn-year': '2022' }, 'No round is dated before it'],
    [{ 'startsOn-year': '2027' }, 'The date is in the future'],
    [{ 'startsOn-month': '13' }, 'must be a real date, for example 30 1 2026'],
    [{ 'startsOn-day': '' }, 'must include a day'],
  ])('%j is refused, and what was typed is kept', async (wrong, message) => {
    const lead = await council.signIn(['qa_lead'])
    const response = await lead.post(POST, { ...fields, ...wrong })
    const html = await response.text()
    expect(response.status).toBe(422)
    expect(words(html)).toContain(message)
    if (!('reason' in wrong)) expect(html).toContain('The new practice model began')
  })

  test('the same date twice is refused', async () => {
    const lead = await council.signIn(['qa_lead'])
    await lead.post(POST, fields)
    const again = await lead.post(POST, fields)
    expect(again.status).toBe(422)
    expect(words(await again.text())).toContain('has a baseline from that date already')
  })
})
