/** Rubrics that audits were graded on are read once, and a bounded number is remembered. */
import type { KyselyPlugin } from 'kysely'
import { expect, test } from 'vitest'
import { rubricsByHash } from '../../src/audits/rubric-store.ts'
import { newUuid } from '../../src/db/uuid.ts'
import { newApp } from '../support/app.ts'
import { publishedRubric } from '../support/published-rubrics.ts'

test('remembers two hundred, lets go of what was read first, and reads it again', async () => {
  const t = await newApp()
  await publishedRubric(t.context(), 'cp_plan')
  const row = await t.db
    .selectFrom('rubric_version')
    .selectAll()
    .where('rubric_key', '=', 'cp_plan')
    .executeTakeFirstOrThrow()
  const hashes = Array.from({ length: 201 }, (_, index) => `bounded-${index}`)
  await t.db
    .insertInto('rubric_version')
    .values(
      hashes.map((hash, index) => ({
        ...row,
        id: newUuid(),
        version: `9.9.${index}`,
        content_hash: hash,
      }))
    )
    .execute()

  let queries = 0
  const counter: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      queries += 1
      return result
    },
  }
  const read = (some: readonly string[]) => rubricsByHash(t.db.withPlugin(counter), some)

  await read(['bounded-0'])
  const rest = await read(hashes.slice(1))
  expect(rest.size).toBe(200)
  expect(queries).toBe(2)

  expect((await read(hashes.slice(1))).get('bounded-200')?.key).toBe('cp_plan')
  expect(queries).toBe(2)

  expect((await read(['bounded-0'])).get('bounded-0')?.key).toBe('cp_plan')
  expect(queries).toBe(3)
})
