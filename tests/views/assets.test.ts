/** Built files: their size, what they may never contain, and how they are served. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { assets, assetUrl, layoutAssets, readManifest } from '../../src/http/assets.ts'

const folder = join(import.meta.dirname, '../../dist/assets')
const nameOf = (url: string): string => url.replace('/assets/', '')
const build: string = '../../tools/build-assets.mjs'

beforeAll(async () => {
  const { buildAssets } = (await import(build)) as { buildAssets: () => Promise<unknown> }
  await buildAssets()
})

describe('the built files', () => {
  it('weigh at most 90 KB compressed, all together', () => {
    const sizes = readdirSync(folder)
      .filter((name) => name.endsWith('.gz'))
      .map((name) => readFileSync(join(folder, name)).length)
    expect(sizes).toHaveLength(4)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(90 * 1024)
  })

  it('never ask for GDS Transport, a crown or any other address', () => {
    const css = readFileSync(join(folder, nameOf(assetUrl('plumbline.css'))), 'utf8')
    expect(css).not.toMatch(/gds.transport/i)
    expect(css).not.toContain('@font-face')
    expect(css).not.toMatch(/url\((?!"#)/)
    expect(css).toContain('Public Sans')
    expect(css).toContain('#12355b')
  })

  it('serve the htmx that was pinned, untouched', () => {
    const ours = readFileSync(join(folder, nameOf(assetUrl('htmx.js'))))
    const theirs = readFileSync(
      join(import.meta.dirname, '../../node_modules/htmx.org/dist/htmx.min.js')
    )
    expect(ours.equals(theirs)).toBe(true)
    expect(ours.toString()).toContain('4.0.1')
  })

  it('carry a hash in every name', () => {
    for (const url of Object.values(layoutAssets())) {
      expect(url).toMatch(/^\/assets\/[a-z]+-[0-9a-f]{12}\.(css|js|svg)$/)
    }
  })
})

describe('serving', () => {
  const app = assets()
  const css = (): string => nameOf(assetUrl('plumbline.css'))
  const get = (path: string, encoding?: string) =>
    app.request(path, encoding === undefined ? {} : { headers: { 'accept-encoding': encoding } })

  it('prefers brotli, then gzip, then plain, and the content is the same', async () => {
    const plain = await get(`/${css()}`)
    const br = await get(`/${css()}`, 'gzip, deflate, br, zstd')
    const gzip = await get(`/${css()}`, 'gzip;q=0.5, br;q=0')
    expect(plain.headers.get('content-encoding')).toBeNull()
    expect(br.headers.get('content-encoding')).toBe('br')
    expect(gzip.headers.get('content-encoding')).toBe('gzip')
    const content = Buffer.from(await plain.arrayBuffer())
    const fromBrotli = brotliDecompressSync(Buffer.from(await br.arrayBuffer()))
    expect(fromBrotli.equals(content)).toBe(true)
    expect(gunzipSync(Buffer.from(await gzip.arrayBuffer())).equals(content)).toBe(true)
  })

  it('says type, length, that it varies, and that it may be kept for ever', async () => {
    const answer = await get(`/${css()}`, 'gzip')
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(answer.headers.get('vary')).toBe('Accept-Encoding')
    const length = (await answer.arrayBuffer()).byteLength
    expect(answer.headers.get('content-length')).toBe(String(length))
    const icon = await get(`/${nameOf(assetUrl('icon.svg'))}`)
    expect(icon.headers.get('content-type')).toBe('image/svg+xml')
    const js = await get(`/${nameOf(assetUrl('plumbline.js'))}`)
    expect(js.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  })

  it.each([
    '/plumbline.css',
    '/manifest.json',
    '/..%2fmanifest.json',
    '/..%2f..%2fpackage.json',
    '/a/b.css',
    '/',
  ])('answers 404 for %s', async (path) => {
    expect((await get(path)).status).toBe(404)
  })

  it('does not serve the compressed twins under their own names', async () => {
    expect((await get(`/${css()}.br`)).status).toBe(404)
  })
})

describe('a build that is not there', () => {
  it('says what to run', () => {
    const empty = mkdtempSync(join(tmpdir(), 'plumbline-assets-'))
    try {
      expect(() => readManifest(empty)).toThrow(
        'The stylesheet and scripts have not been built. Run `npm run build`.'
      )
      writeFileSync(join(empty, 'manifest.json'), '{"plumbline.css":"gone-000000000000.css"}')
      expect(() => readManifest(empty)).toThrow(
        'The build of plumbline.css is missing or out of date. Run `npm run build`.'
      )
    } finally {
      rmSync(empty, { recursive: true })
    }
  })
})
