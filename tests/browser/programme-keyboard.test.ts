/** Many audits at once by keyboard alone: ticking, choosing what to do, filling in and confirming. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { openRoundOf } from '../programme/council.ts'
import { hasChromium } from './chromium.ts'
import { useSite } from './site.ts'

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const it = document.activeElement
    return (
      it?.getAttribute('aria-label') ?? it?.getAttribute('name') ?? it?.textContent?.trim() ?? ''
    )
  })

/** What nobody can see cannot be worked with by keyboard: something fixed must not lie over it. */
const isSeen = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const it = document.activeElement
    const box = it?.getBoundingClientRect()
    if (!it || !box) return false
    const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2)
    return top !== null && (it === top || it.contains(top) || top.contains(it))
  })

const tabTo = async (page: Page, name: string): Promise<void> => {
  for (let pressed = 0; pressed < 150; pressed += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)) === name) return
  }
  throw new Error(`Tab never came to ${name}`)
}

describe.skipIf(!hasChromium)('by keyboard alone', () => {
  const site = useSite()

  test('a QA lead gives two of many audits another due date', async () => {
    const world = await site()
    const auditorId = world.people.manager
    const references = Array.from({ length: 24 }, (_, place) => String(4401 + place))
    const { roundId } = await openRoundOf(
      world.context(),
      Object.fromEntries(references.map((reference) => [reference, { auditorId }]))
    )
    const page = await world.open('qa_lead', { viewport: { width: 1280, height: 700 } })
    await page.goto(`/rounds/${roundId}/progress`)
    await tabTo(page, 'Choose case 4402')
    await page.keyboard.press('Space')
    await tabTo(page, 'Choose case 4420')
    expect(await isSeen(page)).toBe(true)
    await page.keyboard.press('Space')
    await tabTo(page, 'do')
    while ((await page.evaluate(() => document.activeElement?.textContent?.trim())) !== 'Extend') {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Give 2 audits another due date?' }).waitFor()
    await tabTo(page, 'dueOn-day')
    await page.keyboard.type('13')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2')
    await page.keyboard.press('Tab')
    await page.keyboard.type('2026')
    await tabTo(page, 'reason')
    await page.keyboard.type('The file was with the court')
    await tabTo(page, 'Extend 2 audits')
    await page.keyboard.press('Enter')
    await page.getByText('2 audits given another due date.').waitFor()
    const changed = await world.db.selectFrom('due_date_change').select('due_after').execute()
    expect(changed.map((row) => row.due_after)).toEqual(['2026-02-13', '2026-02-13'])
  })
})
