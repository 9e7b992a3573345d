// Builds the browser's files into dist/assets: one stylesheet, our script, htmx's own file and the icon,
// each named by the hash of its content, beside its .br and .gz, and listed in manifest.json.
import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { basename, extname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync, constants as zlib } from 'node:zlib'

const root = fileURLToPath(new URL('..', import.meta.url))
const out = `${root}dist/assets`

const stylesheet = async () => {
  const sass = await import('sass')
  return sass.compile(`${root}views/assets/plumbline.scss`, {
    style: 'compressed',
    loadPaths: [`${root}node_modules/govuk-frontend/dist`],
    quietDeps: true,
    charset: false,
  }).css
}

const script = async () => {
  const esbuild = await import('esbuild')
  const result = await esbuild.build({
    entryPoints: [`${root}views/assets/plumbline.ts`],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2020',
    legalComments: 'none',
    charset: 'utf8',
    logLevel: 'error',
  })
  return result.outputFiles[0].text
}

const brotli = (content) =>
  brotliCompressSync(content, {
    params: { [zlib.BROTLI_PARAM_QUALITY]: 11, [zlib.BROTLI_PARAM_SIZE_HINT]: content.length },
  })

/** Whole or not at all, so that a server that reads while we build never gets half a file. */
const write = (file, content) => {
  writeFileSync(`${file}.new-${process.pid}`, content)
  renameSync(`${file}.new-${process.pid}`, file)
}

/** A name with a hash is never written twice: what is there is right. */
const writeOnce = (file, content) => {
  if (!existsSync(file)) write(file, content())
}

/**
 * Builds everything into `dist/assets` and answers the manifest: plain name → file name with its hash.
 * Files of earlier builds are removed once the new manifest is written, so a reader never finds it dangling.
 */
export const buildAssets = async () => {
  const sources = {
    'plumbline.css': await stylesheet(),
    'plumbline.js': await script(),
    'htmx.js': readFileSync(`${root}node_modules/htmx.org/dist/htmx.min.js`),
    'icon.svg': readFileSync(`${root}views/assets/icon.svg`),
  }
  mkdirSync(out, { recursive: true })
  const manifest = {}
  for (const [name, text] of Object.entries(sources)) {
    const content = Buffer.from(text)
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12)
    const file = `${basename(name, extname(name))}-${hash}${extname(name)}`
    manifest[name] = file
    writeOnce(`${out}/${file}`, () => content)
    writeOnce(`${out}/${file}.br`, () => brotli(content))
    writeOnce(`${out}/${file}.gz`, () => gzipSync(content, { level: 9 }))
  }
  write(`${out}/manifest.json`, `${JSON.stringify(manifest, null, 2)}\n`)
  const current = new Set(
    Object.values(manifest).flatMap((file) => [file, `${file}.br`, `${file}.gz`])
  )
  for (const file of readdirSync(out)) {
    if (file === 'manifest.json' || current.has(file) || file.includes('.new-')) continue
    rmSync(`${out}/${file}`, { force: true })
  }
  return manifest
}
