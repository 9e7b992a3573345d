/** The form of a draft, when it refuses what was typed: nothing of it is lost. */
import { expect, test } from 'vitest'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { asPerson } from '../support/audit-answers.ts'
import { newWorld } from '../support/world.ts'

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
