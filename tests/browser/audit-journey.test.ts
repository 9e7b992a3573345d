/** The main journey in a real browser: a team manager is given an audit, answers it, checks it and submits it. */
import { describe, expect, test } from 'vitest'
import { openAudit } from '../support/round-builders.ts'
import { answerPart, says } from './audit-controls.ts'
import { hasChromium } from './chromium.ts'
import { useSite } from './site.ts'

describe.skipIf(!hasChromium)('an audit in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  test.each([true, false])(
    'from My work to submitted (JavaScript: %s)',
    async (javaScriptEnabled) => {
      const site = await newSite()
      const { auditId } = await openAudit(site.context(), { auditorId: site.people.manager })
      const at = `/audits/${auditId}`
      const page = await site.open('manager', { javaScriptEnabled })
      const heading = () => page.getByRole('heading', { level: 1 }).textContent()

      await page.goto('/')
      await page.locator(`main a[href="${at}"]`).first().click()
      await page.waitForURL(`**${at}`)
      expect(await page.locator('main').textContent()).toContain('0 of 13 questions answered')
      await page.getByRole('button', { name: 'Start' }).click()

      expect(await heading()).toBe('Is the child safe now?')
      await answerPart(page, /safe_now/)
      await page.getByRole('button', { name: 'Save and go to Child protection plan' }).click()
      await page.waitForURL(`**${at}/themes/cp_plan`)

      expect(await heading()).toBe('Child protection plan')
      await answerPart(page, /^cp\./)
      await page.locator('[name="grade"][value="good"]').check()
      if (javaScriptEnabled) {
        await says(page, 'cp.clarity', 'Saved at 09:00')
        await expect.poll(() => page.locator('#saved-grade').textContent()).toContain('Saved at')
      }
      await page.getByRole('button', { name: /^Save and go to Difference made/ }).click()
      await page.waitForURL(`**${at}/themes/common`)

      await answerPart(page, /common\.[^s]/)
      await page.getByRole('button', { name: 'Save and go to the overall grade' }).click()
      await page.waitForURL(`**${at}/conclusions`)

      await page.goto(`${at}/check`)
      expect(await page.locator('main').textContent()).toContain('One thing is still missing')
      await page.getByRole('link', { name: 'Choose your overall grade' }).click()
      await page.waitForURL(`**${at}/conclusions#grade`)
      await page.locator('[name="grade"][value="good"]').check()
      if (javaScriptEnabled) {
        await expect.poll(() => page.locator('#saved-grade').textContent()).toContain('Saved at')
      } else await page.getByRole('button', { name: 'Save the overall grade' }).click()

      await page.goto(`${at}/check`)
      await page.getByRole('button', { name: 'Submit the audit' }).click()
      await page.waitForURL(`**${at}?submitted`)
      expect(await page.locator('main').textContent()).toContain('The audit was submitted.')
      expect(await page.locator('main').textContent()).toContain(
        'School attendance rose from 61% to 94%.'
      )
      expect(await site.db.selectFrom('audit').select(['state', 'answered']).execute()).toEqual([
        { state: 'submitted', answered: 13 },
      ])
    }
  )
})
