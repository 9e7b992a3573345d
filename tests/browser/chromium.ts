/**
 * A Chromium found on the machine: one for the whole run (setup-browser.ts), in which every file has browsers of its
 * own. Where there is none the browser tests are skipped, except under CI=true.
 */
import { existsSync } from 'node:fs'
import { type Browser, type BrowserServer, chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH,
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

const found = places.find((place) => place !== undefined && existsSync(place))

export const isChromiumFound: boolean = found !== undefined

/** True where the browser layer can run, and where it has to. */
export const hasChromium: boolean = isChromiumFound || process.env.CI === 'true'

/** @throws Error where the machine has none. */
export const startChromium = async (): Promise<BrowserServer> => {
  if (found === undefined) throw new Error('No Chromium found. Set CHROMIUM_PATH.')
  return chromium.launchServer({
    executablePath: found,
    host: '127.0.0.1',
    args: [
      '--headless',
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** The run's Chromium as a browser that shares nothing with the other files' and ends alone. */
export const openChromium = (): Promise<Browser> => {
  const address = process.env.TEST_CHROMIUM
  if (!address) throw new Error('No Chromium was started. Set CHROMIUM_PATH.')
  return chromium.connect(address)
}
