#!/usr/bin/env node
// Starts the command line: the built program when it is newer than every source file, else the sources through tsx.
// JavaScript because Node itself does not run JSX.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  // Older versions do not fail in words: the database driver ends them with a segmentation fault.
  process.stderr.write(
    `plumbline: this is Node ${process.versions.node}, and 22.12 or newer is needed; use npx plumbline or npm start, which bring their own\n`
  )
  process.exit(1)
}

const root = fileURLToPath(new URL('..', import.meta.url))
const built = `${root}dist/src/main.js`

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|json)$/.test(entry.name))
    .reduce(
      (latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
      0
    )

const upToDate = () => {
  if (!existsSync(built)) return false
  if (!existsSync(`${root}src/main.ts`)) return true
  const builtAt = statSync(`${root}dist/.built`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return ['src', 'views', 'migrations'].every((folder) => newest(`${root}${folder}`) <= builtAt)
}

if (upToDate()) {
  await import(built)
} else {
  process.env.TSX_TSCONFIG_PATH ??= `${root}tsconfig.json`
  await import('tsx')
  await import(`${root}src/main.ts`)
}
