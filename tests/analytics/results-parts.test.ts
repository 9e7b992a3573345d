/** The pages of results over several rounds: their words, who sees which teams, and the answer to a wrong address. */
import { beforeEach, describe, expect, test } from 'vitest'
import { addCase } from '../../src/cases/add-case.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { run } from '../support/results-file.ts'
import { addCaseWith, createRoundWith } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

const HEADER = 'audit_ref,round,audited_on,theme,item,grade,team,service_status'

/** The clock of the tests stands on Monday 12 January 2026. */
const row = (ref: string, grade: string, team: string, status: string, item = '') =>
  `${ref},Autumn audit,2025-11-28,cp_plan,${item},${grade},${team},${status}`

const HISTORY = [
  HEADER,
  ...['good', 'good', 'good', 'RI', 'RI', 'inadequate'].map((grade, place) =>
    row(`N${place}`, grade, 'North 1', 'cp')
  ),
  ...['good', 'good', 'n/a'].map((grade, place) => row(`C${place}`, grade, 'Care 1', 'care')),
].join('\n')

let world: World

beforeEach(async () => {
  world = await newWorld()
  await run(world.context(), HISTORY)
})

/** Status and the words of a page, without tags and with single spaces. */
const read = async (role: Parameters<World['as']>[0], path: string) => {
  const response = await (await world.as(role)).get(path)
  const html = await response.text()
  const main = html.slice(html.indexOf('<main'))
  const words = main
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replace(/\s+/g, ' ')
  return { status: response.status, html: main, words }
}

describe('the heat table', () => {
  test('has n and the mix of grades in each cell, and says which are too few', async () => {
    const { status, words } = await read('qa_lead', '/results/heat?by=team')
    expect(status).toBe(200)
    expect(words).toContain('8 grades of 1 theme in 1 round, by team.')
    expect(words).toContain('1 of 2 cells has fewer than 5 and shows counts only.')
    expect(words).toContain('n 6 G 3 RI 2 I 1 very small')
    expect(words).toContain('n 2 G 2 too few')
  })

  test('divides by service, with the teams below added up', async () => {
    const { words } = await read('qa_lead', '/results/heat')
    expect(words).toContain('Themes by team')
    const services = await read('qa_lead', '/results/heat?by=service')
    expect(services.words).toContain('Theme Corporate parenting Safeguarding Child protection plan')
  })

  test('shows a manager their own team, and a practitioner no team at all', async () => {
    const manager = await read('manager', '/results/heat?by=team')
    expect(manager.words).toContain('North 1')
    expect(manager.words).not.toContain('Care 1')
    const practitioner = await read('practitioner', '/results/heat')
    expect(practitioner.words).toContain('Themes by service status')
    const asked = await read('practitioner', '/results/heat?by=team')
    expect(asked.status).toBe(422)
    const refused = await world.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'access.refused')
      .execute()
    expect(refused.map(({ details }) => JSON.parse(details).permission)).toEqual([
      'results.by_team',
    ])
  })

  test('counts imported audits as of an age that is not known', async () => {
    const { words } = await read('qa_lead', '/results/heat?by=age')
    expect(words).toContain('18 and over Not known')
    expect(words).toContain('n 8 G 5 RI 2 I 1')
  })

  test('leads on to the audits behind a cell', async () => {
    const { html } = await read('qa_lead', '/results/heat?by=team')
    const href = /href="(\/results\/audits[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    const { words } = await read('qa_lead', href)
    expect(words).toContain('2 audits behind this figure.')
  })

  test.each([
    ['theme=cp plna', 'There is no theme “cp plna”. Did you mean “'],
    ['team=Nroth 1', 'There is no team “Nroth 1”. Did you mean “North 1”?'],
    ['status=cpp', 'There is no service status “cpp”'],
    ['kind=lerning', 'There is no kind of round “lerning”. Did you mean “learning”?'],
    ['period=5y', 'There is no period “5y”'],
    ['by=worker', 'There is no way to divide “worker”'],
    ['from=2026-02-30', '“2026-02-30” is a date that does not exist; check day and month'],
    [
      'from=2026-01-02&to=2026-01-01',
      'The period ends on 2026-01-01, before it begins on 2026-01-02.',
    ],
  ])('answers %s with what would be right', async (query, message) => {
    const { status, words } = await read('qa_lead', `/results/heat?${query}`)
    expect(status).toBe(422)
    expect(words).toContain(message)
  })

  test('says where a period has no round', async () => {
    const { status, words } = await read('qa_lead', '/results/heat?from=2001-01-01&to=2001-12-31')
    expect(status).toBe(200)
    expect(words).toContain('No round of this kind ended in this period.')
    expect(words).not.toContain('0%')
  })

  test('can be taken away, and that is recorded', async () => {
    const { html } = await read('qa_lead', '/results/heat.csv?by=status')
    const csv = await (await (await world.as('qa_lead')).get('/results/heat.csv?by=status')).text()
    expect(html).toBeDefined()
    expect(csv).toContain('theme,group,n,grade,count\n')
    expect(csv).toContain('cp_plan,Child protection,6,requires_improvement,2\n')
    const events = await world.db
      .selectFrom('event')
      .select('details')
      .where('type', '=', 'results.exported')
      .execute()
    expect(JSON.parse(events[0]?.details ?? '{}')).toMatchObject({ format: 'csv' })
  })
})

describe('the audits behind a figure', () => {
  test('lead back to the page that one came from, and to no other address', async () => {
    const heat = await read('qa_lead', '/results/heat?by=team')
    const href = heat.html.match(/href="(\/results\/audits[^"]+)"/)?.[1]?.replaceAll('&amp;', '&')
    const behind = await read('qa_lead', href ?? '')
    expect(behind.html).toContain('href="/results/heat?kind=learning&amp;period=1y&amp;by=team"')
    const elsewhere = '/results/audits?theme=cp_plan&back=https://example.org/'
    expect((await read('qa_lead', elsewhere)).html).not.toContain('example.org')
    const beside = '/results/audits?theme=cp_plan&back=//example.org/results/heat'
    expect((await read('qa_lead', beside)).html).not.toContain('example.org')
  })

  test('of what is known of a child are those of the whole council, whatever team the address names', async () => {
    const ofTeam = `/results/audits?theme=cp_plan&team=${world.teamId}`
    expect((await read('iro', ofTeam)).words).toContain('6 audits are counted in this figure')
    const bySex = await read('qa_lead', `${ofTeam}&sex=not_known`)
    expect(bySex.words).toContain('9 audits behind this figure')
    const byAge = await read('qa_lead', `${ofTeam}&age=not_known`)
    expect(byAge.words).toContain('9 audits behind this figure')
    // How many they are is for those who may read all of them.
    expect((await read('iro', `${ofTeam}&sex=not_known`)).words).not.toContain('9 audits')
  })
})

describe('coverage', () => {
  test('names first what a rolling year has not reached', async () => {
    const { status, words } = await read('qa_lead', '/results/coverage')
    expect(status).toBe(200)
    expect(words).toContain(
      'Since 13 Jan 2025 9 audits have reached 2 of 2 teams, 2 of 6 service statuses and 1 of 20 themes.'
    )
    expect(words).toContain('Not reached in the last twelve months')
    expect(words).toContain('Child in need : never audited')
    expect(words).toContain('North 1 n 6 28 Nov 2025')
  })

  test('is a gap the day after a year, and says when a place was last audited', async () => {
    const aged = await newWorld()
    await run(
      aged.context(),
      [
        HEADER,
        'A1,Old audit,2025-01-12,cp_plan,,good,North 1,cp',
        'A2,Old audit,2025-01-13,cp_plan,,good,Care 1,cp',
      ].join('\n')
    )
    const html = await (await (await aged.as('qa_lead')).get('/results/coverage')).text()
    const words = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(words).toContain('1 audit has reached 1 of 2 teams')
    expect(words).toContain('North 1 : last audited 12 Jan 2025')
  })

  test('has open cases as what could have been reached', async () => {
    await addCase(world.context(), {
      reference: '2001',
      serviceStatus: 'cin',
      teamId: world.teamId,
    })
    const { words } = await read('manager', '/results/coverage')
    expect(words).toContain('In 1 place a team that was reached has open cases of a status')
    expect(words).toContain('Child in need : never audited, 1 open case')
    expect(words).not.toContain('Care 1')
  })

  test('leads from each figure to its audits, of that team alone', async () => {
    const { html } = await read('qa_lead', '/results/coverage')
    const href = `/results/coverage/audits?place=${world.teamId}&amp;status=cp`
    expect(html).toContain(`href="${href}"`)
    const behind = await read('qa_lead', href.replaceAll('&amp;', '&'))
    expect(behind.status).toBe(200)
    expect(behind.words).toContain('Since 13 Jan 2025: North 1, Child protection')
    expect(behind.words).toContain('6 audits behind this figure.')
    const theme = await read('qa_lead', '/results/coverage/audits?theme=cp_plan')
    expect(theme.words).toContain('9 audits behind this figure.')
    const practitioner = await read('practitioner', '/results/coverage/audits?theme=cp_plan')
    expect(practitioner.words).toContain('9 audits are counted in this figure, of cases that are')
  })

  test.each([
    ['manager', 404],
    ['senior_leader', 404],
    ['practitioner', 404],
    ['iro', 200],
  ] as const)('of another service’s team answers a %s with %i', async (role, status) => {
    const found = await read(role, `/results/coverage/audits?place=${world.otherTeamId}`)
    expect(found.status).toBe(status)
  })

  test('says how sure the audited cases are of all that are open', async () => {
    const ctx = world.context()
    await addCaseWith(ctx, { serviceStatus: 'cin', teamId: world.teamId })
    const caseIds = []
    for (let place = 0; place < 10; place += 1) {
      caseIds.push(await addCaseWith(ctx, { serviceStatus: 'cp', teamId: world.teamId }))
    }
    const roundId = await createRoundWith(ctx)
    await addCases(ctx, { roundId, caseIds: caseIds.slice(0, 6) })
    const none = await read('qa_lead', '/results/coverage')
    expect(none.words).toContain('None of 11 open cases was audited in the last twelve months.')
    await world.db
      .updateTable('audit')
      .set({ is_counted: 1, audited_on: '2025-12-01' })
      .where('round_id', '=', roundId)
      .execute()
    const { words } = await read('qa_lead', '/results/coverage')
    // 1.959964 · √(0.25/6) · √(5/10) = 0.283
    expect(words).toContain(
      '6 of 11 open cases were audited in the last twelve months: a share found in them holds for all open cases give or take 29 points, if those audited were picked at random.'
    )
    expect(words).toContain('Child in need 1 0 none audited 1')
  })
})
