/** Importing a results file: what is there before and after, and every fault by its words. */
import { describe, expect, test } from 'vitest'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { addTeam } from '../../src/people/add-team.ts'
import { NOW, newContext } from '../support/context.ts'
import {
  council,
  events,
  FILE,
  faultsOf,
  HEADER,
  later,
  rowsOf,
  run,
} from '../support/results-file.ts'

describe('a new file', () => {
  test('is counted whole, with its round, its closed historical team and one event', async () => {
    const ctx = await newContext()
    const outcome = await run(ctx, FILE)
    expect(outcome).toMatchObject({ added: 4, unchanged: 0, replaced: 0, audits: 2, rounds: 1 })
    expect(outcome.reports.map((one) => one.message)).toEqual([
      'the theme “Referral” has no rubric; 3 rows kept as history under that name',
    ])

    expect(await council(ctx)).toEqual([
      'April audit Referral/ good 1',
      'April audit Referral/ inadequate 1',
      'April audit Referral/pace yes 1',
      'April audit audit/ requires_improvement 1',
    ])
    expect(
      await ctx.db
        .selectFrom('round')
        .select(['name', 'kind', 'round_on', 'origin', 'state'])
        .execute()
    ).toEqual([
      {
        name: 'April audit',
        kind: 'learning',
        round_on: '2016-04-29',
        origin: 'import',
        state: 'closed',
      },
    ])
    const audits = await ctx.db
      .selectFrom('audit')
      .leftJoin('team', 'team.id', 'audit.team_id')
      .select(['reference', 'audited_on', 'service_status', 'is_counted', 'superseded_at'])
      .select(['team.name as team', 'team.closed_on as closed', 'team.is_historical as historical'])
      .orderBy('reference')
      .execute()
    expect(audits).toEqual([
      {
        reference: 'A1',
        audited_on: '2016-04-28',
        service_status: 'cin',
        is_counted: 1,
        superseded_at: null,
        team: 'North 1',
        closed: '2026-01-12',
        historical: 1,
      },
      {
        reference: 'A2',
        audited_on: '2016-04-29',
        service_status: null,
        is_counted: 1,
        superseded_at: null,
        team: null,
        closed: null,
        historical: null,
      },
    ])
    expect(await events(ctx)).toEqual([
      'team.added {"isHistorical":true,"parentId":null}',
      expect.stringMatching(
        /^results\.imported \{"audits":2,"fileHash":"[0-9a-f]{64}","judgements":4,"replaced":0\}$/
      ),
    ])
    expect(await recountTallies(ctx.db)).toEqual([])
  })

  test('finds the team that is there, in any case', async () => {
    const ctx = await newContext()
    const id = await addTeam(ctx, {
      name: 'NORTH  1',
      parentId: null,
      kind: 'team',
      openedOn: null,
      closedOn: null,
      isHistorical: false,
    })
    await run(ctx, FILE)
    expect(await ctx.db.selectFrom('team').select(['id', 'closed_on']).execute()).toEqual([
      { id, closed_on: null },
    ])
    expect(
      await ctx.db
        .selectFrom('tally_team')
        .select('team_id')
        .distinct()
        .orderBy('team_id')
        .execute()
    ).toEqual([{ team_id: '' }, { team_id: id }])
  })

  test('changes nothing in a dry run', async () => {
    const ctx = await newContext()
    expect(await run(ctx, FILE, { dryRun: true })).toMatchObject({ importId: null, added: 4 })
    expect(await rowsOf(ctx)).toEqual({
      rounds: 0,
      audits: 0,
      judgements: 0,
      teams: 0,
      imports: 0,
      events: 0,
    })
  })

  test('of many pieces counts the same', async () => {
    const ctx = await newContext()
    const rows = Array.from(
      { length: 4100 },
      (_, row) =>
        `B${row >> 3},Long round,2020-01-31,theme ${row & 7},,${row % 3 ? 'good' : 'RI'},,T${row >> 10},cp`
    )
    expect(await run(ctx, [HEADER, ...rows].join('\n'))).toMatchObject({ added: 4100 })
    const sum = await ctx.db
      .selectFrom('tally_council')
      .select((eb) => eb.fn.sum<number>('count').as('count'))
      .executeTakeFirst()
    expect(sum?.count).toBe(4100)
    expect(await recountTallies(ctx.db)).toEqual([])
    expect(await ctx.db.selectFrom('tally_hidden').selectAll().execute()).toEqual([])
  })
})

describe('the same file again', () => {
  test('is 0 new and all unchanged, without a trace', async () => {
    const ctx = await newContext()
    await run(ctx, FILE)
    const before = await rowsOf(ctx)
    expect(await run(ctx, FILE)).toMatchObject({ importId: null, added: 0, unchanged: 4 })
    const spelledOtherwise = FILE.replaceAll('April audit', 'april  AUDIT').replaceAll(
      'North 1',
      'north 1'
    )
    expect(await run(ctx, spelledOtherwise)).toMatchObject({ added: 0, unchanged: 4 })
    expect(await rowsOf(ctx)).toEqual(before)
  })

  test('with more audits adds those alone, and dates the round by its latest audit', async () => {
    const ctx = await newContext()
    await run(ctx, FILE)
    const longer = `${FILE}\nA3,April audit,2016-05-03,referral,,good,,,`
    expect(await run(ctx, longer)).toMatchObject({ added: 1, unchanged: 4 })
    expect(await ctx.db.selectFrom('round').select('round_on').execute()).toEqual([
      { round_on: '2016-05-03' },
    ])
  })
})

describe('other content under a known reference', () => {
  const CHANGED = FILE.replace(
    'A2,April audit,2016-04-29,referral,,I',
    'A2,April audit,2016-04-29,referral,,O'
  )

  test('is a fault, and nothing changes', async () => {
    const ctx = await newContext()
    await run(ctx, FILE)
    const before = await rowsOf(ctx)
    expect(
      await faultsOf(run(ctx, `${CHANGED}\nA3,April audit,2016-05-03,referral,,good,,,`))
    ).toEqual([
      'history.csv:4: audit “A2” is already imported with other content (grades); correct the file, or use --replace to supersede the audit',
    ])
    expect(await rowsOf(ctx)).toEqual(before)
  })

  test('supersedes the audit whole with --replace, and undoing puts it back', async () => {
    const ctx = await newContext()
    await run(ctx, FILE)
    const second = later(ctx, '2026-01-13T09:00:00.000Z')
    const outcome = await run(second, CHANGED, { replace: true })
    expect(outcome).toMatchObject({ added: 0, unchanged: 2, replaced: 2 })
    expect(await council(ctx)).toEqual([
      'April audit Referral/ good 1',
      'April audit Referral/ outstanding 1',
      'April audit Referral/pace yes 1',
      'April audit audit/ requires_improvement 1',
    ])
    expect(await recountTallies(ctx.db)).toEqual([])
    expect(
      await ctx.db
        .selectFrom('superseded_judgement')
        .select(['theme', 'item', 'value'])
        .orderBy('item')
        .execute()
    ).toEqual([
      { theme: 'Referral', item: '', value: 'inadequate' },
      { theme: 'Referral', item: 'pace', value: 'yes' },
    ])

    const third = later(ctx, '2026-01-14T09:00:00.000Z')
    expect(await undoImport(third, { importId: outcome.importId ?? '' })).toEqual({
      audits: 1,
      restored: 1,
    })
    expect(await council(ctx)).toContain('April audit Referral/ inadequate 1')
    expect(await recountTallies(ctx.db)).toEqual([])
    expect((await events(ctx)).slice(-2)).toEqual([
      expect.stringMatching(/^results\.imported .*"judgements":2,"replaced":1\}$/),
      'results.import_undone {"audits":1,"judgements":2}',
    ])
    expect(await run(third, FILE)).toMatchObject({ added: 0, unchanged: 4 })
  })

  test('of an audit made in the product is a fault always', async () => {
    const ctx = await newContext()
    await ctx.db
      .insertInto('round')
      .values({
        id: 'r1',
        name: 'April audit',
        name_key: 'april audit',
        kind: 'dip',
        selection: 'random',
        state: 'open',
        origin: 'product',
        round_on: '2016-04-29',
        created_at: NOW,
      })
      .execute()
    await ctx.db
      .insertInto('audit')
      .values({
        id: 'a1',
        reference: 'a1',
        reference_key: 'a1',
        round_id: 'r1',
        state: 'in_progress',
        origin: 'product',
      })
      .execute()
    expect(await faultsOf(run(ctx, FILE, { replace: true }))).toEqual([
      'history.csv:2: the round “April audit” is of kind learning here, but it is known as dip; a round has one kind',
      'history.csv:2: audit “A1” was made in Plumbline and cannot be imported; give the imported audit another audit_ref',
    ])
  })
})

test('a case reference that looks like a name is questioned, and the file imported', async () => {
  const ctx = await newContext()
  const outcome = await run(
    ctx,
    [
      'audit_ref,round,audited_on,theme,item,grade,case_ref',
      'A1,April audit,2016-04-28,referral,,good,Mia Carter',
      'A1,April audit,2016-04-28,audit,,good,Mia Carter',
      'A2,April audit,2016-04-28,referral,,good,204417',
    ].join('\n')
  )
  expect(outcome.added).toBe(3)
  expect(outcome.reports.filter(({ message }) => message.includes('looks like a name'))).toEqual([
    {
      line: 2,
      message:
        "case_ref “Mia Carter” looks like a name; Plumbline holds no child's name: undo this import and give the case system's reference instead",
    },
  ])
})
