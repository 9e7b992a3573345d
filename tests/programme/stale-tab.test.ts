/** An old tab without a script: what was typed for an audit that moved is told and shown, so that nothing is lost. */
import { expect, test } from 'vitest'
import { allocateAudit } from '../../src/rounds/allocate-audit.ts'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'
import { openRoundOf, startIt } from './council.ts'

test('a former auditor reads what they typed and can copy it', async () => {
  const world = await newWorld()
  const { manager, iro } = world.people
  const { auditIds } = await openRoundOf(world.context(), { '4401': { auditorId: manager } })
  const auditId = auditIds['4401'] ?? ''
  await startIt(world.context(), auditId, manager)
  const browser = plainBrowser(await world.as('manager'))
  const open = await browser.open(`/audits/${auditId}/themes/cp_plan`)
  await allocateAudit(world.context(), { auditId, auditorId: iro, seenAuditorId: manager })
  const told = await browser.press(open, 'Save and go to the list', {
    'evidence:cp.visits': 'The visits of May <b>were</b> late',
  })
  expect(told.status).toBe(409)
  expect(told.words).toContain('This audit was given to another auditor.')
  expect(told.words).toContain('What you sent, for you to copy')
  expect(told.words).toContain('The visits of May <b>were</b> late')
  expect(told.html).not.toContain('<b>were</b>')
  const answers = await world.db.selectFrom('answer').select('item_key').execute()
  expect(answers).toEqual([{ item_key: 'cp.clarity' }])
  const refusals = await world.db
    .selectFrom('event')
    .select(['subject_id', 'actor_id'])
    .where('type', '=', 'access.refused')
    .execute()
  expect(refusals).toEqual([{ subject_id: auditId, actor_id: manager }])
})
