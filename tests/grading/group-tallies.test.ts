/** Theme grades counted by what the child was, and criteria by team: kept with each change, and counted again by check. */
import { describe, expect, test } from 'vitest'
import { type Context, inTransaction } from '../../src/db/transaction.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { replaceJudgements } from '../../src/grading/replace-judgements.ts'
import { ageBandOf } from '../../src/grading/rules/age-band.ts'
import { itemChanges } from '../../src/grading/rules/group-changes.ts'
import type { Judgement } from '../../src/grading/rules/judgement.ts'
import { NOW, newContext } from '../support/context.ts'

const addAudit = async (ctx: Context, id: string, child: { age?: number; sex?: string } = {}) => {
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
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  await ctx.db
    .insertInto('audit')
    .values({
      id,
      reference: id,
      reference_key: id,
      round_id: 'r1',
      state: 'submitted',
      origin: 'product',
      is_counted: 1,
      child_age: child.age ?? null,
      child_sex: child.sex ?? null,
    })
    .execute()
}

const put = (ctx: Context, id: string, grades: Record<string, string>) =>
  inTransaction(ctx, (tx) =>
    replaceJudgements(
      tx,
      { id, roundId: 'r1', teamId: 't1', serviceStatus: 'cp' },
      Object.entries(grades).map(
        ([item, auditorValue]): Judgement => ({
          theme: 'cp_plan',
          item: item === 'theme' ? null : item,
          kind: 'grade',
          auditorValue,
          moderatedValue: null,
        })
      )
    )
  )

const groups = (ctx: Context) =>
  ctx.db
    .selectFrom('tally_group')
    .select(['dimension', 'group_key as key', 'service_status as status', 'value', 'count'])
    .where('count', '<>', 0)
    .orderBy('dimension')
    .orderBy('value')
    .execute()

const items = (ctx: Context) =>
  ctx.db.selectFrom('tally_item').select(['item', 'team_id as team', 'graded', 'weak']).execute()

describe('counts by group and item', () => {
  test('are of what the child was, and only of what is known', async () => {
    const ctx = await newContext()
    await addAudit(ctx, 'a1', { age: 15, sex: 'Female' })
    await put(ctx, 'a1', { theme: 'good' })
    expect(await groups(ctx)).toEqual([
      { dimension: 'age', key: '10_to_15', status: 'cp', value: 'good', count: 1 },
      { dimension: 'sex', key: 'Female', status: 'cp', value: 'good', count: 1 },
      { dimension: 'status', key: 'cp', status: '', value: 'good', count: 1 },
      { dimension: 'team', key: 't1', status: '', value: 'good', count: 1 },
    ])
    expect(await recountTallies(ctx.db)).toEqual([])
  })

  test('follow a second submission, and leave with the audit', async () => {
    const ctx = await newContext()
    await addAudit(ctx, 'a1', { age: 0 })
    await put(ctx, 'a1', { theme: 'good', 'cp.visits': 'inadequate', 'cp.clarity': 'good' })
    await put(ctx, 'a1', { theme: 'inadequate', 'cp.visits': 'good' })
    expect((await groups(ctx)).map(({ key, value }) => `${key} ${value}`)).toEqual([
      'under_1 inadequate',
      'cp inadequate',
      't1 inadequate',
    ])
    expect((await items(ctx)).filter(({ graded }) => graded > 0)).toEqual([
      { item: 'cp.visits', team: 't1', graded: 1, weak: 0 },
    ])
    expect(await recountTallies(ctx.db)).toEqual([])
    await put(ctx, 'a1', {})
    expect(await groups(ctx)).toEqual([])
  })

  test('count what is on the four grades alone as graded', () => {
    const row = {
      theme: 'voice',
      item: 'voice.seen',
      kind: 'grade',
      roundId: 'r1',
      teamId: 't1',
      serviceStatus: 'cp',
    }
    expect(
      itemChanges([
        { row: { ...row, value: 'not_applicable' }, by: 1 },
        { row: { ...row, value: 'sometimes' }, by: 1 },
        { row: { ...row, value: 'yes', kind: 'yes_no' }, by: 1 },
        { row: { ...row, value: 'requires_improvement' }, by: 2 },
        { row: { ...row, value: 'outstanding' }, by: 1 },
      ])
    ).toEqual([
      { roundId: 'r1', theme: 'voice', item: 'voice.seen', teamId: 't1', graded: 3, weak: 2 },
    ])
  })

  test('that somebody changed are named by check', async () => {
    const ctx = await newContext()
    await addAudit(ctx, 'a1', { sex: 'Male' })
    await put(ctx, 'a1', { theme: 'good', 'cp.visits': 'inadequate' })
    await ctx.db
      .updateTable('tally_group')
      .set({ count: 3 })
      .where('dimension', '=', 'sex')
      .execute()
    await ctx.db.updateTable('tally_item').set({ weak: 0 }).execute()
    expect(await recountTallies(ctx.db)).toEqual([
      { tally: 'tally_group', key: 'sex · r1 · cp_plan · Male · cp · good', kept: 3, counted: 1 },
      {
        tally: 'tally_item',
        key: 'r1 · cp_plan · cp.visits · t1 · below good',
        kept: 0,
        counted: 1,
      },
    ])
  })

  test.each([
    [0, 'under_1'],
    [1, '1_to_4'],
    [4, '1_to_4'],
    [5, '5_to_9'],
    [15, '10_to_15'],
    [16, '16_to_17'],
    [18, '18_and_over'],
    [25, '18_and_over'],
  ])('have the age %i in the band %s', (age, band) => {
    expect(ageBandOf(age)).toBe(band)
  })
})
