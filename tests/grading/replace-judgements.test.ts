/** Judgements replaced, and the tallies that must follow them. */
import { describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '../../src/db/transaction.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { replaceJudgements } from '../../src/grading/replace-judgements.ts'
import type { Judgement } from '../../src/grading/rules/judgement.ts'
import { joinChoices, splitChoices } from '../../src/grading/rules/judgement.ts'
import { NOW, newContext } from '../support/context.ts'

const addAudits = async (ctx: Context, ...ids: string[]) => {
  await ctx.db
    .insertInto('round')
    .values({
      id: 'r1',
      name: 'April audit',
      name_key: 'april audit',
      kind: 'learning',
      selection: 'random',
      state: 'closed',
      origin: 'product',
      round_on: '2016-04-29',
      created_at: NOW,
    })
    .execute()
  await ctx.db
    .insertInto('audit')
    .values(
      ids.map((id) => ({
        id,
        reference: id,
        reference_key: id,
        round_id: 'r1',
        state: 'submitted' as const,
        origin: 'product' as const,
        is_counted: 1 as const,
      }))
    )
    .execute()
}

const audit = (id: string) => ({ id, roundId: 'r1', teamId: 't1', serviceStatus: 'cp' })

const grade = (
  theme: string,
  item: string | null,
  auditorValue: string,
  moderatedValue: string | null = null
): Judgement => ({ theme, item, kind: 'grade', auditorValue, moderatedValue })

const put = (ctx: Context, id: string, judgements: Judgement[]) =>
  inTransaction(ctx, (tx) => replaceJudgements(tx, audit(id), judgements))

const council = (ctx: Context) =>
  ctx.db
    .selectFrom('tally_council')
    .select(['theme', 'item', 'value', 'count'])
    .where('count', '<>', 0)
    .orderBy('theme')
    .orderBy('item')
    .orderBy('value')
    .execute()

describe('replaceJudgements', () => {
  test('counts the final value, for the council by item and for the team by theme', async () => {
    const ctx = await newContext()
    await addAudits(ctx, 'a1', 'a2')
    await put(ctx, 'a1', [
      grade('cp_plan', null, 'good', 'inadequate'),
      grade('cp_plan', 'cp.clarity', 'good'),
    ])
    await put(ctx, 'a2', [grade('cp_plan', null, 'good'), grade('cp_plan', 'cp.clarity', 'good')])

    expect(await council(ctx)).toEqual([
      { theme: 'cp_plan', item: '', value: 'good', count: 1 },
      { theme: 'cp_plan', item: '', value: 'inadequate', count: 1 },
      { theme: 'cp_plan', item: 'cp.clarity', value: 'good', count: 2 },
    ])
    expect(await ctx.db.selectFrom('tally_team').selectAll().orderBy('value').execute()).toEqual([
      {
        team_id: 't1',
        theme: 'cp_plan',
        round_id: 'r1',
        service_status: 'cp',
        value: 'good',
        count: 1,
      },
      {
        team_id: 't1',
        theme: 'cp_plan',
        round_id: 'r1',
        service_status: 'cp',
        value: 'inadequate',
        count: 1,
      },
    ])
    expect(await recountTallies(ctx.db)).toEqual([])
  })

  test('takes the old judgements out of the counts, and nothing twice', async () => {
    const ctx = await newContext()
    await addAudits(ctx, 'a1', 'a2')
    await put(ctx, 'a1', [grade('cp_plan', null, 'good'), grade('voice', null, 'good')])
    await put(ctx, 'a1', [grade('cp_plan', null, 'inadequate'), grade('voice', null, 'good')])
    await put(ctx, 'a1', [grade('cp_plan', null, 'inadequate'), grade('voice', null, 'good')])
    expect(await council(ctx)).toEqual([
      { theme: 'cp_plan', item: '', value: 'inadequate', count: 1 },
      { theme: 'voice', item: '', value: 'good', count: 1 },
    ])
    await put(ctx, 'a1', [])
    expect(await council(ctx)).toEqual([])
    expect(await recountTallies(ctx.db)).toEqual([])
  })

  test('leaves rows and counts as they were when one judgement comes twice', async () => {
    const ctx = await newContext()
    await addAudits(ctx, 'a1')
    await put(ctx, 'a1', [grade('cp_plan', null, 'good')])
    await expect(
      put(ctx, 'a1', [grade('voice', null, 'good'), grade('voice', null, 'good')])
    ).rejects.toThrow()
    expect(await council(ctx)).toEqual([{ theme: 'cp_plan', item: '', value: 'good', count: 1 }])
    expect(await recountTallies(ctx.db)).toEqual([])
  })
})

test('recountTallies sees a corrupted count', async () => {
  const ctx = await newContext()
  await addAudits(ctx, 'a1')
  await put(ctx, 'a1', [grade('cp_plan', null, 'good')])
  await ctx.db.updateTable('tally_council').set({ count: 2 }).execute()
  await ctx.db.deleteFrom('tally_team').execute()
  expect(await recountTallies(ctx.db)).toEqual([
    { tally: 'tally_council', key: 'cp_plan ·  · r1 · grade · good', kept: 2, counted: 1 },
    { tally: 'tally_team', key: 't1 · cp_plan · r1 · cp · good', kept: 0, counted: 1 },
  ])
})

test('choices are one text whatever their order', () => {
  expect(joinChoices(['b', 'a', 'b'])).toBe('a\nb')
  expect(splitChoices('a\nb')).toEqual(['a', 'b'])
})
