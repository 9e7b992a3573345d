/** A council that is whole passes; each kind of tampering is caught, in exact words. */
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { checkDatabase } from '../../src/admin/check-database.ts'
import { submitAudit } from '../../src/audits/submit-audit.ts'
import { answerAll, asPerson } from '../support/audit-answers.ts'
import { newContext } from '../support/context.ts'
import { addCouncil } from '../support/council.ts'
import { openAudit } from '../support/round-builders.ts'
import { withoutTriggers } from '../support/tamper.ts'

const checkAfter = async (...statements: string[]) => {
  const ctx = await newContext()
  await addCouncil(ctx)
  await withoutTriggers(ctx.db, async (db) => {
    for (const statement of statements) await sql.raw(statement).execute(db)
  })
  const round = await ctx.db.selectFrom('round').select('id').executeTakeFirstOrThrow()
  return (await checkDatabase(ctx)).map((fault) => fault.replaceAll(round.id, 'ROUND'))
}

test('an empty council holds', async () => {
  expect(await checkDatabase(await newContext())).toEqual([])
})

test('a council with history holds', async () => {
  expect(await checkAfter()).toEqual([])
})

test.each([
  [
    "update tally_council set count = count + 2 where theme = 'audit'",
    [
      "tally_council: 'audit ·  · ROUND · grade · requires_improvement' says 3, but there are 1 such judgements",
    ],
  ],
  [
    "update tally_team set count = 0 where theme = 'audit'",
    [
      expect.stringMatching(
        /^tally_team: '[\w-]+ · audit · ROUND · cin · requires_improvement' says 0, but there are 1 such judgements$/
      ),
    ],
  ],
  [
    "delete from judgement where item = 'pace'",
    [
      "tally_council: 'Referral · pace · ROUND · yes_no · yes' says 1, but there are 0 such judgements",
      "tally_status: ' · Referral · pace · ROUND · yes_no · yes' says 1, but there are 0 such judgements",
    ],
  ],
  [
    "update event set at = '2001-01-01T00:00:00.000Z' where number = 3",
    ['event log: event 3 was changed after it was written: its content does not give its hash'],
  ],
  [
    "update rubric_version set content = replace(content, 'Tea', 'Coffee')",
    [
      'rubric tea, version 1: was changed after it was published, its content does not give its hash',
    ],
  ],
  [
    "update rubric_version set id = 'other'",
    [
      'rubric_publication: 1 row names a rubric_version that is not there (version_id)',
      'rubric tea, version 1: the event log does not say that it was published',
    ],
  ],
  [
    "update audit set round_id = 'nowhere' where reference = 'A1'",
    ['audit: 1 row names a round that is not there (round_id)'],
  ],
  [
    "update audit set is_counted = 0 where reference = 'A2'",
    expect.arrayContaining(['audit A2: is submitted, but its judgements are not counted']),
  ],
  [
    "update audit set state = 'voided' where reference = 'A2'",
    ['audit A2: is counted, but it is not submitted'],
  ],
])('%s', async (statement, faults) => {
  expect(await checkAfter(statement)).toEqual(faults)
})

test('a rubric whose hash was worked out again is caught by the event log', async () => {
  const content = '{"key":"tea"}'
  const { createHash } = await import('node:crypto')
  const hash = createHash('sha256').update(content).digest('hex')
  expect(
    await checkAfter(`update rubric_version set content = '${content}', content_hash = '${hash}'`)
  ).toEqual([
    'rubric tea, version 1: was changed after it was published, the event log names another hash',
  ])
})

const submittedCouncil = async () => {
  const ctx = await newContext()
  const audit = await openAudit(ctx)
  await answerAll(ctx, audit)
  expect(await submitAudit(asPerson(ctx, audit.auditorId), { auditId: audit.auditId })).toEqual({
    ok: true,
  })
  return ctx
}

test('a submitted audit holds', async () => {
  expect(await checkDatabase(await submittedCouncil())).toEqual([])
})

test.each([
  "update answer set value = 'inadequate' where item_key = 'cp.clarity'",
  "update answer set state = 'not_enough_evidence', value = null where item_key = 'cp.clarity'",
  "update audit_theme set auditor_grade = 'outstanding' where theme = 'cp_plan'",
  "delete from answer where item_key = 'cp.clarity'",
])('behind a submitted audit: %s', async (statement) => {
  const ctx = await submittedCouncil()
  await sql.raw(statement).execute(ctx.db)
  expect(await checkDatabase(ctx)).toEqual([
    'audit A-000001: 1 of its judgements are not what its answers say',
  ])
})
