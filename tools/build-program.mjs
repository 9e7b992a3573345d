// Builds the program into dist/server: our own modules and the packages that are plain modules, in some hundreds of files. Finding
// and linking two thousand takes longer than running them; one file for all holds far more memory while it is read, and keeps it.
// What is imported with `await import` is read only when it is needed.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Packages that are built in: plain modules that look for no file beside themselves. Every other stays in node_modules. */
const builtIn = new Set([
  '@hono/node-server',
  'csv-parse',
  'csv-stringify',
  'd3-scale',
  'd3-shape',
  'diff',
  'fflate',
  'hono',
  'kysely',
  'zod',
])

const external = () => {
  const { dependencies } = JSON.parse(readFileSync(`${root}package.json`, 'utf8'))
  return Object.keys(dependencies).filter((name) => !builtIn.has(name))
}

/** Every file of routes is an entry, which is what divides the program: what several need becomes a file that they share. */
const entryPoints = () => {
  const routes = readdirSync(`${root}src`, { recursive: true })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => /^[a-z]+\/[a-z-]*routes\.tsx$/.test(file))
    .map((file) => ({
      in: `src/${file}`,
      out: `${dirname(file)}.${basename(file, '.tsx')}`,
    }))
  return [
    { in: 'src/main.ts', out: 'main' },
    { in: 'src/documents/word-worker.ts', out: 'word-worker' },
    ...routes,
  ]
}

/**
 * With one letter beyond Latin-1 V8 keeps two bytes for each letter of a file. esbuild escapes those in strings but not in
 * regular expressions and raw templates, of which ours are parts of regular expressions: there an escape means the same.
 */
const escaped = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

const inAscii = (text) => {
  // After a backslash the escape would be read as a backslash and its name.
  const [found] = /.{0,40}\\\P{ASCII}/u.exec(text) ?? []
  if (found) throw new Error(`write the letter after the backslash as an escape: ${found}`)
  return text.replace(/\P{ASCII}/gu, (letter) => letter.split('').map(escaped).join(''))
}

/** Every file as deep below the product's folder as the sources are, so that `../..` names it from both. */
export const buildProgram = async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(),
    outdir: 'dist/server',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    external: external(),
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    legalComments: 'none',
    write: false,
    logLevel: 'error',
  })
  mkdirSync(`${root}dist/server`, { recursive: true })
  const written = new Set(outputFiles.map(({ path }) => basename(path)))
  for (const { path, text } of outputFiles) writeFileSync(path, inAscii(text))
  for (const name of readdirSync(`${root}dist/server`)) {
    if (!written.has(name)) rmSync(`${root}dist/server/${name}`)
  }
  // Of earlier builds, a file for each module.
  for (const folder of ['src', 'views', 'migrations']) {
    rmSync(`${root}dist/${folder}`, { recursive: true, force: true })
  }
}
