/** Copies for a record, printed: words of narrow columns stay whole, and a table's name stays with its table. */
import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/documents/document-model.ts'
import { DocumentBody } from '../../views/documents/document-body.tsx'
import { hasChromium } from './chromium.ts'
import { useSite } from './site.ts'

const grades: Block = {
  kind: 'table',
  caption: 'Of the audit and of each theme',
  columns: [
    { title: 'Of', share: 4 },
    { title: 'Grade', share: 2 },
    { title: 'The auditor’s reason', share: 3 },
    { title: 'Indicative only, worked out from the answers', share: 3 },
  ],
  rows: [
    [
      'Supervision and management oversight',
      [{ text: 'Outstanding', strong: true }],
      'Every session is on the record, with what was decided and who does it by when.',
      'Outstanding',
    ],
  ],
}

describe.skipIf(!hasChromium)('the grades of a copy', { timeout: 60_000 }, () => {
  const startSite = useSite()

  test('stand on one line each, and their caption on the page of the first of them', async () => {
    const site = await startSite()
    const page = await site.open('qa_lead', { viewport: { width: 700, height: 1000 } })
    await page.goto('/')
    await page.emulateMedia({ media: 'print' })
    const html = (<DocumentBody blocks={[grades]} />).toString()
    await page.locator('main').evaluate((main, inner) => {
      main.innerHTML = inner
      // Paper is wider than a telephone: the columns stand side by side.
      document.body.style.width = '420px'
    }, html)
    const found = await page.locator('main table').evaluate((table) => {
      const range = document.createRange()
      const strong = table.querySelector('strong')
      if (strong) range.selectNodeContents(strong)
      const caption = table.querySelector('caption')
      return {
        lines: range.getClientRects().length,
        caption: caption ? getComputedStyle(caption).breakAfter : '',
      }
    })
    expect(found).toEqual({ lines: 1, caption: 'avoid' })
  })
})
