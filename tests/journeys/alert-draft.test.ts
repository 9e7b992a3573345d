/** Two windows of one draft without JavaScript: neither overwrites the other unasked, and both texts are shown. */
import { expect, test } from 'vitest'
import { startDraft } from '../../src/alerts/start-draft.ts'
import { findAlert } from '../../src/alerts/store.ts'
import { newAlertCouncil } from '../alerts/alert-council.ts'
import { newApp } from '../support/app.ts'
import { plainHand } from './plain-hand.ts'

test('the second window is shown what the first saved, and may keep either', async () => {
  const app = await newApp()
  const council = await newAlertCouncil(app.context())
  const draft = { kind: 'informal', isImmediate: false, references: 'C-100', auditId: null }
  const id = await startDraft(council.as('iro'), draft)
  const browser = await app.browserOf(council.people.iro)
  const [one, two] = [plainHand(browser), plainHand(browser)]
  await one.open(`/alerts/${id}/draft`)
  await two.open(`/alerts/${id}/draft`)
  await one.press('Save for later', { concern: 'From the first window.' })
  for (const button of ['Save for later', 'Raise the alert']) {
    const page = await two.press(button, { concern: 'From the second window.' })
    expect(page.status).toBe(409)
    expect(page.words).toContain('In the other window: The concern, or what was good')
    expect(page.words).toContain('From the first window.')
    expect(page.words).toContain('From the second window.')
    expect(page.links).toContain(`/alerts/${id}/draft`)
    expect((await findAlert(app.db, id))?.draft.concern).toBe('From the first window.')
    await two.open(`/alerts/${id}/draft`)
    await one.open(`/alerts/${id}/draft`)
    await one.press('Save for later', { asked: button })
  }
  const page = await two.press('Save for later', { concern: 'From the second window.' })
  expect(page.words).toContain('In the other window: What is asked')
  await two.press('Save for later')
  expect((await findAlert(app.db, id))?.draft.concern).toBe('From the second window.')
})
