/** What the register finds alerts by is looked at again by `check`: what was lost or left behind is named. */
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { takeAlertStep } from '../../src/alerts/take-alert-step.ts'
import { newAlertCouncil, raised, revisionOf } from './alert-council.ts'

const ofAlerts = async (council: Awaited<ReturnType<typeof newAlertCouncil>>) =>
  (await checkDatabase(council.ctx)).filter((line) => line.startsWith('register of alerts'))

test('nothing is wrong after alerts were raised, answered and closed', async () => {
  const council = await newAlertCouncil()
  const first = await raised(council)
  await raised(council, { kind: 'formal', references: 'C-101, P-7' })
  const step = { alertId: first, revision: await revisionOf(council, first), words: 'Begun.' }
  await takeAlertStep(council.as('worker'), { ...step, action: 'respond' })
  expect(await ofAlerts(council)).toEqual([])
})

test('an alert that a set has lost, and one that it should not have, are named', async () => {
  const council = await newAlertCouncil()
  await raised(council)
  await council.ctx.db.deleteFrom('alert_set').where('trait', '=', 'kind:informal').execute()
  await council.ctx.db.updateTable('alert').set({ state: 'resolved' }).execute()
  expect(await ofAlerts(council)).toEqual([
    expect.stringMatching(
      /^register of alerts: ‘due:\d{4}-\d\d-\d\d’ holds alert 1, which is not so$/
    ),
    'register of alerts: ‘kind:informal’ lacks alert 1',
    'register of alerts: ‘state:open’ holds alert 1, which is not so',
    'register of alerts: ‘state:resolved’ lacks alert 1',
  ])
})
