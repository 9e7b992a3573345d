// Builds what the server needs: the program in dist/, and dist/assets (CSS and browser script).
// Runs after `npm ci`; quick enough to run before every start.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './is-built.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (process.argv.includes('--unless-built') && isBuilt()) process.exit(0)

if (!existsSync('node_modules/esbuild') || !existsSync('node_modules/sass')) {
  console.log(
    'plumbline: nothing built (development packages are not installed); see docs/operate.md'
  )
  process.exit(0)
}

mkdirSync('dist/assets', { recursive: true })
const { buildAssets } = await import('./build-assets.mjs')
await buildAssets()
const { buildProgram } = await import('./build-program.mjs')
await buildProgram()
writeFileSync('dist/.built', new Date().toISOString())
