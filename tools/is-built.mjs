// Is dist/ newer than every source file it was built from?
import { existsSync, readdirSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

const newest = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|json|scss|svg)$/.test(entry.name))
    .reduce(
      (latest, entry) => Math.max(latest, statSync(`${entry.parentPath}/${entry.name}`).mtimeMs),
      0
    )

/** True as well where there are no sources, as in a container that holds only what was built. */
export const isBuilt = () => {
  if (!existsSync(`${root}dist/server/main.js`)) return false
  if (!existsSync(`${root}src/main.ts`)) return true
  const builtAt = statSync(`${root}dist/.built`, { throwIfNoEntry: false })?.mtimeMs ?? 0
  return ['src', 'views', 'migrations'].every((folder) => newest(`${root}${folder}`) <= builtAt)
}
