/** Themes on other scales than the four grades, from the audit form to the results page and the report. */
import { expect, test } from 'vitest'
import { saveSection } from '../../src/audits/save-section.ts'
import { saveThemeGrade } from '../../src/audits/save-theme-grade.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import type { Context } from '../../src/db/transaction.ts'
import { loadCommandModel } from '../../src/reports/load-command-model.ts'
import { loadReport } from '../../src/reports/load-report.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { openRound } from '../../src/rounds/open-round.ts'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { parsedRubric } from '../rubrics/rubric-files.ts'
import { newApp } from '../support/app.ts'
import { asPerson, sent } from '../support/audit-answers.ts'
import { addPersonWith } from '../support/builders.ts'
import { addCaseWith, createRoundWith } from '../support/round-builders.ts'

const itemOf = (key: string, short: string, values: readonly string[]) => `
  - key: ${key}
    short: ${short}
    question: ${short}, as the record shows?
    guidance: Look at the notes.
    kind: grade
    descriptors:
${values.map((value) => `      "${value}": The record shows ${value.replaceAll('_', ' ')}`).join('\n')}`

const fileOf = (key: string, title: string, scale: string, items: readonly string[]) => `key: ${key}
version: 1
title: ${title}
judgement: leadership
source: Made up
scale: ${scale}
applies: {}
items:${items.join('')}
`

const RAG = ['green', 'amber', 'red']
const FREQUENCY = ['always', 'usually', 'sometimes', 'never', 'not_stated']
const SOMETIMES = ['yes', 'no', 'sometimes']

const files = [
  fileOf('home', 'Home safety', 'rag', [
    itemOf('home.smoke', 'Smoke alarms', RAG),
    itemOf('home.sleep', 'Safe sleep', RAG),
  ]),
  fileOf('meals', 'Meals', 'frequency', [itemOf('meals.hot', 'Hot meals', FREQUENCY)]),
  fileOf('pets', 'Pets', 'yes_no_sometimes', [itemOf('pets.kept', 'Pets kept', SOMETIMES)]),
]

/** Audits in one open round, all of one auditor. */
const setUp = async (ctx: Context, count: number) => {
  const rubricVersionIds = []
  for (const content of files) {
    const file = `rubrics/${/key: (\w+)/.exec(content)?.[1]}/1.yaml`
    const entry = { file, rubric: parsedRubric(content, file), lines: new Map() }
    rubricVersionIds.push((await publishRubric(ctx, entry)).id)
  }
  const roundId = await createRoundWith(ctx, { rubricVersionIds, name: 'Scales' })
  const auditorId = await addPersonWith(ctx)
  const caseIds = []
  for (let place = 0; place < count; place += 1) caseIds.push(await addCaseWith(ctx))
  const audits = await addCases(ctx, { roundId, caseIds })
  for (const auditId of audits) {
    await allocateAudit(ctx, { auditId, auditorId, seenAuditorId: null })
  }
  await openRound(ctx, { roundId })
  return { roundId, auditorId, audits }
}

/** Answered, graded and submitted through the verbs. */
const complete = async (own: Context, auditId: string, home: string, meals: string) => {
  const words = { evidence: 'Seen at the visit.' }
  await saveSection(own, {
    auditId,
    grade: undefined,
    answers: [
      sent('home.smoke', [home], words),
      sent('home.sleep', [home], words),
      sent('meals.hot', [meals], words),
      sent('pets.kept', ['sometimes'], words),
      sent('common.safe_now', ['yes']),
      sent('common.impact', ['good'], words),
      sent('common.family_feedback', ['parent']),
      sent('common.worker_involved', ['before_grading']),
    ],
  })
  await saveThemeGrade(own, { auditId, theme: 'home', grade: home, reason: '', revision: 0 })
  if (meals !== 'not_stated') {
    await saveThemeGrade(own, { auditId, theme: 'meals', grade: meals, reason: '', revision: 0 })
  }
  const submitted = await submitAudit(own, { auditId })
  if (!submitted.ok) throw new Error(submitted.missing.map(({ text }) => text).join('; '))
}

const wordsOf = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replaceAll('&#39;', '’')

test('an audit on red, amber and green is answered, graded, submitted and read', async () => {
  const t = await newApp()
  const { auditorId, audits } = await setUp(t.context(), 1)
  const browser = await t.browserOf(auditorId)
  const at = `/audits/${audits[0]}`
  const page = async (path: string) => wordsOf(await (await browser.get(path)).text())

  const form = await (await browser.get(`${at}/themes/home`)).text()
  const offered = [...form.matchAll(/name="(value:home.smoke|grade)" value="(\w+)"/g)]
  expect(offered.map(([, name, value]) => `${name} ${value}`)).toEqual([
    'value:home.smoke green',
    'value:home.smoke amber',
    'value:home.smoke red',
    'value:home.smoke not_applicable',
    'value:home.smoke not_enough_evidence',
    'grade green',
    'grade amber',
    'grade red',
  ])
  const field = (key: string, value: string) => ({
    [`value:${key}`]: value,
    [`evidence:${key}`]: '',
    [`reason:${key}`]: '',
    [`revision:${key}`]: '0',
  })
  const foreign = await browser.post(`${at}/themes/home`, field('home.smoke', 'good'))
  expect(foreign.status).toBe(422)
  expect(wordsOf(await foreign.text())).toContain('Choose one of the grades.')
  const saved = await browser.post(`${at}/themes/home`, {
    ...field('home.smoke', 'green'),
    ...field('home.sleep', 'red'),
    grade: 'amber',
    grade_reason: '',
    grade_revision: '0',
  })
  expect(saved.status).toBe(303)
  // The worse of two middle values; no cap of the four grades holds it.
  const side = await page(`${at}/themes/home`)
  expect(side).toContain('Indicative grade R Red Progress')
  expect(await page(`${at}/check`)).toContain(
    'Write what in the record shows that ‘Safe sleep’ is red'
  )
  expect(await page(`${at}/check`)).toContain(
    'Say why your grade for Home safety differs from the indicative grade'
  )

  // On a scale without an order there is no grade to choose.
  const pets = await (await browser.get(`${at}/themes/pets`)).text()
  expect(pets).not.toContain('Your grade for Pets')
  expect(wordsOf(pets)).toContain('The answers to this theme are counted and make no grade.')
})

test('results and reports follow each theme’s scale', async () => {
  const t = await newApp()
  const ctx = t.context()
  const { auditorId, audits } = await setUp(ctx, 7)
  const own = asPerson(ctx, auditorId)
  const homes = ['green', 'green', 'green', 'green', 'amber', 'amber', 'red']
  const meals = ['always', 'usually', 'sometimes', 'never', 'never', 'not_stated', 'not_stated']
  for (const [place, auditId] of audits.entries()) {
    await complete(own, auditId, homes[place] ?? '', meals[place] ?? '')
  }

  const lead = await t.signIn(['qa_lead'])
  const page = async (query: string) =>
    await (await lead.get(`/results?period=all&${query}`)).text()
  const home = await page('theme=home')
  const words = wordsOf(home)
  expect(words).toContain('G Green A Amber R Red Number of audits in each bar')
  expect(words).toContain('From the top: green, amber, red.')
  expect(words).toContain('4 of 7 audits were green (57%')
  expect(words).toMatch(/Round n Green Amber Red Green 95% interval/)
  expect([...home.matchAll(/<g class="pl-bar--(\w+)">/g)].map(([, look]) => look)).toEqual([
    'good',
    'requires_improvement',
    'inadequate',
  ])
  const hot = wordsOf(await page('theme=meals&item=meals.hot'))
  expect(hot).toMatch(/Round n Always Usually Sometimes Never Always or usually/)
  expect(hot).toMatch(/Not stated Scales .* 5 1 1 1 2 40%/)
  const pets = wordsOf(await page('theme=pets&item=pets.kept'))
  expect(pets).toMatch(/Round n Yes No Sometimes Scales/)
  expect(pets).not.toContain('95% interval')

  const csv = await (await lead.get('/results.csv?period=all&theme=home')).text()
  expect(csv.split('\n').slice(0, 2)).toEqual([
    'theme,item,round,round_kind,round_date,n,outstanding,good,requires_improvement,inadequate,not_applicable,not_enough_evidence,good_or_better,good_or_better_percent,low,high,scale,rag_green,rag_amber,rag_red',
    'home,,Scales,learning,2026-01-30,7,,,,,0,0,4,57,0.2505,0.8418,rag,4,2,1',
  ])

  const report = await loadReport(t.db, { from: null, to: null })
  const entryOf = (theme: string, item: string | null) =>
    report.distributions.find((entry) => entry.theme === theme && entry.item === item)
  expect(entryOf('home', null)).toEqual({
    theme: 'home',
    item: null,
    round: 'Scales',
    roundKind: 'learning',
    roundDate: '2026-01-30',
    scale: 'rag',
    positive: ['green'],
    n: 7,
    counts: { green: 4, amber: 2, red: 1 },
    percent: { green: 57, amber: 29, red: 14 },
    notApplicable: 0,
    notEnoughEvidence: 0,
    goodOrBetter: { count: 4, percent: 57, low: 0.2505, high: 0.8418 },
  })
  expect(entryOf('meals', 'meals.hot')).toMatchObject({
    scale: 'frequency',
    n: 5,
    outside: { not_stated: 2 },
    goodOrBetter: { count: 2, percent: 40 },
  })
  expect(entryOf('pets', null)).toBeUndefined()
  expect(entryOf('pets', 'pets.kept')).toMatchObject({
    positive: [],
    counts: { yes: 0, no: 0, sometimes: 7 },
    goodOrBetter: null,
  })
  // No theme of this round is on the four grades, so there is no audit grade to count.
  expect(entryOf('audit', null)).toBeUndefined()

  const filters = { from: null, to: null }
  const { data: outside } = await loadCommandModel(t.db, filters, 'external', t.context().now)
  expect(
    outside.distributions.find(({ theme, item }) => theme === 'home' && item === null)
  ).toMatchObject({
    counts: { green: 'c', amber: 'c', red: 'c' },
    percent: { green: 'c', amber: 'c', red: 'c' },
  })
})

test('a submitted audit is read and copied in the words of its scale', async () => {
  const t = await newApp()
  const ctx = t.context()
  const { auditorId, audits } = await setUp(ctx, 1)
  const [auditId = ''] = audits
  await complete(asPerson(ctx, auditorId), auditId, 'amber', 'not_stated')
  const browser = await t.browserOf(auditorId)
  const read = wordsOf(await (await browser.get(`/audits/${auditId}`)).text())
  expect(read).toContain('Grade for Home safety A Amber')
  expect(read).toContain('NS Not stated')
  expect(read).not.toContain('Grade for Pets')

  const lead = await t.signIn(['qa_lead'])
  const rubric = wordsOf(await (await lead.get('/rubrics/home/1')).text())
  expect(rubric).toContain('Red, amber, green. Best first: Green, Amber, Red.')
  expect(rubric).toContain('A Amber The record shows amber')
})
