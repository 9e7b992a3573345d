/**
 * Before the browser layer: the stylesheet and scripts as they are now, not as they were last built; one Chromium for
 * all of it; and a word where there is none.
 */
import type { BrowserServer } from 'playwright-core'
import { hasChromium, isChromiumFound, startChromium } from './chromium.ts'

const build: string = '../../tools/build-assets.mjs'

let chromium: BrowserServer | undefined

export const setup = async (): Promise<void> => {
  if (!isChromiumFound) {
    const what = hasChromium ? 'fails, because CI is true' : 'is skipped'
    process.stderr.write(
      `No Chromium was found, so the browser layer ${what}. Set CHROMIUM_PATH to run it.\n`
    )
  }
  const { buildAssets } = (await import(build)) as { buildAssets: () => Promise<unknown> }
  await buildAssets()
  if (!isChromiumFound) return
  chromium = await startChromium()
  process.env.TEST_CHROMIUM = chromium.wsEndpoint()
}

export const teardown = async (): Promise<void> => {
  await chromium?.close()
}
