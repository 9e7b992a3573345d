/** Writes the published results files beside itself: `npx tsx tests/imports/published/build.ts`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publishedFiles } from './rows.ts'

for (const [name, text] of publishedFiles()) writeFileSync(join(import.meta.dirname, name), text)
