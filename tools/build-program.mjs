// Builds the program into dist/server: our own modules as one file, since finding and linking thirteen hundred takes longer
// than running them. Packages stay in node_modules. What is imported with `await import` is read only when it is needed.
import { readdirSync, rmSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Every file as deep below the product's folder as the sources are, so that `../..` names it from both. */
export const buildProgram = async () => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/main.ts', 'src/documents/word-worker.ts'],
    outdir: 'dist/server',
    entryNames: '[name]',
    chunkNames: 'part-[hash]',
    bundle: true,
    splitting: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node22.12',
    legalComments: 'none',
    metafile: true,
    logLevel: 'error',
  })
  const written = new Set(Object.keys(metafile.outputs).map((file) => basename(file)))
  for (const name of readdirSync(`${root}dist/server`)) {
    if (!written.has(name)) rmSync(`${root}dist/server/${name}`)
  }
  // Of earlier builds, a file for each module.
  for (const folder of ['src', 'views', 'migrations']) {
    rmSync(`${root}dist/${folder}`, { recursive: true, force: true })
  }
}
