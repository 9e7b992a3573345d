/** What cuts a line of results is looked at by `check`: meanings of versions, and versions of rounds. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { newContext } from '../support/context.ts'
import { publishCouncilVersion } from '../support/council-version.ts'
import { openAudit } from '../support/round-builders.ts'
import { withoutTriggers } from '../support/tamper.ts'

const checkAfter = async (statement: string) => {
  const ctx = await newContext()
  await openAudit(ctx, { rubrics: ['cp_plan', 'voice'], round: { name: 'Winter audit' } })
  await publishCouncilVersion(ctx)
  await withoutTriggers(ctx.db, async (db) => {
    await sql.raw(statement).execute(db)
  })
  return checkDatabase(ctx)
}

const of = (key: string, version: string) =>
  `(select id from rubric_version where rubric_key = '${key}' and version = '${version}')`

test.each([
  ['select 1', []],
  [
    `update rubric_meaning set since_version_id = ${of('voice', '1')} where item_key = 'cp.visits'`,
    [
      'rubric cp_plan, version 1-local.1: the meaning of cp.visits goes back to voice 1, another rubric',
    ],
  ],
  [
    `update rubric_meaning set item_key = 'cp.gone' where item_key = 'cp.visits'`,
    ['rubric cp_plan, version 1-local.1: the meaning of cp.gone is kept, and it has no such item'],
  ],
  [
    `insert into rubric_meaning (version_id, item_key, since_version_id, reason)
      select ${of('voice', '1')}, '', ${of('voice', '1')}, ''`,
    [],
  ],
  [
    `delete from round_version where theme = 'cp_plan'`,
    ['round Winter audit: audits of cp_plan have version 1, and it is not noted for the round'],
  ],
])('%s', async (statement, faults) => {
  expect(await checkAfter(statement)).toEqual(faults)
})

test('a meaning that goes back to a version published later is a fault', async () => {
  const faults = await checkAfter(
    `update rubric_version set published_at = '2036-01-01T00:00:00.000Z' where version = '1' and rubric_key = 'cp_plan'`
  )
  expect(faults).toContain(
    'rubric cp_plan, version 1-local.1: the meaning of cp.clarity goes back to version 1, which was published later'
  )
})
