/** A whole round without JavaScript, on whichever database the run is of. */
import { test } from 'vitest'
import type { Browser } from '../support/app.ts'
import { type Page, plainBrowser } from '../support/page-forms.ts'
import { newRoundStage } from './round-stage.ts'
import { tellWholeRound } from './whole-round.ts'

test('a whole round without JavaScript, from setting it up to carrying over', async () => {
  const stage = await newRoundStage(async (browser: Browser) => {
    const plain = plainBrowser(browser)
    let at: Page | undefined
    const here = (): Page => {
      if (!at) throw new Error('no page is open')
      return at
    }
    const arrive = async (page: Promise<Page>): Promise<Page> => {
      at = await page
      return at
    }
    const press = (button: string, values = {}) => arrive(plain.press(here(), button, values))
    return {
      open: (path) => arrive(plain.open(path)),
      follow: (href) => arrive(plain.follow(here(), href)),
      press,
      pressFor: (button, values) => press(button, values),
      type: (button, values) => press(button, values),
      send: async (path, values) =>
        (await (values ? browser.post(path, values) : browser.get(path))).status,
    }
  })
  await tellWholeRound(stage)
}, 60_000)
