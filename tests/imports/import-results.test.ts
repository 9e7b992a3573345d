import { describe, expect, test } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { FaultyInput } from '../../src/errors.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { importResults } from '../../src/imports/import-results.ts'
import { undoImport } from '../../src/imports/undo-import.ts'
import { addTeam } from '../../src/people/add-team.ts'
import { NOW, newContext } from '../support/context.ts'

const HEADER = 'audit_ref,round,audited_on,theme,item,grade,moderated_grade,team,service_status'

const FILE = [
  HEADER,
  'A1,April audit,2016-04-28,Referral,,good,,North 1,cin',
  'A1,April audit,2016-04-28,audit,,G,RI,North 1,cin',
  'A2,April audit,2016-04-29,referral,,I,,,',
  'A2,April audit,2016-04-29,referral,pace,yes,,,',
].join('\n')

const later = (ctx: Context, now: string): Context => ({ ...ctx, now })

const run = (ctx: Context, text: string, options: { dryRun?: boolean; replace?: boolean } = {}) =>
  importResults(ctx, {
    fileName: 'history.csv',
    bytes: new TextEncoder().encode(text),
    dryRun: options.dryRun ?? false,
    replace: options.replace ?? false,
    clock: () => new Date(ctx.now),
  })

const faultsOf = async (work: Promise<unknown>): Promise<readonly string[]> => {
  try {
    await work
  } catch (error) {
    if (error instanceof FaultyInput) return error.lines
    throw error
  }
  return []
}

const council = async (ctx: Context) => {
  const rows = await ctx.db
    .selectFrom('tally_council')
    .innerJoin('round', 'round.id', 'tally_council.round_id')
    .select(['round.name as round', 'theme', 'item', 'value', 'count'])
    .where('count', '<>', 0)
    .orderBy('theme')
    .orderBy('item')
    .orderBy('value')
    .execute()
  return rows.map((row) => `${row.round} ${row.theme}/${row.item} ${row.value} ${row.count}`)
}

const events = async (ctx: Context) => {
  const rows = await ctx.db
    .selectFrom('event')
    .select(['type', 'details'])
    .orderBy('number')
    .execute()
  return rows.map((row) => `${row.type} ${row.details}`)
}

const rowsOf = async (ctx: Context) => {
  const count = async (
    table: 'round' | 'audit' | 'judgement' | 'team' | 'results_import' | 'event'
  ) => {
    const row = await ctx.db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
    return row.rows
  }
  return {
    rounds: await count('round'),
    audits: await count('audit'),
    judgements: await count('judgement'),
    teams: await count('team'),
    imports: await count('results_import'),
    events: await count('event'),
  }
}

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
    expect(await undoImport(third, outcome.importId ?? '')).toEqual({ audits: 1, restored: 1 })
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

describe('undoing', () => {
  test('takes an import out of every count, once', async () => {
    const ctx = await newContext()
    const { importId } = await run(ctx, FILE)
    expect(await undoImport(ctx, importId ?? '')).toEqual({ audits: 2, restored: 0 })
    expect(await council(ctx)).toEqual([])
    expect(await recountTallies(ctx.db)).toEqual([])
    expect(await faultsOf(undoImport(ctx, importId ?? ''))).toEqual([
      `the import ${importId} is already undone`,
    ])
    expect(await faultsOf(undoImport(ctx, 'nonsense'))).toEqual([
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
