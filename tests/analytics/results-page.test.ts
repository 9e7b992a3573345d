/** The results page by role: its words, its figures, its filters, and the audits behind a figure. */
import { beforeEach, describe, expect, test } from 'vitest'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { addTeamWith } from '../support/builders.ts'
import { countQueries } from '../support/count-queries.ts'
import { run } from '../support/results-file.ts'

const HEADER = 'audit_ref,round,round_kind,audited_on,theme,item,grade,team,service_status'

/** So many audits of one grade in one round, told apart by a prefix. */
const audits = (
  prefix: string,
  round: string,
  on: string,
  grade: string,
  count: number,
  team = 'North 1'
) =>
  Array.from(
    { length: count },
    (_, place) => `${prefix}${place},${round},learning,${on},Plans,,${grade},${team},cp`
  )

/** 2 of 10 good or better in the twelve months before, 27 of 30 in the last: more than chance explains. */
const HISTORY = [
  HEADER,
  ...audits('a', 'March 2024 audit', '2024-03-29', 'good', 2),
  ...audits('b', 'March 2024 audit', '2024-03-29', 'inadequate', 8),
  ...audits('c', 'November 2025 audit', '2025-11-28', 'outstanding', 3),
  ...audits('d', 'November 2025 audit', '2025-11-28', 'good', 24, 'South'),
  ...audits('e', 'November 2025 audit', '2025-11-28', 'requires improvement', 3),
  ...audits('f', 'December 2025 audit', '2025-12-19', 'good', 2),
  'g1,November 2025 audit,learning,2025-11-28,Plans,safety plan,yes,North 1,cp',
  'g2,Dip sample,dip,2025-10-01,Plans,,inadequate,North 1,cin',
].join('\n')

let council: TestApp
let north: string

beforeEach(async () => {
  council = await newApp()
  north = await addTeamWith(council.context(), { name: 'North', kind: 'service' })
  await addTeamWith(council.context(), { name: 'North 1', parentId: north })
  await addTeamWith(council.context(), { name: 'South' })
  await run(council.context(), HISTORY)
})

const page = async (browser: Browser, path: string) => {
  const response = await browser.get(path)
  return { status: response.status, html: await response.text() }
}

/** The words of a page, without tags and with single spaces. */
const words = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')

describe('the page', () => {
  test('begins with the last twelve months against the twelve before', async () => {
    const { status, html } = await page(await council.signIn(['qa_lead']), '/results?period=2y')
    expect(status).toBe(200)
    expect(words(html)).toContain(
      'In the last twelve months 29 of 32 audits were good or better (91% of those audited, 95% interval 76% to 97%).' +
        ' In the twelve months before, 2 of 10 were (20%, 6% to 51%).' +
        ' That is an improvement: the rise is more than chance explains.'
    )
  })

  test('shows counts only where there are fewer than five', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), '/results')
    const row = /<tr><th scope="row">December 2025 audit.*?<\/tr>/s.exec(html)?.[0] ?? ''
    expect(words(row)).toBe(' December 2025 audit 19 Dec 2025 2 0 2 0 0 too few – – ')
    expect(words(html)).toContain(
      '1 pair of rounds, one after the other, was compared: 1 improved and 0 declined'
    )
  })

  test('draws a chart with title and description, without inline style or script', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), '/results')
    const svg = /<svg viewBox.*?<\/svg>/s.exec(html)?.[0] ?? ''
    expect(svg).toContain(
      '<title id="chart-title">Plans (imported name, not mapped), by round</title>'
    )
    expect(svg).toContain('From the top: outstanding, good, requires improvement, inadequate.')
    expect(svg).not.toMatch(/style=|<script|<style/)
    expect(svg.length).toBeLessThan(20_000)
  })

  test('keeps a kind of round to itself', async () => {
    const browser = await council.signIn(['qa_lead'])
    const { html } = await page(browser, '/results?kind=dip')
    expect(words(html)).toContain('Dip sample 1 Oct 2025 1 0 0 0 1')
    expect(words(html)).not.toContain('November 2025 audit')
  })

  test('shows a measure of yes and no', async () => {
    const { html } = await page(
      await council.signIn(['practitioner']),
      '/results?theme=Plans&item=safety%20plan'
    )
    expect(words(html)).toContain(
      'In the last twelve months 1 of 1 audit was answered yes: too few for a percentage.'
    )
  })

  test('with nothing to show says what will appear', async () => {
    const empty = await newApp()
    const { status, html } = await page(await empty.signIn(['manager']), '/results')
    expect(status).toBe(200)
    expect(words(html)).toContain(
      'No audits Results appear here when an audit of this theme is submitted, or when earlier years are imported.'
    )
  })

  test('leads to other years where this period has nothing', async () => {
    council.setNow('2031-01-12T09:00:00.000Z')
    const { html } = await page(await council.signIn(['qa_lead']), '/results')
    expect(words(html)).toContain('Nothing was audited in this period')
    expect(html).toContain('period=all')
  })

  test('is refused to those whom it does not concern', async () => {
    expect((await page(await council.signIn(['administrator']), '/results')).status).toBe(403)
    expect((await page(await council.signIn(['partner']), '/results')).status).toBe(403)
    expect((await council.visitor.get('/results')).status).toBe(303)
  })
})

test.each(['/results', '/results?theme=Plans&status=cp', '/results/audits?theme=Plans&round='])(
  '%s costs at most eight queries',
  async (path) => {
    const { id } = await council.db
      .selectFrom('round')
      .select('id')
      .where('name', '=', 'November 2025 audit')
      .executeTakeFirstOrThrow()
    const browser = await council.signIn(['qa_lead'])
    const { response, queries } = await countQueries(
      council,
      browser,
      path.endsWith('round=') ? `${path}${id}` : path
    )
    expect(response.status).toBe(200)
    expect(queries).toBeLessThanOrEqual(8)
  }
)

describe('filters that name nothing', () => {
  test.each([
    ['theme=nonsense', 'The address asks for a theme that is not there. Choose one from the list'],
    ['item=nonsense', 'The address asks for an item that is not there. Choose one from the list'],
    ['status=on+fire', 'The address asks for a service status that is not there'],
    ['kind=nonsense', 'The address asks for a kind of round that is not there'],
    ['period=7', 'There is no period “7”. Did you mean “1y”, “2y” or “4y”?'],
    ['from=2025-02-30', '“2025-02-30” is a date that does not exist'],
    ['from=2025-06-01&to=2025-05-01', 'The period ends on 2025-05-01, before it begins'],
    ['team=nonsense', 'There is no team “nonsense”. Choose one from the list'],
    ['team=Nroth+1', 'There is no team “Nroth 1”. Did you mean “North 1”'],
    [`team=${'x'.repeat(100)}`, 'There is no team “xxx'],
    ['theme=%3Cscript%3E', 'The address asks for a theme that is not there'],
  ])('%s', async (query, message) => {
    const { status, html } = await page(await council.signIn(['qa_lead']), `/results?${query}`)
    expect(status).toBe(422)
    expect(words(html)).toContain(message)
    expect(html).not.toContain('<script>')
  })
})

describe('by team', () => {
  const teamIds = async () =>
    new Map(
      (await council.db.selectFrom('team').select(['id', 'name']).execute()).map((team) => [
        team.name,
        team.id,
      ])
    )

  test('a service counts its teams', async () => {
    const { html } = await page(await council.signIn(['qa_lead']), `/results?team=${north}`)
    expect(words(html)).toContain(
      'In the last twelve months 5 of 8 audits were good or better (63% of those audited, 95% interval 31% to 86%, a very small sample).'
    )
    expect(words(html)).toContain(
      'Shown: Learning audit rounds, last two years, North and its teams, all children'
    )
  })

  test('a manager sees the own team and below, and no other', async () => {
    const ids = await teamIds()
    const manager = await council.signIn(['manager'], { teamId: ids.get('North 1') ?? '' })
    expect((await page(manager, `/results?team=${ids.get('North 1')}`)).status).toBe(200)
    expect((await page(manager, `/results?team=${north}`)).status).toBe(422)
    expect((await page(manager, `/results?team=${ids.get('South')}`)).status).toBe(422)
    const { html } = await page(manager, '/results')
    expect(html).toContain('>North 1</option>')
    expect(html).not.toContain('>South</option>')
  })

  test('a senior leader sees the own service, a practitioner no team', async () => {
    const ids = await teamIds()
    const leader = await council.signIn(['senior_leader'], { teamId: ids.get('North 1') ?? '' })
    expect((await page(leader, `/results?team=${north}`)).status).toBe(200)
    expect((await page(leader, `/results?team=${ids.get('South')}`)).status).toBe(422)
    const practitioner = await council.signIn(['practitioner'], {
      teamId: ids.get('North 1') ?? '',
    })
    expect((await page(practitioner, `/results?team=${ids.get('North 1')}`)).status).toBe(422)
    expect((await page(practitioner, '/results')).html).not.toContain('name="team"')
  })
})

describe('the file', () => {
  test('has what the page shows, and is recorded', async () => {
    const browser = await council.signIn(['qa_lead'])
    const response = await browser.get('/results.csv?theme=Plans')
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="results-Plans.csv"'
    )
    expect((await response.text()).split('\n').slice(1, 3)).toEqual([
      'Plans,,December 2025 audit,learning,2025-12-19,2,0,2,0,0,0,0,2,,,',
      'Plans,,November 2025 audit,learning,2025-11-28,30,3,24,3,0,0,0,27,90,0.7438,0.9654',
    ])
    const event = await council.db
      .selectFrom('event')
      .select(['type', 'details'])
      .where('type', '=', 'results.exported')
      .executeTakeFirst()
    expect(event?.details).toBe('{"filters":["theme","kind","period"],"format":"csv","rows":3}')
  })

  test('is not made under a filter that means nothing: the page says what is wrong', async () => {
    const browser = await council.signIn(['qa_lead'])
    const { status, html } = await page(browser, '/results.csv?theme=Plans&status=nonsense')
    expect(status).toBe(422)
    expect(html).toContain('a service status that is not there')
    const events = council.db
      .selectFrom('event')
      .select('number')
      .where('type', '=', 'results.exported')
    expect(await events.execute()).toEqual([])
  })

  test('is not for practitioners, who see no link to it', async () => {
    const practitioner = await council.signIn(['practitioner'])
    expect((await practitioner.get('/results.csv')).status).toBe(403)
    expect((await page(practitioner, '/results')).html).not.toContain('/results.csv')
    expect((await page(await council.signIn(['qa_lead']), '/results')).html).toContain(
      '/results.csv'
    )
  })
})

describe('the audits behind a figure', () => {
  const firstLink = async (browser: Browser) => {
    const { html } = await page(browser, '/results')
    const link = /href="(\/results\/audits\?[^"]*value=outstanding)"/.exec(html)?.[1] ?? ''
    return link.replaceAll('&amp;', '&')
  }

  test('are listed for those who may read them', async () => {
    const browser = await council.signIn(['qa_lead'])
    const { status, html } = await page(browser, await firstLink(browser))
    expect(status).toBe(200)
    expect(words(html)).toContain('November 2025 audit: Outstanding 3 audits behind this figure.')
    expect(words(html)).toContain('c0 imported – 28 Nov 2025 North 1 Child protection')
  })

  test('are counted, not listed, for the others', async () => {
    const south = await council.db
      .selectFrom('team')
      .select('id')
      .where('name', '=', 'South')
      .executeTakeFirstOrThrow()
    const manager = await council.signIn(['manager'], { teamId: south.id })
    const { html } = await page(manager, await firstLink(manager))
    expect(words(html)).toContain(
      '3 audits are counted in this figure, of cases that are not yours to read.'
    )
    const all = (await firstLink(manager)).replace('&value=outstanding', '')
    expect(words((await page(manager, all)).html)).toContain(
      'You may read 24 of the 30 audits behind this figure.'
    )
  })

  test('of a round that is not there are no page', async () => {
    const browser = await council.signIn(['qa_lead'])
    expect((await page(browser, '/results/audits?theme=Plans&round=nonsense')).status).toBe(404)
    // Without a round they are those of the last year.
    expect((await page(browser, '/results/audits')).status).toBe(200)
  })
})
