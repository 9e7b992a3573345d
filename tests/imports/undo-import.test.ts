/** Imports that were mistaken, stopped half-way or wrong. */
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { NOW, newContext } from '../support/context.ts'
import { council, FILE, faultsOf, HEADER, rowsOf, run } from '../support/results-file.ts'

describe('undoing', () => {
  test('takes an import out of every count, once', async () => {
    const ctx = await newContext()
    const { importId } = await run(ctx, FILE)
    expect(await undoImport(ctx, { importId: importId ?? '' })).toEqual({ audits: 2, restored: 0 })
    expect(await council(ctx)).toEqual([])
    expect(await recountTallies(ctx.db)).toEqual([])
    expect(await faultsOf(undoImport(ctx, { importId: importId ?? '' }))).toEqual([
      `the import ${importId} is already undone`,
    ])
    expect(await faultsOf(undoImport(ctx, { importId: 'nonsense' }))).toEqual([
      'there is no import nonsense; `plumbline import list` shows those there are',
    ])
    expect(await run(ctx, FILE)).toMatchObject({ added: 4 })
    expect(await recountTallies(ctx.db)).toEqual([])
  })
})

describe('an import that was stopped', () => {
  const stopped = async (ctx: Context, at: string) => {
    await run(ctx, FILE)
    // What a killed import of another file leaves: staged, hidden, not counted.
    await ctx.db
      .insertInto('results_import')
      .values({
        id: 'dead',
        file_name: 'other.csv',
        file_hash: 'x',
        imported_at: at,
        state: 'staged',
        audits: 1,
        judgements: 1,
      })
      .execute()
    const { id: roundId } = await ctx.db.selectFrom('round').select('id').executeTakeFirstOrThrow()
    await ctx.db
      .insertInto('audit')
      .values({
        id: 'd1',
        reference: 'D1',
        reference_key: 'd1',
        round_id: roundId,
        state: 'submitted',
        origin: 'import',
        import_id: 'dead',
        superseded_at: NOW,
      })
      .execute()
    const row = {
      theme: 'Referral',
      item: '',
      kind: 'grade',
      value: 'good',
      round_id: roundId,
      team_id: '',
      service_status: '',
    } as const
    await ctx.db
      .insertInto('judgement')
      .values({ ...row, audit_id: 'd1', auditor_value: 'good' })
      .execute()
    await ctx.db
      .insertInto('tally_hidden')
      .values({ ...row, import_id: 'dead', count: 1 })
      .execute()
  }

  test('is not counted, and goes away with the next one', async () => {
    const ctx = await newContext()
    await stopped(ctx, '2026-01-12T08:58:00.000Z')
    expect(await recountTallies(ctx.db)).toEqual([])
    expect(await run(ctx, `${HEADER}\nA9,May audit,2016-05-31,referral,,good,,,`)).toMatchObject({
      added: 1,
    })
    expect(await ctx.db.selectFrom('audit').select('id').where('id', '=', 'd1').execute()).toEqual(
      []
    )
    expect(await recountTallies(ctx.db)).toEqual([])
  })

  test('is waited for while it may be at work', async () => {
    const ctx = await newContext()
    await stopped(ctx, '2026-01-12T08:59:30.000Z')
    expect(
      await faultsOf(run(ctx, `${HEADER}\nA9,May audit,2016-05-31,referral,,good,,,`))
    ).toEqual([
      'another import of results is at work; nothing was changed, try again when it has ended (a minute after it was stopped)',
    ])
  })
})

test('a later file cannot mix another kind of value into an item', async () => {
  const ctx = await newContext()
  await run(ctx, FILE)
  expect(
    await faultsOf(run(ctx, `${HEADER}\nA9,May audit,2016-05-31,referral,Pace,12,,,`))
  ).toEqual(['history.csv:2: “12” is not yes or no; write yes, no or n/a'])
})

test('every fault of a bad file is told with its line, and nothing is imported', async () => {
  const ctx = await newContext()
  expect(
    await faultsOf(
      run(ctx, `${HEADER}\nA1,R,2016-13-01,referral,,good,,,\nA2,R,2016-04-01,referral,,fine,,,`)
    )
  ).toEqual([
    'history.csv:2: audited_on: “2016-13-01” is a date that does not exist; check day and month',
    'history.csv:3: “fine” is not a grade; write outstanding, good, requires improvement, inadequate, n/a or not enough evidence',
  ])
  expect(await rowsOf(ctx)).toMatchObject({ rounds: 0, audits: 0, imports: 0, events: 0 })
})
