// Builds what the server needs: dist/ from the TypeScript sources, and dist/assets (CSS and browser script).
// Runs after `npm ci`; quick enough to run before every start.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { isBuilt } from './is-built.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)

if (process.argv.includes('--unless-built') && isBuilt()) process.exit(0)

if (!existsSync('node_modules/typescript') || !existsSync('node_modules/sass')) {
  console.log(
    'plumbline: nothing built (development packages are not installed); see docs/operate.md'
  )
  process.exit(0)
}

mkdirSync('dist/assets', { recursive: true })
const { buildAssets } = await import('./build-assets.mjs')
await buildAssets()
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
})
writeFileSync('dist/.built', new Date().toISOString())
