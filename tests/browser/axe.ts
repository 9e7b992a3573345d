/** Has axe-core read a page. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** Contrast that axe cannot decide counts as a fault, so that nothing hides behind it. */
export const faultsOf = async (page: Page, isPhone: boolean): Promise<string[]> => {
  const results = (await page.evaluate(
    `${axe}; axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations', 'incomplete'] })`
  )) as AxeResults
  // On a phone, what a table has scrolled out of sight cannot be judged; it has the colours it has on a desk.
  const undecided = results.incomplete.filter(({ id }) => id === 'color-contrast' && !isPhone)
  // Text in a chart axe cannot judge (tests/views/colours.test.ts does), and GOV.UK's script marks radios that reveal
  // something as expanded, which it keeps on purpose.
  const known = /^<t(?:ext|span) |^<input class="govuk-radios__input"[^>]*aria-controls/
  return [...results.violations, ...undecided].flatMap(({ id, nodes }) =>
    nodes
      .filter((node) => !known.test(node.html))
      .map((node) => `${id}: ${node.html.slice(0, 160)}`)
  )
}
