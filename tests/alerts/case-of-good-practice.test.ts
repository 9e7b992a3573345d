/** Good practice is raised about a case that its writer may open; of any other the draft says nothing, and it is recorded. */
import { expect, test } from 'vitest'
import { addCase } from '../../src/cases/add-case.ts'
import { newApp } from '../support/app.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newAlertCouncil } from './alert-council.ts'

const begin = async (who: 'manager' | 'stranger' | 'head' | 'director' | 'qaLead') => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const browser = plainBrowser(await app.browserOf(council.people[who]))
  const draftOf = async (references: string) =>
    browser.press(await browser.open('/alerts/new'), 'Good practice', { references })
  const refusals = async () =>
    (
      await council.ctx.db
        .selectFrom('event')
        .select(['subject_id', 'actor_id'])
        .where('type', '=', 'access.refused')
        .execute()
    ).map((event) => [event.subject_id, event.actor_id])
  return { council, browser, draftOf, refusals }
}

const answered = (reference: string) =>
  `“${reference}” is not a case that you may open. Check the reference. If it is right, ask the child’s reviewing officer or a QA lead to record it`

test('a manager of another team learns nothing of a case, not even that there is one', async () => {
  const { council, browser, draftOf, refusals } = await begin('stranger')
  const draft = await draftOf('C-100')
  expect(draft.words).toContain(answered('C-100'))
  expect(draft.words).not.toContain('child in care')
  expect(draft.words).not.toContain('works with case')
  expect(await refusals()).toEqual([[council.cases.one, council.people.stranger]])

  const none = await draftOf('C-999')
  expect(none.words).toContain(answered('C-999'))
  expect(none.words.replaceAll('C-999', 'C-100')).toBe(draft.words)

  const kept = await browser.press(draft, 'Share it', { concern: 'The visits were regular.' })
  expect(kept.words).toContain(`There is a problem${answered('C-100')}`)
  // Nobody could be proposed: that is no fault of its own.
  expect(kept.words).not.toContain('Choose at least one person')
  expect(
    await council.ctx.db
      .selectFrom('alert')
      .select('state')
      .where('number', 'is not', null)
      .execute()
  ).toEqual([])
})

test.each(['manager', 'head', 'director', 'qaLead'] as const)(
  'who may open the case is shown it and who works with it (%s)',
  async (who) => {
    const { draftOf, refusals } = await begin(who)
    const draft = await draftOf('C-100')
    expect(draft.words).toContain('C-100: child in care, North 1')
    expect(draft.words).toContain('works with case C-100')
    expect(await refusals()).toEqual([])
  }
)

test('a case of somebody else’s among one’s own is named alone', async () => {
  const { council, draftOf } = await begin('manager')
  await addCase(council.ctx, {
    reference: 'S-1',
    serviceStatus: 'cin',
    teamId: council.teams.south,
  })
  const draft = await draftOf('C-100, S-1')
  expect(draft.words).toContain(answered('S-1'))
  expect(draft.words).toContain('C-100: child in care, North 1')
})
