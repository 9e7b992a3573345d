/** Before the browser layer: the stylesheet and scripts as they are now, not as they were last built. */
const build: string = '../../tools/build-assets.mjs'

export const setup = async (): Promise<void> => {
  const { buildAssets } = (await import(build)) as { buildAssets: () => Promise<unknown> }
  await buildAssets()
}
