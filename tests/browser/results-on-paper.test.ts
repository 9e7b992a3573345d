/** Results printed, and figures as targets: paper does not scroll, and a finger or a tremor needs 24 pixels. */
import { describe, expect, test } from 'vitest'
import { run } from '../support/results-file.ts'
import { hasChromium } from './chromium.ts'
import { useSite } from './site.ts'

const teams = ['Ash', 'Birch', 'Cedar', 'Damson', 'Elder', 'Fir', 'Gorse', 'Hazel', 'Juniper']

const audits = [
  'audit_ref,round,audited_on,theme,item,grade,team,service_status',
  ...teams.flatMap((team) =>
    [1, 2, 3, 4, 5].map(
      (place) => `${team}${place},November audit,2025-11-19,cp_plan,,good,${team} team,cp`
    )
  ),
].join('\n')

const A4_PORTRAIT = { width: 700, height: 1000 }

describe.skipIf(!hasChromium)('the heat table', { timeout: 60_000 }, () => {
  const startSite = useSite()

  test('has every team on paper, each cell with the name of its team', async () => {
    const site = await startSite()
    await run(site.context(), audits)
    const page = await site.open('qa_lead', { viewport: A4_PORTRAIT })
    await page.goto('/results/heat?by=team&theme=cp_plan')
    await page.emulateMedia({ media: 'print' })
    const box = await page.locator('#heat').boundingBox()
    for (const team of teams) {
      const name = page.locator('#heat td', { hasText: `${team} team` })
      const cell = await name.boundingBox()
      expect(cell, team).not.toBeNull()
      expect((cell?.x ?? 0) + (cell?.width ?? 0), team).toBeLessThanOrEqual(
        (box?.x ?? 0) + (box?.width ?? 0) + 1
      )
      expect(await name.innerText(), team).toContain('n 5')
    }
  })

  test('has figures that are targets of 24 pixels', async () => {
    const site = await startSite()
    await run(site.context(), audits)
    const page = await site.open('qa_lead', { viewport: { width: 1280, height: 900 } })
    await page.goto('/results/heat?by=team&theme=cp_plan')
    const figure = await page.locator('#heat td a').first().boundingBox()
    expect(figure?.height).toBeGreaterThanOrEqual(24)
    await page.goto('/results?theme=cp_plan')
    const count = await page.locator('#figures td a').first().boundingBox()
    expect(count?.height).toBeGreaterThanOrEqual(24)
    expect(count?.width).toBeGreaterThanOrEqual(24)
  })
})
