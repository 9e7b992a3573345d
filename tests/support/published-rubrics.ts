/** The library's rubrics in a test's database, as `plumbline rubric publish` would leave them. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Context } from '../../src/db/transaction.ts'
import { faultLine } from '../../src/rubrics/rules/fault.ts'
import { parseRubric } from '../../src/rubrics/rules/parse-rubric.ts'
import { parseScales } from '../../src/rubrics/rules/parse-scales.ts'
import type { Rubric } from '../../src/rubrics/rules/rubric.ts'
import { canonicalRubric } from '../../src/rubrics/rules/rubric-identity.ts'

const read = (key: string): Rubric => {
  const scales = parseScales('rubrics/scales.yaml', readFileSync('rubrics/scales.yaml'))
  if (!scales.ok) throw new Error(scales.faults.map(faultLine).join('\n'))
  const file = `rubrics/${key}/1.yaml`
  const parsed = parseRubric(file, readFileSync(file), { scales: scales.scales })
  if (!parsed.ok) throw new Error(parsed.faults.map(faultLine).join('\n'))
  return parsed.rubric
}

const readBefore = new Map<string, Rubric>()

/** Publishes `rubrics/<key>/1.yaml` unless it is there already. @returns the version's id */
export const publishedRubric = async (ctx: Context, key: string): Promise<string> => {
  const known = await ctx.db
    .selectFrom('rubric_version')
    .select('id')
    .where('rubric_key', '=', key)
    .executeTakeFirst()
  if (known) return known.id
  const rubric = readBefore.get(key) ?? read(key)
  readBefore.set(key, rubric)
  const content = canonicalRubric(rubric)
  const id = ctx.ids()
  await ctx.db
    .insertInto('rubric_version')
    .values({
      id,
      rubric_key: rubric.key,
      version: rubric.version,
      title: rubric.title,
      judgement: rubric.judgement ?? null,
      scale: rubric.scale,
      content,
      content_hash: createHash('sha256').update(content).digest('hex'),
      published_at: ctx.now,
      published_by: null,
    })
    .execute()
  return id
}
