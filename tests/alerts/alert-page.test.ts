/** What the page of an alert puts before whoever has something to decide or to do. */
import { expect, test } from 'vitest'
import { emptyDraft } from '../../src/alerts/rules/draft.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { newApp } from '../support/app.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newAlertCouncil, raised, revisionOf } from './alert-council.ts'

const newPages = async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const page = async (who: 'iro' | 'worker' | 'serviceManager', id: string) =>
    (await plainBrowser(await app.browserOf(council.people[who])).open(`/alerts/${id}`)).words
  return { council, page }
}

test('whoever decides on an answer reads it above the decision, and of several rounds the last', async () => {
  const { council, page } = await newPages()
  const id = await raised(council)
  const take = async (who: 'iro' | 'worker', action: 'respond' | 'note', words: string) =>
    takeAlertStep(council.as(who), {
      alertId: id,
      action,
      revision: await revisionOf(council, id),
      words,
    })
  await take('worker', 'respond', 'It begins on Thursday.')
  await take('worker', 'respond', 'The carers know of it.')
  const words = await page('iro', id)
  const [before = ''] = words.split('A word on how it was resolved')
  expect(before).toContain('The answer')
  expect(before.indexOf('It begins on Thursday.')).toBeGreaterThan(0)
  expect(before.indexOf('The carers know of it.')).toBeGreaterThan(
    before.indexOf('It begins on Thursday.')
  )
  // Whoever has answered has nothing to decide.
  expect(await page('worker', id)).not.toContain('The answer')
})

test('an immediate risk says when it goes up the line, until it is acknowledged', async () => {
  const { council, page } = await newPages()
  const id = await raised(
    council,
    {
      rang: {
        ...emptyDraft.rang,
        person: council.people.manager,
        day: '12',
        month: '1',
        year: '2026',
        time: '9:45',
        means: 'phone',
      },
      others: [council.people.otherService],
    },
    { now: '2026-01-12T10:00:00.000Z', isImmediate: true }
  )
  const goesUp =
    'If nobody acknowledges it by Monday 12 January 2026 at 11:00, it goes up the line.'
  expect(await page('iro', id)).toContain(goesUp)
  await takeAlertStep(council.as('serviceManager'), {
    alertId: id,
    action: 'acknowledge',
    revision: 0,
    words: '',
  })
  expect(await page('iro', id)).not.toContain('it goes up the line')
})
