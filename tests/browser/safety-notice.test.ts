/**
 * A child who may not be safe, in a real browser, with JavaScript and without: the answer opens the notice, it is recorded
 * who was rung, the manager meets it on every page, it goes up the line, is decided and closed.
 */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { escalateSafetyNotices } from '../../src/safety/escalate-safety-notices.ts'
import { addPersonWith } from '../support/builders.ts'
import { openAudit } from '../support/round-builders.ts'
import { answerOn, evidenceOn } from './audit-controls.ts'
import { hasChromium } from './chromium.ts'
import { type Site, useSite } from './site.ts'

/** The practitioner audits a case of the manager's team. */
const unsafeAudit = async (site: Site) => {
  // With a manager of the service, it goes no further at once.
  await addPersonWith(site.context(), { name: 'Service manager', teamId: site.serviceId })
  return openAudit(site.context(), {
    auditorId: site.people.practitioner,
    case: { teamId: site.teamId, reference: '4417' },
    ownTeamReason: 'Nobody else is free in this round',
  })
}

const told = { name: 'Dana Whitlock', role: 'Duty manager', time: '08:40' }

const recordTold = async (page: Page, fields: typeof told) => {
  const panel = page.locator('#safety-panel')
  await panel.locator('[name=name]').fill(fields.name)
  await panel.locator('[name=role]').fill(fields.role)
  await panel.locator('[name=time]').fill(fields.time)
  await panel.getByLabel('By phone').check()
  await panel.getByRole('button', { name: 'Record who was told' }).click()
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '')

describe.skipIf(!hasChromium)('a safety notice in Chromium', { timeout: 120_000 }, () => {
  const newSite = useSite()

  test.each([true, false])(
    'from the answer to its closing (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const site = await newSite()
      const { auditId } = await unsafeAudit(site)
      const at = `/audits/${auditId}/themes/safe-now`
      const auditor = await site.open('practitioner', { javaScriptEnabled })
      await auditor.goto(at)
      await answerOn(auditor, 'common.safe_now', ['no'])
      if (!javaScriptEnabled) {
        await auditor.getByRole('button', { name: 'Save and go to the list' }).click()
      }
      const panel = auditor.locator('#safety-panel')
      await panel
        .getByRole('heading', { name: 'Ring first. Then record whom you rang and when.' })
        .waitFor()
      expect(
        await auditor.evaluate(() => {
          const heading = document.querySelector('h1')
          const ring = document.querySelector('#safety-panel h2')
          return heading && ring ? ring.compareDocumentPosition(heading) : 0
        })
      ).toBe(4)

      // What is wrong is said in place, and what was typed stays.
      await recordTold(auditor, { ...told, name: '' })
      await auditor.getByRole('alert').getByText('Choose who was told').waitFor()
      if (javaScriptEnabled) {
        expect(auditor.url()).toContain(at)
        await expect.poll(() => focused(auditor)).toContain('There is a problem')
        await recordTold(auditor, told)
        await panel.getByText('It is recorded who was told.').waitFor()
        await expect.poll(() => focused(auditor)).toBe('It is recorded who was told.')
      } else {
        expect(await auditor.locator('[name=role]').inputValue()).toBe(told.role)
        await auditor.locator('[name=name]').fill(told.name)
        await auditor.getByRole('button', { name: 'Record who was told' }).click()
        await auditor.getByText('Dana Whitlock, Duty manager: by phone').waitFor()
      }

      // It stands on every page of the manager's until it is acknowledged.
      const manager = await site.open('manager', { javaScriptEnabled })
      const link = manager.getByRole('link', { name: 'Open the safety notice' })
      for (const path of ['/', '/results', '/rubrics', '/my-audits']) {
        await manager.goto(path)
        expect([path, await link.count()]).toEqual([path, 1])
      }

      // Nobody acknowledges it for an hour: the head of service meets it too.
      site.setNow('2026-01-12T10:01:00.000Z')
      expect(await escalateSafetyNotices(site.context())).toBe(1)
      // Sessions end when nothing is done for half an hour.
      await site.signInAgain(manager, 'manager')
      await site.signInAgain(auditor, 'practitioner')
      await manager.goto('/')
      await link.click()
      await manager.getByText('Not acknowledged by the line within 1 hour').waitFor()
      await manager.getByRole('button', { name: 'I have seen this and am acting on it' }).click()
      await manager.getByText('You have acknowledged this notice.').waitFor()
      await manager.goto('/results')
      expect(await link.count()).toBe(0)

      const head = await site.open('senior_leader', { javaScriptEnabled })
      await head.goto('/')
      await head.getByRole('link', { name: 'Open the safety notice' }).click()
      await head.getByLabel('What is decided').fill('Visit today, then a strategy discussion.')
      await head.getByRole('group', { name: 'By when' }).getByLabel('Day').fill('13')
      await head.getByRole('group', { name: 'By when' }).getByLabel('Month').fill('1')
      await head.getByRole('group', { name: 'By when' }).getByLabel('Year').fill('2026')
      await head.getByRole('button', { name: 'Record the decision' }).click()
      await head.getByText('The decision is recorded.').waitFor()
      await head.getByLabel('Why is it closed?').fill('Seen safe at home by the team.')
      await head.getByRole('button', { name: 'Close the notice' }).click()
      await head.getByText('The notice is closed.').waitFor()

      await auditor.goto(at)
      await auditor.getByRole('heading', { name: 'The safety notice is closed' }).waitFor()
      expect(
        await site.db.selectFrom('safety_notice').select(['state', 'level']).execute()
      ).toEqual([{ state: 'closed', level: 3 }])
    }
  )

  test('what is being typed survives the panel: the focus below, and the form of who was told', async () => {
    const site = await newSite()
    const { auditId } = await unsafeAudit(site)
    const page = await site.open('practitioner')
    await page.goto(`/audits/${auditId}/themes/safe-now`)
    await answerOn(page, 'common.safe_now', ['no'])
    const evidence = evidenceOn(page, 'common.safe_now')
    await evidence.pressSequentially('Alone')
    await page
      .locator('#safety-panel')
      .getByRole('heading', { name: /^Ring first/ })
      .waitFor()
    expect(await evidence.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.locator('#safety-panel [name=name]').fill(told.name)
    await page.locator('#safety-panel').getByLabel('In person').check()
    const saved = page.waitForResponse((response) => response.url().includes('common.safe_now'))
    await evidence.pressSequentially(' overnight')
    await saved
    await page.locator('[data-save-status="saved"]').first().waitFor()
    expect(await page.locator('#safety-panel [name=name]').inputValue()).toBe(told.name)
    expect(await page.locator('#safety-panel').getByLabel('In person').isChecked()).toBe(true)
    expect(await evidence.inputValue()).toBe('Alone overnight')
    expect(await evidence.evaluate((element) => element === document.activeElement)).toBe(true)
  })

  test('a session that ended while ringing leads to signing in, and nothing typed is lost', async () => {
    const site = await newSite()
    const { auditId } = await unsafeAudit(site)
    const page = await site.open('practitioner')
    await page.goto(`/audits/${auditId}/themes/safe-now`)
    await answerOn(page, 'common.safe_now', ['no'])
    await page
      .locator('#safety-panel')
      .getByRole('heading', { name: /^Ring first/ })
      .waitFor()
    await site.db.deleteFrom('session').execute()
    await recordTold(page, told)
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor()
  })
})
