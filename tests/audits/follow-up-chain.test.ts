/** A follow-up of a follow-up: comes when both answers call for it and goes when either no longer does. */
import { expect, test } from 'vitest'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { parsedRubric } from '../rubrics/rubric-files.ts'
import { newApp } from '../support/app.ts'
import { openAudit } from '../support/round-builders.ts'
import { fields, htmx } from './open-audit-page.ts'

const file = 'rubrics/tea/1.yaml'
const chain = `key: tea
version: 1
title: Tea
judgement: leadership
source: Made up
scale: four_grade
applies: {}
items:
  - { key: tea.drunk, short: Drunk, question: Was it drunk?, kind: yes_no }
  - key: tea.cold
    short: Cold
    question: Was it cold?
    kind: yes_no
    shows_when: { item: tea.drunk, is: ["no"] }
  - key: tea.why
    short: Why cold
    question: Why was it cold?
    kind: text
    shows_when: { item: tea.cold, is: ["yes"] }
`

test('with a script and without', async () => {
  const t = await newApp()
  const ctx = t.context()
  const entry = { file, rubric: parsedRubric(chain, file), lines: new Map() }
  const { id } = await publishRubric(ctx, entry)
  const { auditId, auditorId } = await openAudit(ctx, { round: { rubricVersionIds: [id] } })
  const browser = await t.browserOf(auditorId)
  const at = `/audits/${auditId}`
  const openIn = (html: string) =>
    [...html.matchAll(/pl-gate( pl-gate--open)?" id="gate-tea-(\w+)"/g)].map(
      ([, open, name]) => `${name} ${open === undefined ? 'hidden' : 'shown'}`
    )
  const onPage = async () => openIn(await (await browser.get(`${at}/themes/tea`)).text())
  /** What a script is told after saving one answer: only what changed. */
  const autosave = async (key: string, value: string, revision: string) => {
    const sent = fields(key, value, { revision, evidence: 'Seen.' })
    return openIn(await (await browser.post(`${at}/answers/${key}`, sent, htmx)).text())
  }

  expect(await onPage()).toEqual(['cold hidden', 'why hidden'])
  expect(await autosave('tea.drunk', 'no', '0')).toEqual(['cold shown'])
  expect(await autosave('tea.cold', 'yes', '0')).toEqual(['why shown'])
  expect(await onPage()).toEqual(['cold shown', 'why shown'])
  // The first answer no longer asks for the second, and so nothing asks for the third.
  expect(await autosave('tea.drunk', 'yes', '1')).toEqual(['cold hidden', 'why hidden'])
  // Without a script the page brings both back, the second answer still in it.
  const posted = await browser.post(
    `${at}/themes/tea`,
    fields('tea.drunk', 'no', { revision: '2' })
  )
  expect(posted.status).toBe(303)
  expect(await onPage()).toEqual(['cold shown', 'why shown'])
})
