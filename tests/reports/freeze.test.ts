/** Drafts of reports: words kept and carried on, conflicts, freezing for ever, issuing anew, and what is refused. */
import { beforeEach, describe, expect, test } from 'vitest'
import { textHash } from '../../src/events/event-hash.ts'
import { changeReport } from '../../src/reports/change-report.ts'
import { freezeReport } from '../../src/reports/freeze-report.ts'
import { reissueReport } from '../../src/reports/reissue-report.ts'
import { findReport } from '../../src/reports/report-store.ts'
import { readFrozen } from '../../src/reports/rules/frozen-content.ts'
import { chapterKeys } from '../../src/reports/rules/report-model.ts'
import type { ReportSettings } from '../../src/reports/rules/report-settings.ts'
import { saveReportWords } from '../../src/reports/save-report-words.ts'
import { startReport } from '../../src/reports/start-report.ts'
import { listWords } from '../../src/reports/words-store.ts'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
beforeEach(async () => {
  world = await newWorld()
})

const quarter: ReportSettings = {
  title: 'Quarterly report',
  audience: 'internal',
  from: '2017-01-01',
  to: '2017-03-31',
  teamId: null,
  status: null,
  kind: null,
  chapters: chapterKeys,
}

const rows = (round: string, on: string, counts: readonly (readonly [string, number])[]) =>
  counts.flatMap(([grade, many]) =>
    Array.from(
      { length: many },
      (_, at) => `${round}-${grade}-${at},${round},${on},Child in need plan,,${grade}`
    )
  )

/** 10, 18 and 9 in the last quarter of 2016; 7, 6 and 1 in the first of 2017. */
const importPlans = () =>
  run(
    world.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade',
      ...rows('Autumn', '2016-11-30', [
        ['good', 10],
        ['requires improvement', 18],
        ['inadequate', 9],
      ]),
      ...rows('Winter', '2017-02-28', [
        ['good', 7],
        ['requires improvement', 6],
        ['inadequate', 1],
      ]),
    ].join('\n')
  )

const sentence =
  '14 child in need plans were audited: 7 good or better (50%, 95% interval 27% to 73%), up from 10 of 37. This may be chance.'

const freeze = async (reportId: string) => {
  const report = await findReport(world.db, reportId)
  return freezeReport(world.context(), {
    reportId,
    council: 'Aldermere',
    revision: report?.revision ?? 0,
  })
}

const words = (reportId: string, narrative: string, revision = 0) =>
  saveReportWords(world.context(), {
    reportId,
    place: 'practice/cin_plan',
    narrative,
    sentence: null,
    proposed: sentence,
    revision,
  })

describe('a draft', () => {
  test('proposes the sentence from the figures, on the page and in the frozen report', async () => {
    await importPlans()
    const reportId = await startReport(world.context(), quarter)
    const lead = await world.as('qa_lead')
    expect(await (await lead.get(`/reports/${reportId}`)).text()).toContain(sentence)
    await freeze(reportId)
    expect(await (await lead.get(`/reports/${reportId}`)).text()).toContain(sentence)
  })

  test('keeps superseded words, and shows both where two people write', async () => {
    const reportId = await startReport(world.context(), quarter)
    expect((await words(reportId, 'Plans are clearer.')).kind).toBe('saved')
    expect((await words(reportId, 'Plans are much clearer.', 1)).kind).toBe('saved')
    const late = await words(reportId, 'Plans are no clearer.', 1)
    expect(late).toMatchObject({
      kind: 'conflict',
      words: { narrative: 'Plans are much clearer.' },
    })
    const kept = world.db.selectFrom('report_superseded_words').select(['revision', 'narrative'])
    expect(
      await kept
        .where('report_id', '=', reportId)
        .where('place', '=', 'practice/cin_plan')
        .execute()
    ).toEqual([{ revision: 1, narrative: 'Plans are clearer.' }])
  })

  test('says that the figures have changed since a sentence was edited', async () => {
    const reportId = await startReport(world.context(), quarter)
    await importPlans()
    await saveReportWords(world.context(), {
      reportId,
      place: 'practice/cin_plan',
      narrative: '',
      sentence: 'Half of the plans were good.',
      proposed: 'Something that was proposed before the figures changed.',
      revision: 0,
    })
    const page = await (await (await world.as('qa_lead')).get(`/reports/${reportId}/write`)).text()
    expect(page).toContain('The figures have changed since this sentence was edited.')
    expect(page).toContain('Half of the plans were good.')
  })

  test('begins with the narrative of the last report for the same readers', async () => {
    const first = await startReport(world.context(), quarter)
    await words(first, 'Plans are clearer.')
    const second = await startReport(world.context(), {
      ...quarter,
      from: '2017-04-01',
      to: '2017-06-30',
    })
    expect(await listWords(world.db, second)).toMatchObject([
      { narrative: 'Plans are clearer.', sentence: null, carriedFrom: 'Quarterly report' },
    ])
    const outside = await startReport(world.context(), { ...quarter, audience: 'external' })
    expect(await listWords(world.db, outside)).toEqual([])
  })
})

describe('a frozen report', () => {
  test('keeps its figures for ever, with a hash, and refuses words without losing them', async () => {
    await importPlans()
    const reportId = await startReport(world.context(), quarter)
    expect(await freeze(reportId)).toBe(1)
    const report = await findReport(world.db, reportId)
    expect(textHash(report?.content ?? '')).toBe(report?.contentHash)
    await run(
      world.context(),
      `audit_ref,round,audited_on,theme,item,grade\nlate,Winter,2017-02-28,Child in need plan,,good`
    )
    const lead = await world.as('qa_lead')
    expect(await (await lead.get(`/reports/${reportId}`)).text()).toContain(sentence)
    const sent = {
      place: 'practice/cin_plan',
      narrative: 'Typed while somebody froze it.',
      proposed: sentence,
      revision: '0',
    }
    const refused = await lead.post(`/reports/${reportId}/words`, sent)
    expect(refused.status).toBe(409)
    const page = await refused.text()
    expect(page).toContain('frozen as number 1')
    expect(page).toContain('Typed while somebody froze it.')
    const fragment = await lead.post(`/reports/${reportId}/words`, sent, { 'hx-request': 'true' })
    expect(fragment.status).toBe(409)
    expect(await fragment.text()).toContain('frozen as number 1')
  })

  test('is not made of what somebody has not seen', async () => {
    const reportId = await startReport(world.context(), quarter)
    await words(reportId, 'One more thing.')
    await expect(
      freezeReport(world.context(), { reportId, council: 'Aldermere', revision: 1 })
    ).rejects.toThrow('changed this report after you opened the page')
    expect(await findReport(world.db, reportId)).toMatchObject({ state: 'draft', number: null })
  })

  test('is given a number of its own when several are frozen at once', async () => {
    const drafts = []
    for (let more = 0; more < 4; more += 1) drafts.push(await startReport(world.context(), quarter))
    const numbers = await Promise.all(drafts.map(freeze))
    expect(numbers.toSorted()).toEqual([1, 2, 3, 4])
  })

  test('is issued anew once, with a reason and a number of its own', async () => {
    const first = await startReport(world.context(), quarter)
    await words(first, 'Plans are clearer.')
    await freeze(first)
    await expect(reissueReport(world.context(), { reportId: first, reason: ' ' })).rejects.toThrow(
      'Say why the report is issued anew'
    )
    const second = await reissueReport(world.context(), { reportId: first, reason: 'A late round' })
    await expect(
      reissueReport(world.context(), { reportId: first, reason: 'Again' })
    ).rejects.toThrow('There is already a draft that issues this report anew')
    expect(await freeze(second)).toBe(2)
    expect(await findReport(world.db, first)).toMatchObject({ number: 1, replacedBy: 2 })
    const content = readFrozen((await findReport(world.db, second))?.content ?? '')
    expect(content).toMatchObject({ replaces: 1, reason: 'A late round' })
    expect(content.words['practice/cin_plan']?.narrative).toBe('Plans are clearer.')
  })
})

test('a reference is found behind however many other numbers', async () => {
  await importPlans()
  const reportId = await startReport(world.context(), { ...quarter, audience: 'external' })
  const numbers = Array.from({ length: 600 }, (_, at) => `N-${at}`).join(' ')
  await words(reportId, `${numbers} Winter-good-1`)
  await expect(freeze(reportId)).rejects.toThrow('Take out “Winter-good-1”')
})

test('a report for outside is refused with a reference or a name of staff in its words', async () => {
  await importPlans()
  const reportId = await startReport(world.context(), { ...quarter, audience: 'external' })
  await words(reportId, 'Winter-good-1 was strong, as The manager saw.')
  await expect(freeze(reportId)).rejects.toThrow(
    /Take out “Winter-good-1”: it is the reference of a case or an audit\.\n.*Take out “The manager”/
  )
})

test('settings are refused to whoever did not see the newest', async () => {
  const reportId = await startReport(world.context(), quarter)
  await changeReport(world.context(), {
    reportId,
    settings: { ...quarter, title: 'One' },
    revision: 1,
  })
  await expect(
    changeReport(world.context(), { reportId, settings: { ...quarter, title: 'Two' }, revision: 1 })
  ).rejects.toThrow('changed this report after you opened the page')
})

test.each([
  [
    {
      period: 'own',
      'from-day': '9',
      'from-month': '3',
      'from-year': '2026',
      'to-day': '1',
      'to-month': '3',
      'to-year': '2026',
    },
    'The first day must not be after the last day',
  ],
  [{ period: '2026-02-01' }, 'Choose a period'],
  [{ period: 'own' }, 'Enter the first day'],
  [{ period: '2026-01-01', team: 'nowhere' }, 'There is no such team any more'],
  [{ period: '2026-01-01', status: 'lost' }, 'Choose a service status of the list'],
  [{ period: '2026-01-01', kind: 'party' }, 'Choose a kind of round of the list'],
])('what a report is about: %j', async (fields, message) => {
  const lead = await world.as('qa_lead')
  const answer = await lead.post('/reports/new', {
    audience: 'internal',
    chapters: ['summary'],
    ...fields,
  })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(message)
})

test('a period in which nothing was audited says so, and never 0%', async () => {
  const reportId = await startReport(world.context(), {
    ...quarter,
    from: '2030-01-01',
    to: '2030-03-31',
  })
  const page = await (await (await world.as('qa_lead')).get(`/reports/${reportId}`)).text()
  expect(page).toContain('No audits in this period.')
  expect(page).not.toContain('0%,')
})

test.each(['docx', 'xlsx', 'csv', 'json', 'html'])(
  'leaves as %s, and that is listed',
  async (format) => {
    await importPlans()
    const reportId = await startReport(world.context(), quarter)
    const lead = await world.as('qa_lead')
    const answer = await lead.get(`/reports/${reportId}/files/report.${format}`)
    expect(answer.status).toBe(200)
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(200)
    const list = await (await lead.get('/reports/exports')).text()
    expect(list).toContain('The qa_lead')
  }
)
