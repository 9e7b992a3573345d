#!/usr/bin/env -S node --max-semi-space-size=8
// Starts the command line: the built program when it is newer than every source file, else the sources through tsx.
// JavaScript because Node itself does not run JSX.
import { isBuilt } from '../tools/is-built.mjs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  // Older versions do not fail in words: the database driver ends them with a segmentation fault.
  process.stderr.write(
    `plumbline: this is Node ${process.versions.node}, and 22.12 or newer is needed; use npx plumbline or npm start, which bring their own\n`
  )
  process.exit(1)
}

const root = new URL('../', import.meta.url)

if (isBuilt()) {
  await import(new URL('dist/server/main.js', root))
} else {
  process.env.TSX_TSCONFIG_PATH ??= new URL('tsconfig.json', root).pathname
  await import('tsx')
  await import(new URL('src/main.ts', root))
}
