/**
 * The browser's files: which name each has in this build, and a Hono app that serves them. Building them is
 * `tools/build-assets.mjs`; headers that every answer carries are the security middleware's.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Hono } from 'hono'

/** The plain names that pages ask for. */
export type AssetName = 'plumbline.css' | 'plumbline.js' | 'htmx.js' | 'icon.svg'

/** What `Layout` needs to know: the address of each file in this build. */
export type LayoutAssets = { css: string; htmx: string; js: string; icon: string }

type Served = { type: string; plain: Buffer; br: Buffer; gzip: Buffer }

const types: Record<string, string> = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
}

/** The same folder whether this runs from the sources (src/http) or built (dist/server). */
const builtFolder = fileURLToPath(new URL('../../dist/assets', import.meta.url))

/**
 * Reads `manifest.json` of a folder of built files: plain name → file name with its hash.
 * @throws Error with the remedy in it, when the files were never built or a name is missing.
 */
export const readManifest = (folder: string = builtFolder): Record<AssetName, string> => {
  const file = `${folder}/manifest.json`
  if (!existsSync(file)) {
    throw new Error('The stylesheet and scripts have not been built. Run `npm run build`.')
  }
  const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Record<AssetName, string>>
  const named = (name: AssetName): string => {
    const hashed = found[name]
    if (hashed === undefined || !existsSync(`${folder}/${hashed}`)) {
      throw new Error(`The build of ${name} is missing or out of date. Run \`npm run build\`.`)
    }
    return hashed
  }
  return {
    'plumbline.css': named('plumbline.css'),
    'plumbline.js': named('plumbline.js'),
    'htmx.js': named('htmx.js'),
    'icon.svg': named('icon.svg'),
  }
}

let manifest: Record<AssetName, string> | undefined

/** The address of one built file, for example `/assets/plumbline-1a2b3c4d5e6f.css`. Reads the manifest once. */
export const assetUrl = (name: AssetName): string => {
  manifest ??= readManifest()
  return `/assets/${manifest[name]}`
}

/** The addresses that every page needs, to hand to `Layout` as its `assets`. */
export const layoutAssets = (): LayoutAssets => ({
  css: assetUrl('plumbline.css'),
  htmx: assetUrl('htmx.js'),
  js: assetUrl('plumbline.js'),
  icon: assetUrl('icon.svg'),
})

const load = (folder: string): Map<string, Served> =>
  new Map(
    Object.values(readManifest(folder)).map((name) => {
      const path = `${folder}/${name}`
      const served: Served = {
        type: types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream',
        plain: readFileSync(path),
        br: readFileSync(`${path}.br`),
        gzip: readFileSync(`${path}.gz`),
      }
      return [name, served]
    })
  )

const accepts = (header: string, coding: string): boolean =>
  header.split(',').some((part) => {
    const [name = '', ...parameters] = part.split(';')
    const refused = parameters.some((parameter) => /^\s*q\s*=\s*0(\.0*)?\s*$/i.test(parameter))
    return name.trim().toLowerCase() === coding && !refused
  })

/**
 * An app to mount at `/assets`. Every file is held in memory (about 200 KB), so a name is only ever looked up among
 * those of the manifest and never reaches the file system. Names carry a hash: browsers may keep them for ever.
 */
export const assets = (folder: string = builtFolder): Hono => {
  const app = new Hono()
  let files: Map<string, Served> | undefined
  app.get('/:name', (c) => {
    files ??= load(folder)
    const file = files.get(c.req.param('name'))
    if (!file) return c.notFound()
    const header = c.req.header('accept-encoding') ?? ''
    const coding = accepts(header, 'br') ? 'br' : accepts(header, 'gzip') ? 'gzip' : undefined
    const body = coding === undefined ? file.plain : file[coding]
    return c.body(new Uint8Array(body), 200, {
      'Content-Type': file.type,
      'Content-Length': String(body.length),
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
      ...(coding === undefined ? {} : { 'Content-Encoding': coding }),
    })
  })
  return app
}
