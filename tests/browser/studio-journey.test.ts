/** A QA lead writes the next version of a rubric in the browser, from its start to its publication. */
import { describe, expect, test } from 'vitest'
import { findRubric, listCurrentRubrics } from '../../src/rubrics/store.ts'
import { listMeanings } from '../../src/rubrics/version-store.ts'
import { hasChromium } from './chromium.ts'
import { useSite } from './site.ts'

describe.runIf(hasChromium)('a new version', { timeout: 90_000 }, () => {
  const open = useSite()
  test('one wording kept comparable, one meaning changed, one item new, one retired', async () => {
    const site = await open()
    const page = await site.open('qa_lead')
    const saved = () => page.getByText(/^Saved at/).waitFor()
    await page.goto('/rubrics/cp_plan/1')
    await page.getByRole('button', { name: 'Start a draft' }).click()
    const list = page.url().replace(/\?.*/, '')

    await page.getByRole('link', { name: 'Clear to parents' }).click()
    await page.getByLabel('Question').fill('Could a parent tell what has to be different?')
    await saved()
    await page.getByRole('button', { name: 'Save and go to the list' }).click()
    await page.getByRole('link', { name: 'Purposeful visits, seen alone' }).click()
    await page.getByLabel('Good', { exact: true }).fill('Visits are every ten working days.')
    await saved()
    await page.goto(list)
    await page.getByRole('button', { name: /^Retire.*Second or later plan/ }).click()

    await page.getByRole('combobox', { name: 'Add an item' }).selectOption('category')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await page.getByLabel('Choice 1: words').waitFor()
    // A changed mind: the fields of the kind come at once, and what was typed elsewhere stays.
    await page.getByLabel('Short name').fill('Plan given in time')
    await page.getByLabel('Kind of answer').selectOption('yes_no')
    await page.getByLabel('Choice 1: words').waitFor({ state: 'detached' })
    await page.getByLabel('Key', { exact: true }).fill('cp.plan_given')
    await page.getByLabel('Question').fill('Were the parents given the plan?')
    await saved()
    expect(await page.getByLabel('Short name').inputValue()).toBe('Plan given in time')
    await page.getByRole('button', { name: 'Save and go to the list' }).click()

    await page.getByRole('link', { name: 'Try the form' }).click()
    await page.getByRole('radio', { name: 'Good' }).first().check()
    await page.locator('#tried').getByText('so far').waitFor()

    await page.getByRole('link', { name: 'What changes' }).click()
    const clarity = page.locator('[id="difference-cp.clarity"]')
    await clarity.getByLabel('The same: the trend goes on').check()
    await clarity.getByLabel(/^Why/).fill('Plainer words.')
    await page.getByRole('button', { name: 'Save what these changes mean' }).click()
    await page.getByRole('link', { name: 'Publish' }).click()
    await page.getByLabel('What changed and why').fill('Our own rate of visits')
    await page.getByRole('button', { name: 'Publish version 1-local.1' }).click()
    await page.getByText('This version is published').waitFor()

    const first = await findRubric(site.db, 'cp_plan', '1')
    const own = (await listCurrentRubrics(site.db)).find(({ key }) => key === 'cp_plan')
    const since = new Map(
      (await listMeanings(site.db, [own?.id ?? ''])).map((row) => [row.item, row.sinceVersionId])
    )
    expect(own?.version).toBe('1-local.1')
    expect(since.get('cp.clarity')).toBe(first?.id)
    expect(since.get('cp.visits')).toBe(own?.id)
    expect(own?.rubric.items.map(({ key }) => key)).toContain('cp.plan_given')
    expect(own?.rubric.items.map(({ key }) => key)).not.toContain('cp.repeat_plan')
  })
})
