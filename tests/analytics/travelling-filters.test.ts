/** Filters of the pages of results: dates on every page, and what goes with the reader from one page to the next. */
import { beforeEach, describe, expect, test } from 'vitest'
import { carriedFilters } from '../../views/results/carried-filters.ts'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'

const HEADER = 'audit_ref,round,audited_on,theme,item,grade,team,service_status'

/** The clock of the tests stands on Monday 12 January 2026. */
const audits = (on: string, good: number, n: number) =>
  Array.from(
    { length: n },
    (_, place) =>
      `${on}-${place},Round of ${on},${on},cp_plan,,${place < good ? 'good' : 'RI'},North 1,cp`
  )

let world: World

beforeEach(async () => {
  world = await newWorld()
  await run(
    world.context(),
    [HEADER, ...audits('2025-03-21', 6, 10), ...audits('2025-06-20', 7, 11)].join('\n')
  )
})

const read = async (path: string) => {
  const response = await (await world.as('qa_lead')).get(path)
  const html = await response.text()
  const main = html.slice(html.indexOf('<main'), html.indexOf('</main>'))
  return {
    status: response.status,
    html: main.replaceAll('&amp;', '&'),
    words: main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '),
  }
}

describe('dates', () => {
  test.each(['/results', '/results/over-time'])(
    'leave the other rounds out of %s',
    async (path) => {
      const { status, html, words } = await read(
        `${path}?theme=cp_plan&from=2025-06-01&to=2025-06-30`
      )
      expect(status).toBe(200)
      expect(words).toContain('Round of 2025-06-20 20 Jun 2025 11')
      expect(words).not.toContain('Round of 2025-03-21')
      expect(words).toContain('1 Jun 2025 to 30 Jun 2025, whole council')
      expect(words).toContain('The sentence at the top is of the last twelve months')
      expect(html).toContain('round=')
    }
  )

  test('without rounds say that there are some in other years', async () => {
    const { status, html, words } = await read(
      '/results?theme=cp_plan&from=2025-04-01&to=2025-04-30'
    )
    expect(status).toBe(200)
    expect(words).toContain(
      'Nothing was audited in this period; there is something in other years.'
    )
    expect(html).toContain('href="/results?theme=cp_plan&kind=learning&period=all"')
  })

  test('give way to a period that is chosen where they are shown', async () => {
    const dates = 'from=2025-06-01&to=2025-06-30'
    const typed = await read(`/results/heat?period=1y&${dates}`)
    expect(typed.words).toContain('Shown: Learning audit rounds, 1 Jun 2025 to 30 Jun 2025')
    expect(typed.html).toContain('name="dated"')
    const chosen = await read(`/results/heat?dated=yes&period=all&${dates}`)
    expect(chosen.words).toContain('Shown: Learning audit rounds, all years')
  })
})

describe('what goes along', () => {
  const tab = (html: string, path: string) =>
    html
      .split('href="')
      .find((one) => one.startsWith(`${path}?`) || one.startsWith(`${path}"`))
      ?.split('"')[0]

  test('is what was chosen, to pages that have it', async () => {
    const { html } = await read(
      `/results/over-time?theme=cp_plan&status=cp&team=${world.teamId}&from=2025-06-01&to=2025-06-30`
    )
    const dates = 'from=2025-06-01&to=2025-06-30'
    expect(tab(html, '/results/heat')).toBe(
      `/results/heat?theme=cp_plan&team=${world.teamId}&status=cp&${dates}`
    )
    expect(tab(html, '/results/equality')).toBe(
      `/results/equality?theme=cp_plan&status=cp&${dates}`
    )
    expect(tab(html, '/results/coverage')).toBe(`/results/coverage?team=${world.teamId}`)
    expect(tab(html, '/results/overview')).toBe('/results/overview')
    const heat = await read(tab(html, '/results/heat') ?? '')
    expect(heat.words).toContain('1 Jun 2025 to 30 Jun 2025, North 1, Child protection')
    expect(tab(heat.html, '/results/over-time')).toBe(
      `/results/over-time?theme=cp_plan&team=${world.teamId}&status=cp&${dates}`
    )
  })

  test('is nothing where nothing was chosen', async () => {
    await run(
      world.context(),
      [HEADER, 'G1,Round of June,2025-06-20,audit,,good,North 1,cp'].join('\n')
    )
    const { html } = await read('/results')
    expect(tab(html, '/results/heat')).toBe('/results/heat')
    expect(tab(html, '/results/measures')).toBe('/results/measures')
  })

  test('is no theme that nobody has mapped, which the other pages do not know', () => {
    const filters = { theme: 'Plans', item: 'Visits', kind: 'dip', period: 'all' }
    expect(carriedFilters(filters, '2y', [{ key: 'Plans', label: 'Plans' }])).toEqual({
      item: '',
      kind: 'dip',
      period: 'all',
    })
  })
})

describe('what the figures are of', () => {
  const readAs = async (role: Parameters<World['as']>[0], path: string) => {
    const html = await (await (await world.as(role)).get(path)).text()
    return html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
  }

  test.each(['/results/heat?by=team', '/results/repeat-findings'])(
    'is the whole council on %s only for those who see every team',
    async (path) => {
      expect(await readAs('qa_lead', path)).toContain(', whole council, all children')
      const manager = await readAs('manager', path)
      expect(manager).toContain(', North 1, all children')
      expect(manager).not.toContain('whole council')
      expect(await readAs('senior_leader', path)).toContain(', the teams that you may see, all')
    }
  )

  test('is said of both numbers of coverage', async () => {
    expect(await readAs('manager', '/results/coverage')).toContain(
      'Since 13 Jan 2025 21 audits of the whole council have reached 1 of 1 teams that you may see, 1 of 6'
    )
    expect(await readAs('qa_lead', '/results/coverage')).toContain(
      'Since 13 Jan 2025 21 audits have reached 1 of 2 teams, 1 of 6'
    )
  })

  test('is no place on one’s own results', async () => {
    expect(await readAs('practitioner', '/results/people')).not.toContain('whole council')
  })
})

describe('a comparison of which one side is empty', () => {
  test.each([
    [
      'compare=periods&from1=2025-03-01&to1=2025-03-31&from2=2025-09-01&to2=2025-09-30',
      'No round of this kind is on the later side: there is nothing to compare.',
    ],
    [
      'compare=periods&from1=2024-03-01&to1=2024-03-31&from2=2025-06-01&to2=2025-06-30',
      'No round of this kind is on the earlier side: there is nothing to compare.',
    ],
    [
      'compare=periods&from1=2024-03-01&to1=2024-03-31&from2=2024-06-01&to2=2024-06-30',
      'Neither side has audits.',
    ],
  ])('%s says which', async (query, sentence) => {
    const { status, words } = await read(`/results/compare?${query}`)
    expect(status).toBe(200)
    expect(words).toContain(sentence)
  })

  test('says that there is one round only', async () => {
    await run(
      world.context(),
      [
        'audit_ref,round,round_kind,audited_on,theme,item,grade,team,service_status',
        'D1,One dip,dip,2025-06-20,cp_plan,,good,North 1,cp',
      ].join('\n')
    )
    const { words } = await read('/results/compare?compare=rounds&kind=dip')
    expect(words).toContain(
      'There is only one round of this kind: there is none to compare it with.'
    )
  })
})
