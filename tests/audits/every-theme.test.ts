/** Every theme of the library as an auditor meets it: all its items on a real form, follow-ups called for by answers. */
import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { appliesTo } from '../../src/rubrics/rules/applicability.ts'
import type { Item } from '../../src/rubrics/rules/rubric.ts'
import { serviceStatuses } from '../../src/rubrics/rules/service-status.ts'
import { newApp } from '../support/app.ts'
import { addPersonWith } from '../support/builders.ts'
import { readRubric } from '../support/published-rubrics.ts'
import { openAudit } from '../support/round-builders.ts'
import { fields } from './open-audit-page.ts'

const themes = readdirSync('rubrics', { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'common')
  .map(({ name }) => name)

/** Of each status a child of 17 with every flag that a theme asks for. */
const children = serviceStatuses.map((status) => ({
  status,
  age: 17,
  flags: ['exploitation', 'missing'],
}))

const idOf = (key: string) => key.replaceAll('.', '-')

/** What the form offers for an item, in the order of the page. */
const offered = (html: string, key: string): string[] =>
  [...html.matchAll(/<input[^>]*>|<textarea[^>]*>/g)]
    .map(([tag]) => tag)
    .filter((tag) => tag.includes(`name="value:${key}"`))
    .map((tag) =>
      /type="text"|<textarea/.test(tag) ? 'typed' : (/value="(\w+)"/.exec(tag)?.[1] ?? '')
    )

const expected = (item: Item): string[] => {
  if (item.kind === 'grade') {
    return [
      'outstanding',
      'good',
      'requires_improvement',
      'inadequate',
      'not_applicable',
      'not_enough_evidence',
    ]
  }
  if (item.kind === 'text') return ['typed']
  const answers =
    item.kind === 'yes_no'
      ? ['yes', 'no']
      : item.kind === 'number'
        ? ['typed']
        : item.choices.map(({ key }) => key)
  return [...answers, 'not_applicable', 'not_enough_evidence']
}

test('there are nineteen', () => {
  expect(themes).toHaveLength(19)
})

test.each(themes)('%s applies to some child, and its form asks everything', async (key) => {
  const rubric = readRubric(key)
  const child = children.find((facts) => appliesTo(rubric, facts))
  expect(child).toBeDefined()

  const t = await newApp()
  const auditorId = await addPersonWith(t.context())
  const { auditId } = await openAudit(t.context(), {
    auditorId,
    rubrics: [key],
    case: { serviceStatus: child?.status ?? 'cp' },
  })
  const browser = await t.browserOf(auditorId)
  const at = `/audits/${auditId}/themes/${key}`
  const read = async () => (await browser.get(at)).text()
  const isShown = (html: string, item: Item) =>
    item.showsWhen === undefined ||
    html.includes(`<span class="pl-gate pl-gate--open" id="gate-${idOf(item.key)}">`)

  const html = await read()
  // Nothing is chosen for the auditor, "not applicable" least of all.
  expect(html).not.toMatch(/<input[^>]*name="(value:|grade)[^>]*checked/)
  for (const item of rubric.items) {
    expect(html).toContain(`id="item-${idOf(item.key)}"`)
    expect([item.key, ...offered(html, item.key)]).toEqual([item.key, ...expected(item)])
    if (item.kind === 'grade') {
      for (const text of Object.values(item.descriptors)) {
        expect(html.replaceAll('&#39;', "'").replaceAll('&quot;', '"')).toContain(text)
      }
    }
    // A follow-up waits for its answer; once that is saved, without any script, it is there.
    expect(isShown(html, item)).toBe(item.showsWhen === undefined)
    if (item.showsWhen === undefined) continue
    const [answer = ''] = item.showsWhen.is
    expect((await browser.post(at, fields(item.showsWhen.item, answer))).status).toBe(303)
    expect(isShown(await read(), item)).toBe(true)
  }
})
