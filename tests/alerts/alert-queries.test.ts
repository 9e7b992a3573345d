/** Pages of one alert ask the database at most eight times, however much happened to it. */
import { expect, test } from 'vitest'
import { raiseAlert } from '../../src/alerts/raise-alert.ts'
import { emptyDraft } from '../../src/alerts/rules/draft.ts'
import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { addCase } from '../../src/cases/add-case.ts'
import { asPerson } from '../support/audit-answers.ts'
import { countQueries } from '../support/count-queries.ts'
import { newWorld } from '../support/world.ts'

test('an alert, its draft and My work take at most eight queries, with one step or with twenty', async () => {
  const world = await newWorld()
  await startAlertLists(world.context())
  const ctx = asPerson(world.context(), world.people.iro)
  await addCase(world.context(), {
    reference: 'Q-1',
    serviceStatus: 'care',
    teamId: world.otherTeamId,
    iroId: world.people.iro,
  })
  const start = (kind: string) =>
    startDraft(ctx, { kind, isImmediate: false, references: 'Q-1', auditId: null })
  const id = await start('formal')
  const outcome = await raiseAlert(ctx, {
    alertId: id,
    revision: 1,
    isNoName: true,
    fields: {
      ...emptyDraft,
      kind: 'formal',
      references: 'Q-1',
      categories: ['drift_and_delay'],
      concern: 'The assessment has not begun.',
      impact: 'Nobody knows what is right.',
      asked: 'Begin it.',
      others: [world.people.practitioner],
    },
  })
  expect(outcome.kind).toBe('raised')
  const draft = await start('informal')
  const browser = await world.as('iro')
  const count = async () => {
    const counted: Record<string, number> = {}
    for (const path of ['/', `/alerts/${id}`, `/alerts/${id}/child`, `/alerts/${draft}/draft`]) {
      await browser.get(path)
      const { response, queries } = await countQueries(world, browser, path)
      expect([path, response.status]).toEqual([path, 200])
      counted[path] = queries
    }
    return counted
  }
  const few = await count()
  expect(Object.entries(few).filter(([, queries]) => queries > 8)).toEqual([])
  for (let i = 0; i < 20; i += 1) {
    await takeAlertStep(ctx, { alertId: id, action: 'note', revision: 0, words: `Note ${i}.` })
  }
  expect(await count()).toEqual(few)
})
