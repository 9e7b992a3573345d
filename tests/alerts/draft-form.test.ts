/** The way to a draft and its form: what comes filled in, and that nothing is lost when it refuses what was typed. */
import { expect, test } from 'vitest'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { newApp } from '../support/app.ts'
import { asPerson } from '../support/audit-answers.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'
import { newAlertCouncil } from './alert-council.ts'

test.each(['draft', 'raise'])(
  'a text too long to keep: all that was typed comes back (%s)',
  async (step) => {
    const world = await newWorld()
    const alertId = await startDraft(asPerson(world.context(), world.people.iro), {
      kind: 'informal',
      isImmediate: false,
      references: '',
      auditId: null,
    })
    const browser = await world.as('iro')
    const answer = await browser.post(`/alerts/${alertId}/${step}`, {
      revision: '1',
      kind: 'formal',
      references: 'C-100',
      concern: `${'Long. '.repeat(4_000)}The end of it.`,
      impact: 'What it means for this child.',
      'expected-day': '14',
    })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('This is too long to keep: use 4,000 characters or fewer')
    expect(page).toContain('The end of it.')
    expect(page).toContain('What it means for this child.')
    expect(page).toContain('value="14"')
  }
)

test('from a case: two presses and four fields, the reference filled in and those who answer ticked', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const browser = plainBrowser(await app.browserOf(council.people.iro))
  const door = await browser.open(`/alerts/new?case=${council.cases.one}`)
  expect(door.words).toContain('Case C-100')
  const draft = await browser.press(door, 'Formal alert')
  expect(draft.words).toContain('C-100: child in care, North 1')
  expect(draft.words).toContain('Formal alert: change the kind')
  const alert = await browser.press(draft, 'Raise the alert', {
    category: 'drift_and_delay',
    concern: 'The assessment agreed at the review has not begun.',
    impact: 'Nobody knows whether contact is good for this child.',
    asked: 'Begin the assessment.',
  })
  expect(alert.words).toContain('Addressed toTess Team, Team manager; Wanda Worker, Team manager')
  expect(alert.words).toContain('Formal alert')
})

test('an immediate risk from a case asks for a call, a case it has already, and a concern', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const browser = plainBrowser(await app.browserOf(council.people.iro))
  const door = await browser.open(`/alerts/new?case=${council.cases.one}`)
  const draft = await browser.press(door, 'I have rung: record an immediate risk')
  const list = /<select[^>]*name="person".*?<\/select>/s.exec(draft.html)?.[0] ?? ''
  const groups = [...list.matchAll(/<optgroup label="([^"]+)">(.*?)<\/optgroup>/gs)].map((each) => [
    each[1],
    [...(each[2] ?? '').matchAll(/<option[^>]*>([^<,]+)/g)].map((option) => option[1]),
  ])
  expect(groups.slice(0, 2)).toEqual([
    ['Works with the child', ['Wanda Worker']],
    ['Manages the team or the service', ['Sam Service', 'Tess Team']],
  ])
  expect(groups[2]?.[0]).toBe('Everybody else')
  expect(groups[2]?.[1]).not.toContain('Wanda Worker')
  const alert = await browser.press(draft, 'Send it now', {
    person: council.people.serviceManager,
    time: '08:50',
    means: 'phone',
    concern: 'Marks on both arms.',
  })
  expect(alert.words).toContain('Immediate risk')
  expect(alert.words).toContain('Sam Service')
})

test('an immediate risk sent empty says four things, from above, and asks for no role of nobody', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const browser = plainBrowser(await app.browserOf(council.people.iro))
  const door = await browser.open('/alerts/new')
  const draft = await browser.press(door, 'I have rung: record an immediate risk')
  const refused = await browser.press(draft, 'Send it now')
  const faults = [...refused.html.matchAll(/<li><a href="#([^"]+)">/g)].map((match) => match[1])
  expect(faults).toEqual(['person', 'time', 'means', 'references', 'to', 'concern'])
  expect(refused.html).not.toMatch(
    /<details[^>]* open[^>]*><summary[^>]*><span[^>]*>Somebody who is not in the list/
  )
})
