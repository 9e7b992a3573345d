/** A council's own version beside history on version 1: the line goes on where the question means the same, and breaks where not. */
import { beforeEach, expect, test } from 'vitest'
import { saveSection } from '../../src/audits/save-section.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { loadCommandModel } from '../../src/reports/load-command-model.ts'
import { loadReport } from '../../src/reports/load-report.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { asPerson, goodAnswers, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { publishCouncilVersion } from '../support/council-version.ts'
import { countQueries } from '../support/count-queries.ts'
import { publishedRubric } from '../support/published-rubrics.ts'
import { run } from '../support/results-file.ts'
import { addCaseWith, createRoundWith } from '../support/round-builders.ts'

/** A round of so many submitted audits, all graded good, on the versions given. */
const runRound = async (
  ctx: Context,
  name: string,
  month: string,
  round: { rubricVersionIds?: readonly string[]; further?: typeof goodAnswers; count?: number }
) => {
  const { rubricVersionIds, further = [], count = 6 } = round
  const roundId = await createRoundWith(ctx, {
    name,
    windowFrom: `${month}-01`,
    windowTo: `${month}-28`,
    dueOn: `${month}-28`,
    ...(rubricVersionIds ? { rubricVersionIds } : {}),
  })
  const auditorId = await addPersonWith(ctx)
  const own = asPerson(ctx, auditorId)
  const caseIds = []
  for (let place = 0; place < count; place += 1) caseIds.push(await addCaseWith(ctx))
  const audits = await addCases(ctx, { roundId, caseIds })
  for (const auditId of audits) {
    await allocateAudit(ctx, { auditId, auditorId, seenAuditorId: null })
  }
  await openRound(ctx, { roundId })
  const grade = { grade: 'good', reason: '', revision: 0 }
  const left = further.length === 0 ? [] : ['cp.months_on_plan']
  for (const auditId of audits) {
    await saveSection(own, {
      auditId,
      answers: [...goodAnswers.filter(({ itemKey }) => !left.includes(itemKey)), ...further],
      grade: { theme: 'cp_plan', ...grade },
    })
    await saveThemeGrade(own, { auditId, theme: 'audit', ...grade })
    const submitted = await submitAudit(own, { auditId })
    if (!submitted.ok) throw new Error(submitted.missing.map(({ text }) => text).join('; '))
  }
  return roundId
}

const history = (round: string, on: string, prefix: string) =>
  Array.from({ length: 6 }, (_, place) =>
    ['', 'cp.clarity', 'cp.visits'].map(
      (item) => `${prefix}${place},${round},${on},cp_plan,${item},${place < 3 ? 'good' : 'RI'}`
    )
  ).flat()

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', '’')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')

let t: TestApp
let lead: Browser

beforeEach(async () => {
  t = await newApp()
  t.setNow('2026-01-12T09:00:00.000Z')
  await publishedRubric(t.context(), 'common')
  await publishedRubric(t.context(), 'cp_plan')
  await run(
    t.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade',
      ...history('Old audit', '2025-03-10', 'H'),
    ].join('\n')
  )
  await runRound(t.context(), 'Winter audit', '2026-01', {})
  t.setNow('2026-02-02T09:00:00.000Z')
  const publisher = await addPersonWith(t.context(), { name: 'Ines Publisher' })
  const versionId = await publishCouncilVersion(asPerson(t.context(), publisher))
  t.setNow('2026-03-30T09:00:00.000Z')
  await runRound(t.context(), 'Spring audit', '2026-03', {
    rubricVersionIds: [versionId],
    further: [sent('cp.plan_given', ['yes'])],
  })
  lead = await t.signIn(['qa_lead'])
})

const page = async (query: string) =>
  await (await lead.get(`/results?theme=cp_plan&period=all${query}`)).text()

const chartOf = (html: string) => /<svg viewBox.*?<\/svg>/s.exec(html)?.[0] ?? ''
const rowOf = (html: string, round: string) =>
  wordsOf(new RegExp(`<tr><th scope="row">${round}.*?</tr>`, 's').exec(html)?.[0] ?? '').trim()

test('an item that means the same goes on over spreadsheet, version 1 and the council’s version', async () => {
  const html = await page('&item=cp.clarity')
  expect(html).not.toContain('pl-chart__break')
  expect(wordsOf(html)).not.toContain('changed')
  expect(rowOf(html, 'Spring audit')).toMatch(/6 0 6 0 0 100% .* No clear change$/)
  expect(wordsOf(html)).toContain('2 pairs of rounds, one after the other, were compared')
})

test('an item of another meaning breaks the chart, the table and every comparison', async () => {
  const html = await page('&item=cp.visits')
  const words = wordsOf(html)
  expect(words).toContain(
    'Question changed. Between Winter audit and Spring audit the question changed: they are not compared, and the chart does not join them. Since Spring audit it is that of version 1-local.1, published on Monday 2 February 2026 by Ines Publisher. Why: “Our rate is stricter”'
  )
  expect(html).toContain('href="/rubrics/cp_plan/compare?from=1&amp;to=1-local.1"')
  const chart = chartOf(html)
  expect(chart.match(/<g class="pl-chart__break".*?<\/g>/s)?.[0]).toMatch(
    /<line .*>Question changed</s
  )
  expect(chart).toContain(
    'A gap with a dashed line, “Question changed”, stands between Winter audit and Spring audit: the bars on either side do not mean the same.'
  )
  expect(rowOf(html, 'Spring audit')).toMatch(
    /^Spring audit Still open: not all audits are in Question changed 6 .* Not comparable$/
  )
  expect(rowOf(html, 'Winter audit')).toMatch(/100% 61% to 100% Improved$/)
  expect(words).toContain(
    '1 pair of rounds, one after the other, was compared: 1 improved and 0 declined. About one pair in twenty looks like a change by chance alone. 1 pair was not compared, because the two rounds do not mean the same.'
  )
  expect(words).toContain(
    'In the last twelve months 6 of 6 audits were good or better (100%, 95% interval 61% to 100%, a very small sample). Winter audit and Spring audit are still open: not all of their audits are in. This is not compared with another twelve months'
  )
  const link = /href="(\/rubrics\/cp_plan\/compare[^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  expect((await lead.get(link ?? '')).status).toBe(200)
})

test('the grade of the theme breaks as its publisher said', async () => {
  const words = wordsOf(await page(''))
  expect(words).toContain(
    'Meaning changed. Between Winter audit and Spring audit what the grade of the theme stands for changed'
  )
  // Nothing was said of the theme alone; the note of the version stands for it.
  expect(words).toContain('Why: “After the practice week”')
  expect(
    wordsOf(await page('').then(() => lead.get('/results?period=all').then((r) => r.text())))
  ).not.toContain('changed')
})

test('what is new begins and what was left out ends, and the page says so', async () => {
  expect(wordsOf(await page('&item=cp.plan_given'))).toContain(
    'This item is new with version 1-local.1, published on Monday 2 February 2026 by Ines Publisher: its line begins there.'
  )
  const gone = wordsOf(await page('&item=cp.months_on_plan'))
  expect(gone).toContain(
    'This item is not asked any more since version 1-local.1, published on Monday 2 February 2026 by Ines Publisher: its line ends with the last round that asked it.'
  )
  expect(gone).toContain('Winter audit')
  expect(gone).not.toContain('Spring audit')
})

test('the file of the page says since which version each round’s question is what it is', async () => {
  const csv = async (item: string) =>
    (await (await lead.get(`/results.csv?theme=cp_plan&period=all&item=${item}`)).text())
      .trim()
      .split('\n')
      .map((line) => line.split(','))
  expect((await csv('cp.visits')).map((cells) => `${cells[2]} ${cells.at(-1)}`)).toEqual([
    'round meaning_since',
    'Spring audit 1-local.1',
    'Winter audit 1',
    'Old audit 1',
  ])
  expect((await csv('cp.clarity'))[0]).not.toContain('meaning_since')
})

test('the report leaves out changes across a break and lists it, without words for those outside', async () => {
  const report = await loadReport(t.db, { from: null, to: null, theme: 'cp_plan' })
  const pairs = (item: string | null) =>
    report.changes
      .filter((change) => change.item === item)
      .map(({ fromRound, toRound }) => `${fromRound} > ${toRound}`)
  expect(pairs('cp.clarity')).toEqual(['Old audit > Winter audit', 'Winter audit > Spring audit'])
  expect(pairs('cp.visits')).toEqual(['Old audit > Winter audit'])
  expect(pairs(null)).toEqual(['Old audit > Winter audit'])
  const between = { roundKind: 'learning', fromRound: 'Winter audit', toRound: 'Spring audit' }
  const versions = { fromVersion: '1', toVersion: '1-local.1' }
  expect(report.breaks).toEqual([
    {
      theme: 'cp_plan',
      item: null,
      ...between,
      cause: 'meaning',
      ...versions,
      reason: 'After the practice week',
    },
    {
      theme: 'cp_plan',
      item: 'cp.visits',
      ...between,
      cause: 'meaning',
      ...versions,
      reason: 'Our rate is stricter',
    },
  ])
  const filters = { from: null, to: null, theme: 'cp_plan' }
  const { data: outside } = await loadCommandModel(t.db, filters, 'external', t.context().now)
  expect(outside.breaks.map(({ item, reason }) => [item, reason])).toEqual([
    [null, null],
    ['cp.visits', null],
  ])
  expect(JSON.stringify(outside)).not.toContain('stricter')
})

test('the page takes no more queries for its breaks', async () => {
  for (const item of ['', '&item=cp.visits', '&item=cp.plan_given']) {
    const path = `/results?theme=cp_plan&period=all${item}`
    expect((await countQueries(t, lead, path)).queries).toBeLessThanOrEqual(8)
  }
})

test('a round that gets imported audits beside its own on another meaning stands by itself', async () => {
  await run(
    t.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade',
      ...history('Spring audit', '2026-03-20', 'J'),
    ].join('\n')
  )
  const visits = await page('&item=cp.visits')
  expect(wordsOf(visits)).toContain(
    'Two versions. Audits of Spring audit were made with different versions, 1 and 1-local.1, in which the question is not the same. That round stands by itself and is compared with no other. See what changed from version 1 to 1-local.1'
  )
  expect(chartOf(visits)).toContain('>Two versions<')
  expect(await page('&item=cp.clarity')).not.toContain('pl-chart__break')
})

test('of several versions of a round those that counted audits have are taken', async () => {
  const { id: roundId } = await t.db
    .selectFrom('round')
    .select('id')
    .where('name', '=', 'Winter audit')
    .executeTakeFirstOrThrow()
  const { id: versionId } = await t.db
    .selectFrom('rubric_version')
    .select('id')
    .where('version', '=', '1-local.1')
    .executeTakeFirstOrThrow()
  await t.db
    .insertInto('round_version')
    .values({ theme: 'cp_plan', round_id: roundId, rubric_version_id: versionId })
    .execute()
  expect(await page('&item=cp.visits')).not.toContain('Two versions')
  expect((await loadReport(t.db, { from: null, to: null })).breaks).toHaveLength(2)

  const { id } = await t.db
    .selectFrom('audit')
    .select('id')
    .where('round_id', '=', roundId)
    .limit(1)
    .executeTakeFirstOrThrow()
  await t.db
    .updateTable('audit_theme')
    .set({ rubric_version_id: versionId })
    .where('audit_id', '=', id)
    .where('theme', '=', 'cp_plan')
    .execute()
  const html = await page('&item=cp.visits')
  expect(wordsOf(html)).toContain('Audits of Winter audit were made with different versions')
  expect(rowOf(html, 'Winter audit')).toContain('Two versions 6')
  expect(rowOf(html, 'Spring audit')).toContain('After a round of two versions 6')
  const { breaks } = await loadReport(t.db, { from: null, to: null })
  expect(breaks.filter(({ item }) => item === 'cp.visits').map(({ cause }) => cause)).toEqual([
    'mixed',
    'mixed',
  ])
})
