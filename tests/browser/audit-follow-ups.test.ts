/** Questions that come and go with an answer, and conclusions that save themselves, in the whole application. */
import { describe, expect, test } from 'vitest'
import { openAudit } from '../support/round-builders.ts'
import { answerOn, itemOn, says } from './audit-controls.ts'
import { hasChromium } from './chromium.ts'
import { useSite } from './site.ts'

describe.skipIf(!hasChromium)('follow-ups in Chromium', { timeout: 60_000 }, () => {
  const newSite = useSite()

  const opened = async (place: string) => {
    const site = await newSite()
    const { auditId } = await openAudit(site.context(), { auditorId: site.people.manager })
    const page = await site.open('manager')
    await page.goto(`/audits/${auditId}/${place}`)
    return { site, page, auditId }
  }

  test('a child who may not be safe calls for more; what was typed there survives its hiding', async () => {
    const { site, page } = await opened('themes/safe-now')
    const known = page.locator('[name="evidence:common.already_known"]')
    const ring = page.getByText('Ring first. Then record whom you rang and when.').first()
    expect([await known.isVisible(), await ring.isVisible()]).toEqual([false, false])

    await answerOn(page, 'common.safe_now', ['no'])
    await known.waitFor({ state: 'visible' })
    expect(await ring.isVisible()).toBe(true)
    await expect.poll(() => page.locator('#side-progress').textContent()).toContain('1 of 14')
    await known.fill('Team manager, 09:05, by phone')
    await says(page, 'common.already_known', 'Saved at 09:00')

    await answerOn(page, 'common.safe_now', ['yes'])
    await known.waitFor({ state: 'hidden' })
    await answerOn(page, 'common.safe_now', ['cannot_tell'])
    await known.waitFor({ state: 'visible' })
    expect(await known.inputValue()).toBe('Team manager, 09:05, by phone')
    const kept = await site.db
      .selectFrom('answer')
      .select(['item_key', 'value', 'evidence'])
      .orderBy('item_key')
      .execute()
    expect(kept).toEqual([
      {
        item_key: 'common.already_known',
        value: null,
        evidence: 'Team manager, 09:05, by phone',
      },
      { item_key: 'common.safe_now', value: 'cannot_tell', evidence: '' },
    ])
  })

  test('without JavaScript they come with the page', async () => {
    const { site, auditId } = await opened('themes/safe-now')
    const plain = await site.open('manager', { javaScriptEnabled: false })
    await plain.goto(`/audits/${auditId}/themes/safe-now`)
    await answerOn(plain, 'common.safe_now', ['no'])
    await plain.getByRole('button', { name: 'Save and go to the list' }).click()
    // The page comes back first: somebody has to be rung.
    await plain.getByText('Ring first. Then record whom you rang and when.').first().waitFor()
    expect(await plain.locator('[name="evidence:common.already_known"]').isVisible()).toBe(true)
  })

  test('theirs is taken into several choices, and into a number that was set aside', async () => {
    const { page, auditId } = await opened('themes/common')
    const other = await page.context().newPage()
    await other.goto(`/audits/${auditId}/themes/common`)
    await answerOn(other, 'common.family_feedback', ['child', 'carer'])
    await says(other, 'common.family_feedback', 'Saved at')
    await answerOn(page, 'common.family_feedback', ['parent'])
    await says(page, 'common.family_feedback', 'Not saved.')
    await itemOn(page, 'common.family_feedback').getByRole('button', { name: 'Use theirs' }).click()
    const ticked = (key: string) =>
      page
        .locator(`[name="value:${key}"]:checked`)
        .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value))
    expect(await ticked('common.family_feedback')).toEqual(['child', 'carer'])

    for (const each of [page, other]) await each.goto(`/audits/${auditId}/themes/cp_plan`)
    await answerOn(other, 'cp.months_on_plan', ['not_enough_evidence'])
    await says(other, 'cp.months_on_plan', 'Saved at')
    await page.locator('[name="value:cp.months_on_plan"][type=text]').fill('7')
    await says(page, 'cp.months_on_plan', 'Not saved.')
    await itemOn(page, 'cp.months_on_plan').getByRole('button', { name: 'Use theirs' }).click()
    expect(await ticked('cp.months_on_plan')).toEqual(['not_enough_evidence'])
    expect(await page.locator('[name="value:cp.months_on_plan"][type=text]').inputValue()).toBe('')
  })

  test('a strength saves itself, is listed once it is added, and can be taken back', async () => {
    const { site, page } = await opened('conclusions')
    const words = page.getByLabel('Add a strength')
    await words.fill('The plan was written with the family.')
    await page.getByLabel('Which question is it about?').first().selectOption('cp.clarity')
    const rows = () => site.db.selectFrom('finding').select(['words', 'item_key']).execute()
    await expect
      .poll(rows)
      .toEqual([{ words: 'The plan was written with the family.', item_key: 'cp.clarity' }])
    await page.getByRole('button', { name: 'Add the strength' }).click()
    await page.getByText('The plan was written with the family. (Clear to parents)').waitFor()
    expect(await words.inputValue()).toBe('')
    expect(await rows()).toHaveLength(1)

    await page.getByRole('link', { name: /^Change “The plan/ }).click()
    await page.getByRole('button', { name: 'Remove' }).click()
    await page.getByText('The strength was removed.').waitFor()
    await page.getByRole('button', { name: 'Put it back' }).click()
    await page.getByRole('link', { name: /^Change “The plan/ }).waitFor()
  })
})
