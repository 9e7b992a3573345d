// Takes the README's pictures from the demonstration council: `npm run demo` in one terminal, this in another.
// node tools/screenshots.mjs [http://127.0.0.1:3000]
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright-core'

const [address = 'http://127.0.0.1:3000'] = process.argv.slice(2)
const folder = 'docs/images'
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium',
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
  ],
})

const signedInAs = async (name, width) => {
  const page = await browser.newPage({ viewport: { width, height: 900 } })
  await page.goto(`${address}/demo`)
  await page
    .locator('form', { hasText: name })
    .or(page.locator('li,tr,div.pl-todo', { hasText: name }).locator('form'))
    .first()
    .locator('button')
    .click()
  await page.waitForURL(`${address}/`)
  return page
}

const shoot = async (page, name, height) => {
  await page.waitForLoadState('networkidle')
  await page.screenshot({
    path: `${folder}/${name}.png`,
    clip: { x: 0, y: 0, width: page.viewportSize().width, height },
  })
  console.log(`${folder}/${name}.png`)
}

for (const [width, suffix, height] of [
  [1280, '', 1250],
  [375, '-phone', 1400],
]) {
  const manager = await signedInAs('Amara Osei', width)
  await manager.setViewportSize({ width, height })
  await shoot(manager, `my-work${suffix}`, height)
  await manager
    .getByRole('listitem')
    .filter({ hasText: 'In progress' })
    .getByRole('link')
    .first()
    .click()
  await manager.getByRole('link', { name: /plan/i }).first().click()
  await shoot(manager, `audit-section${suffix}`, height)
  const lead = await signedInAs('Beatrix Holloway', width)
  await lead.setViewportSize({ width, height })
  await lead.goto(`${address}/results?theme=cp_plan`)
  await shoot(lead, `results${suffix}`, height)
  await lead.goto(`${address}/safety-notices`)
  await lead.locator('main a[href^="/safety-notices/"]').first().click()
  await lead.waitForURL('**/safety-notices/*')
  await shoot(lead, `safety-notice${suffix}`, height)
  await lead.goto(`${address}/rounds`)
  await lead.locator('main a[href$="/progress"]').first().click()
  await lead.waitForURL('**/progress')
  await shoot(lead, `progress${suffix}`, height)
}
await browser.close()
