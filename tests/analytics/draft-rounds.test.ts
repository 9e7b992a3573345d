/** What is planned in a round that was not opened counts nowhere: not as due in a report, and not as a round of a page. */
import { beforeEach, expect, test } from 'vitest'
import { listRounds } from '../../src/analytics/store.ts'
import { loadCommandModel } from '../../src/reports/load-command-model.ts'
import { addCases } from '../../src/rounds/add-cases.ts'
import { addCaseWith, createRoundWith, openAudit } from '../support/round-builders.ts'
import { newWorld, type World } from '../support/world.ts'

/** Everything that there is. */
const WHOLE = { from: null, to: null }

let world: World

beforeEach(async () => {
  world = await newWorld()
})

/** A draft with two cases, of the kind and window of an open round with one. */
const plan = async () => {
  const ctx = world.context()
  const draft = await createRoundWith(ctx, { name: 'Only planned' })
  const caseIds = [await addCaseWith(ctx), await addCaseWith(ctx)]
  await addCases(ctx, { roundId: draft, caseIds })
  await openAudit(ctx, { round: { name: 'Under way' } })
}

test('the pages of results know nothing of a draft', async () => {
  await plan()
  const names = (await listRounds(world.db)).map(({ name }) => name)
  expect(names).toContain('Under way')
  expect(names).not.toContain('Only planned')
  const lead = await world.as('qa_lead')
  expect(await (await lead.get('/results/compare?compare=rounds')).text()).not.toContain(
    'Only planned'
  )
})

test('a report counts as due what an open round asks for, and nothing of a draft', async () => {
  await plan()
  const model = JSON.stringify(
    await loadCommandModel(world.db, WHOLE, 'internal', world.context().now)
  )
  expect(model).toContain('Under way')
  expect(model).not.toContain('Only planned')
  await world.db.updateTable('round').set({ state: 'open' }).execute()
  const opened = JSON.stringify(
    await loadCommandModel(world.db, WHOLE, 'internal', world.context().now)
  )
  expect(opened).toContain('Only planned')
})
