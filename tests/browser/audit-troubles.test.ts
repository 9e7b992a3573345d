/** What goes wrong while an audit is answered, in the whole application: nothing typed is lost, and the page says so. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openAudit } from '../support/round-builders.ts'
import { answerOn, evidenceOn, itemOn, says } from './audit-controls.ts'
import { hasChromium } from './chromium.ts'
import { type Site, useSite } from './site.ts'

const clarity = 'cp.clarity'

describe.skipIf(!hasChromium)('trouble in an audit in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  const opened = async () => {
    const site = await newSite()
    const { auditId } = await openAudit(site.context(), { auditorId: site.people.manager })
    const address = `/audits/${auditId}/themes/cp_plan`
    const page = await site.open('manager')
    await page.goto(address)
    return { site, page, address }
  }

  const kept = async (site: Site) =>
    (
      await site.db
        .selectFrom('answer')
        .select(['item_key', 'value', 'evidence', 'revision'])
        .orderBy('item_key')
        .execute()
    ).map((row) => `${row.item_key} ${row.value} ${row.evidence} ${row.revision}`)

  const sessionWords = (page: Page) => page.locator('#pl-session').textContent()
  const connectionWords = (page: Page) => page.locator('#pl-connection').textContent()

  test('two tabs: the second is shown both texts and keeps its own', async () => {
    const { site, page, address } = await opened()
    const other = await page.context().newPage()
    await other.clock.setFixedTime('2026-01-12T09:00:00.000Z')
    await other.goto(address)
    await evidenceOn(other, clarity).fill('From the other tab')
    await answerOn(other, clarity, ['inadequate'])
    await says(other, clarity, 'Saved at 09:00')

    await evidenceOn(page, clarity).fill('From this tab')
    await answerOn(page, clarity, ['good'])
    await says(page, clarity, 'You, in another tab or window, changed this at 09:00')
    const both = await itemOn(page, clarity).locator('[data-save-status]').textContent()
    expect(both).toContain('From the other tab')
    expect(both).toContain('From this tab')
    expect(await kept(site)).toEqual(['cp.clarity inadequate From the other tab 2'])

    await itemOn(page, clarity).getByRole('button', { name: 'Keep mine' }).click()
    await says(page, clarity, 'Saved at 09:00')
    expect(await kept(site)).toEqual(['cp.clarity good From this tab 3'])
  })

  test('without JavaScript the second of two tabs is shown both texts as well', async () => {
    const { site, page, address } = await opened()
    const plain = await site.open('manager', { javaScriptEnabled: false })
    await plain.goto(address)
    await answerOn(page, clarity, ['inadequate'])
    await says(page, clarity, 'Saved at 09:00')
    await evidenceOn(plain, clarity).fill('From the other tab')
    await answerOn(plain, clarity, ['good'])
    await answerOn(plain, 'cp.visits', ['good'])
    await plain.getByRole('button', { name: /^Save and go to Difference/ }).click()
    expect(await plain.title()).toContain('Child protection plan')
    expect(await plain.getByRole('alert').textContent()).toContain('One answer was not saved')
    expect(await evidenceOn(plain, clarity).inputValue()).toBe('From the other tab')
    expect(await kept(site)).toEqual(['cp.clarity inadequate  1', 'cp.visits good  1'])
  })

  test('the connection is lost and comes back: everything is saved by itself', async () => {
    const { site, page } = await opened()
    await page.context().setOffline(true)
    await answerOn(page, clarity, ['good'])
    await evidenceOn(page, clarity).fill('Typed on the train')
    await expect
      .poll(() => connectionWords(page), { timeout: 20_000 })
      .toContain('Connection lost. What you typed is still on this page; we keep trying.')
    await says(page, clarity, 'Not saved yet')
    expect(await kept(site)).toEqual([])
    await page.context().setOffline(false)
    await expect
      .poll(() => kept(site), { timeout: 20_000 })
      .toEqual([expect.stringContaining('cp.clarity good Typed on the train')])
    await expect.poll(() => connectionWords(page), { timeout: 20_000 }).toBe('')
  })

  test('the session ends in the middle: signed in again in another tab, it is saved', async () => {
    const { site, page } = await opened()
    site.setNow('2026-01-12T09:45:00.000Z')
    await evidenceOn(page, clarity).fill('Typed after the session had ended')
    await answerOn(page, clarity, ['good'])
    await expect
      .poll(() => sessionWords(page), { timeout: 20_000 })
      .toContain('You have been signed out. Nothing you typed is lost while this page is open.')
    expect(await kept(site)).toEqual([])

    await site.signInAgain(page, 'manager')
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect
      .poll(() => kept(site), { timeout: 20_000 })
      .toEqual([expect.stringContaining('cp.clarity good Typed after the session had ended')])
    await expect.poll(() => sessionWords(page)).toBe('')
  })

  test('somebody else signs in: nothing is saved in their name', async () => {
    const { site, page } = await opened()
    site.setNow('2026-01-12T09:45:00.000Z')
    await answerOn(page, clarity, ['good'])
    await expect.poll(() => sessionWords(page), { timeout: 20_000 }).toContain('signed out')
    await site.signInAgain(page, 'qa_lead')
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await expect
      .poll(() => sessionWords(page), { timeout: 20_000 })
      .toContain('Somebody else is signed in in this browser now')
    expect(await kept(site)).toEqual([])
  })

  test('leaving with something unsaved is asked about, and not otherwise', async () => {
    const { page } = await opened()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.context().setOffline(true)
    await answerOn(page, clarity, ['good'])
    await says(page, clarity, 'Not saved yet')
    await page.locator('.pl-head__name').click({ noWaitAfter: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await page.context().setOffline(false)
    await says(page, clarity, 'Saved at 09:00')
    await page.locator('.pl-head__name').click()
    await page.getByRole('heading', { level: 1, name: 'My work' }).waitFor()
    expect(asked).toEqual(['beforeunload'])
  })

  test('leaving with a strength that is typed and not added is asked about', async () => {
    const { page, address } = await opened()
    const asked: string[] = []
    page.on('dialog', (dialog) => {
      asked.push(dialog.type())
      void dialog.dismiss()
    })
    await page.goto(address.replace('themes/cp_plan', 'conclusions'))
    await page.getByLabel('Add a strength').fill('The child helped to write the plan.')
    await page.locator('.pl-head__name').click({ noWaitAfter: true })
    await expect.poll(() => asked).toEqual(['beforeunload'])
    await page.getByRole('button', { name: 'Add the strength' }).click()
    await page.getByText('The child helped to write the plan.').first().waitFor()
    expect(asked).toEqual(['beforeunload'])
  })
})
