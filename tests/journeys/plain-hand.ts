/** Hands for the stories that use a browser without JavaScript: only links and forms that a page has. */
import type { Browser } from '../support/app.ts'
import { type Page, plainBrowser } from '../support/page-forms.ts'
import type { Hand } from './round-stage.ts'

export const plainHand = (browser: Browser): Hand => {
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
}
