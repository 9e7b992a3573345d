/**
 * Before the browser layer: the stylesheet and scripts as they are now, not as they were last built; and a word where
 * there is no browser to run it in.
 */
import { hasChromium, isChromiumFound } from './chromium.ts'

const build: string = '../../tools/build-assets.mjs'

export const setup = async (): Promise<void> => {
  if (!isChromiumFound) {
    const what = hasChromium ? 'fails, because CI is true' : 'is skipped'
    process.stderr.write(
      `No Chromium was found, so the browser layer ${what}. Set CHROMIUM_PATH to run it.\n`
    )
  }
  const { buildAssets } = (await import(build)) as { buildAssets: () => Promise<unknown> }
  await buildAssets()
}
