/** The library's rubrics in a test's database, published by the product itself. */
import { readFileSync } from 'node:fs'
import type { Context } from '../../src/db/transaction.ts'
import { publishRubric } from '../../src/rubrics/publish-rubric.ts'
import { readLibrary } from '../../src/rubrics/read-rubric-files.ts'
import type { LibraryEntry } from '../../src/rubrics/rules/check-library.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { parseScales } from '../../src/rubrics/rules/parse-scales.ts'
import type { Rubric } from '../../src/rubrics/rules/rubric.ts'

const readEntry = (key: string): LibraryEntry => {
  const scales = parseScales('rubrics/scales.yaml', readFileSync('rubrics/scales.yaml'))
  if (!scales.ok) throw new Error(scales.faults.map(faultLine).join('\n'))
  const file = `rubrics/${key}/1.yaml`
  const parsed = parseRubric(file, readFileSync(file), { scales: scales.scales })
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return { file, rubric: parsed.rubric, lines: parsed.lines }
}

let library: ReturnType<typeof readLibrary> | undefined

/** The whole library, read once. */
export const wholeLibrary = (): ReturnType<typeof readLibrary> => {
  library ??= readLibrary()
  return library
}

/** A rubric of the library, as its file says it. */
export const readRubric = (key: string): Rubric => readEntry(key).rubric

const readBefore = new Map<string, LibraryEntry>()

/** Publishes `rubrics/<key>/1.yaml` unless it is there already. @returns the version's id */
export const publishedRubric = async (ctx: Context, key: string): Promise<string> => {
  const entry = readBefore.get(key) ?? readEntry(key)
  readBefore.set(key, entry)
  return (await publishRubric(ctx, entry)).id
}
