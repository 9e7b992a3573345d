/** Mapping historical names: figures follow, what was typed stays, and nothing is mapped that does not fit. */
import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { listUnmapped } from '../../src/imports/load-names.ts'
import { mapName } from '../../src/imports/map-name.ts'
import type { MappingFrom } from '../../src/imports/rules/mapping-faults.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { undoMapping } from '../../src/imports/undo-mapping.ts'
import { council, FILE, HEADER, later, run } from '../support/results-file.ts'
import { newWorld } from '../support/world.ts'

const OLD = [
  HEADER,
  'A1,April audit,2016-04-28,CIN plans,,good,,Old north,cin',
  'A1,April audit,2016-04-28,CIN plans,Clear plan,RI,,Old north,cin',
  'A1,April audit,2016-04-28,audit,,good,,Old north,cin',
  'A2,April audit,2016-04-29,cin plans,,inadequate,requires improvement,North 1,cin',
  'A2,April audit,2016-04-29,cin plans,Seen weekly,yes,,North 1,cin',
].join('\n')

const theme = (name: string): MappingFrom => ({ kind: 'theme', theme: name, item: '', teamId: '' })
const item = (of: string, name: string): MappingFrom => ({
  kind: 'item',
  theme: of,
  item: name,
  teamId: '',
})

const imported = async (text = OLD) => {
  const world = await newWorld()
  const ctx: Context = {
    ...world.context(),
    actor: { kind: 'user', id: world.people.qa_lead },
  }
  const { importId } = await run(ctx, text)
  const map = (from: MappingFrom, to: string) =>
    mapName(ctx, { from, to, reason: 'The form had this name until 2018' })
  return { world, ctx, map, importId: importId ?? '' }
}

const typed = async ({ db }: Context) =>
  (
    await db
      .selectFrom('judgement')
      .select(['theme', 'item', 'typed_theme', 'typed_item'])
      .where('typed_theme', 'is not', null)
      .orderBy('typed_item')
      .orderBy('audit_id')
      .execute()
  ).map((row) => `${row.theme}/${row.item} from ${row.typed_theme}/${row.typed_item}`)

const sound = async ({ db }: Context) => expect(await recountTallies(db)).toEqual([])

test('lists what was kept as typed, with nothing chosen', async () => {
  const { ctx, world } = await imported()
  const names = await listUnmapped(world.db)
  expect(names.map(({ kind, label, count, rounds }) => [kind, label, count, rounds])).toEqual([
    ['theme', 'CIN plans', 4, 1],
    ['team', 'Old north', 1, 1],
  ])
  await sound(ctx)
})

test('a theme: its judgements are counted under today’s and say what they were', async () => {
  const { ctx, map, world } = await imported()
  const { id, audits, judgements } = await map(theme('CIN plans'), 'cin_plan')
  expect([audits, judgements]).toEqual([2, 4])
  expect(await council(ctx)).toEqual([
    'April audit audit/ good 1',
    'April audit cin_plan/ good 1',
    'April audit cin_plan/ requires_improvement 1',
    'April audit cin_plan/Clear plan requires_improvement 1',
    'April audit cin_plan/Seen weekly yes 1',
  ])
  expect(await typed(ctx)).toEqual([
    'cin_plan/ from CIN plans/',
    'cin_plan/ from CIN plans/',
    'cin_plan/Clear plan from CIN plans/Clear plan',
    'cin_plan/Seen weekly from CIN plans/Seen weekly',
  ])
  await sound(ctx)
  const event = await world.db
    .selectFrom('event')
    .select(['actor_id', 'subject_id', 'details'])
    .where('type', '=', 'results.mapped')
    .executeTakeFirstOrThrow()
  expect([event.actor_id, event.subject_id]).toEqual([world.people.qa_lead, id])
  expect(event.details).not.toMatch(/CIN|2018/)

  await undoMapping(ctx, { id, reason: 'They are not the same' })
  expect(await council(ctx)).toContain('April audit CIN plans/ good 1')
  expect(await typed(ctx)).toEqual([])
  await sound(ctx)
  await expect(undoMapping(ctx, { id, reason: 'Again' })).rejects.toThrow(
    'The qa_lead has undone this mapping already'
  )
})

test('an item, after its theme; the theme cannot be taken back before it', async () => {
  const { ctx, map, world } = await imported()
  const first = await map(theme('CIN plans'), 'cin_plan')
  const names = await listUnmapped(world.db)
  expect(names.filter(({ kind }) => kind === 'item').map(({ label }) => label)).toEqual([
    'Clear plan',
    'Seen weekly',
  ])
  const target = await itemOf('grade')
  const second = await map(item('cin_plan', 'Clear plan'), target)
  expect(await typed(ctx)).toContain(`cin_plan/${target} from CIN plans/Clear plan`)
  await sound(ctx)
  await expect(undoMapping(ctx, { id: first.id, reason: 'No' })).rejects.toThrow(
    'Its item “Clear plan” was mapped too. Undo that mapping first'
  )
  await undoMapping(ctx, { id: second.id, reason: 'No' })
  expect(await typed(ctx)).toContain('cin_plan/Clear plan from CIN plans/Clear plan')
  await undoMapping(ctx, { id: first.id, reason: 'No' })
  expect(await typed(ctx)).toEqual([])
  await sound(ctx)

  async function itemOf(kind: string) {
    const row = await world.db
      .selectFrom('rubric_version')
      .select('content')
      .where('rubric_key', '=', 'cin_plan')
      .executeTakeFirstOrThrow()
    const { items } = JSON.parse(row.content) as { items: { key: string; kind: string }[] }
    return items.find((one) => one.kind === kind)?.key ?? ''
  }
})

test('a team: its audits count for today’s team and keep the old one', async () => {
  const { ctx, map, world } = await imported()
  const old = await world.db
    .selectFrom('team')
    .select('id')
    .where('name', '=', 'Old north')
    .executeTakeFirstOrThrow()
  const from = { kind: 'team', theme: '', item: '', teamId: old.id } as const
  const { id } = await map(from, world.teamId)
  const teams = () =>
    world.db
      .selectFrom('audit')
      .select(['reference', 'team_id', 'imported_team_id'])
      .orderBy('reference')
      .execute()
  expect((await teams())[0]).toEqual({
    reference: 'A1',
    team_id: world.teamId,
    imported_team_id: old.id,
  })
  await sound(ctx)
  expect(await run(ctx, OLD)).toMatchObject({ added: 0, unchanged: 5 })
  await run(ctx, OLD.replaceAll('A1', 'B1').replaceAll('A2', 'B2'))
  expect((await teams())[2]).toEqual({
    reference: 'B1',
    team_id: world.teamId,
    imported_team_id: old.id,
  })
  await sound(ctx)
  await undoMapping(ctx, { id, reason: 'Another team' })
  expect((await teams()).map(({ team_id }) => team_id)).toEqual([
    old.id,
    world.teamId,
    old.id,
    world.teamId,
  ])
  await sound(ctx)
})

describe('later imports', () => {
  test('the same file is unchanged, mapped or not; another is read the same way and says so', async () => {
    const { ctx, map } = await imported()
    const { id } = await map(theme('CIN plans'), 'cin_plan')
    expect(await run(ctx, OLD)).toMatchObject({ added: 0, unchanged: 5 })
    const next = await run(ctx, OLD.replaceAll('A1', 'B1').replaceAll('A2', 'B2'))
    expect(next.reports[0]?.message).toBe(
      '4 rows under “CIN plans” read as “cin_plan”, as The qa_lead mapped it on 2026-01-12'
    )
    expect(await council(ctx)).toContain('April audit cin_plan/ good 2')
    await sound(ctx)
    await undoMapping(ctx, { id, reason: 'No' })
    expect(await council(ctx)).toContain('April audit CIN plans/ good 2')
    expect(await run(ctx, OLD)).toMatchObject({ added: 0, unchanged: 5 })
    await sound(ctx)
  })

  test('what a replaced import held comes back under today’s name', async () => {
    const { ctx, map } = await imported()
    const second = later(ctx, '2026-01-13T09:00:00.000Z')
    const changed = OLD.replace('CIN plans,,good', 'CIN plans,,outstanding')
    const { importId } = await run(second, changed, { replace: true })
    await map(theme('CIN plans'), 'cin_plan')
    await sound(ctx)
    await undoImport(later(ctx, '2026-01-14T09:00:00.000Z'), { importId: importId ?? '' })
    expect(await council(ctx)).toContain('April audit cin_plan/ good 1')
    await sound(ctx)
  })
})

describe('nothing is mapped', () => {
  test('where an audit would have two judgements of one theme', async () => {
    const both = `${OLD}\nA1,April audit,2016-04-28,cin_plan,,good,,Old north,cin`
    const { ctx, map } = await imported(both)
    const before = await council(ctx)
    await expect(map(theme('CIN plans'), 'cin_plan')).rejects.toThrow(
      'Some audits have a judgement under both names, and an audit has one of each: A1.'
    )
    expect(await council(ctx)).toEqual(before)
  })

  test.each([
    [theme('CIN plans'), 'no_such', 'Choose one of today’s names from the list'],
    [theme('CIN plans'), 'audit', 'The overall grade has no items, and this theme has'],
    [theme('CIN plans'), 'common', 'The common block has no grade of its own'],
  ])('%j to %s', async (from, to, words) => {
    const { map, world } = await imported()
    await expect(map(from, to)).rejects.toThrow(words)
    expect(await world.db.selectFrom('history_mapping').selectAll().execute()).toEqual([])
  })

  test('where the judgements are of another kind', async () => {
    const { map, world } = await imported()
    await map(theme('CIN plans'), 'cin_plan')
    const row = await world.db
      .selectFrom('rubric_version')
      .select('content')
      .where('rubric_key', '=', 'cin_plan')
      .executeTakeFirstOrThrow()
    const { items } = JSON.parse(row.content) as { items: { key: string; kind: string }[] }
    const graded = items.find(({ kind }) => kind === 'grade')?.key ?? ''
    await expect(map(item('cin_plan', 'Seen weekly'), graded)).rejects.toThrow(
      'takes grades, and these judgements are yes or no'
    )
  })

  test('twice, for a name of today, or for one that there is not', async () => {
    const { map } = await imported()
    await map(theme('CIN plans'), 'cin_plan')
    await expect(map(theme('CIN plans'), 'cin_plan')).rejects.toThrow('nothing under this name')
    await expect(map(theme('cin_plan'), 'cp_plan')).rejects.toThrow('No such historical name')
  })

  test('while an import is at work', async () => {
    const { ctx, map } = await imported(FILE.replaceAll('eferral', 'eferral of old'))
    await ctx.db
      .insertInto('results_import')
      .values({
        id: 'busy',
        file_name: 'other.csv',
        file_hash: 'x',
        imported_at: ctx.now,
        state: 'staged',
        audits: 1,
        judgements: 1,
      })
      .execute()
    await expect(map(theme('Referral of old'), 'referral')).rejects.toThrow(
      'An import of results is at work.'
    )
  })
})
