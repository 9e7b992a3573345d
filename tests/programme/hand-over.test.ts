/** Asking to hand an audit over, and taking it back, in the browser without a script. */
import { expect, test } from 'vitest'
import { plainBrowser } from '../support/page-forms.ts'
import { newWorld } from '../support/world.ts'
import { openRoundOf } from './council.ts'

test('an auditor takes the request back, and the QA lead has nothing to decide', async () => {
  const world = await newWorld()
  const { manager, iro } = world.people
  const { roundId, auditIds } = await openRoundOf(world.context(), {
    '4401': { auditorId: manager },
  })
  const at = `/audits/${auditIds['4401']}/hand-over`
  const auditor = plainBrowser(await world.as('manager'))
  const asked = await auditor.press(await auditor.open(at), 'Ask to hand it over', {
    to: iro,
    reason: 'Jury service',
  })
  expect(asked.words).toContain('A QA lead has not decided yet')
  const lead = plainBrowser(await world.as('qa_lead'))
  const progress = await lead.open(`/rounds/${roundId}/progress`)
  expect(progress.words).toContain('A hand-over to decide')
  const address = progress.links.find((link) => link.startsWith('/hand-overs/')) ?? ''
  const deciding = await lead.open(address)

  const back = await auditor.press(asked, 'Take the request back')
  expect(back.words).toContain('You have taken your request back. The audit stays yours.')
  expect((await lead.open(`/rounds/${roundId}/progress`)).words).not.toContain(
    'hand-over to decide'
  )
  const late = await lead.press(deciding, 'Save the decision', { decision: 'agreed' })
  expect(late.status).toBe(409)
  expect(late.words).toContain('This hand-over is not asked for any more. Nothing was changed.')
  const twice = await auditor.press(asked, 'Take the request back')
  expect(twice.status).toBe(409)
  const types = await world.db.selectFrom('event').select('type').execute()
  expect(types.filter(({ type }) => type === 'audit.hand_over_taken_back')).toHaveLength(1)
})
