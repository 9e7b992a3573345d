/** The report's command: filters by key or name, exit statuses by the error thrown, and the words of each. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import type { Context } from '../../src/db/transaction.ts'
import { FaultyInput, WrongUsage } from '../../src/errors.ts'
import { reportCommand } from '../../src/reports/commands.ts'
import { loadCommandModel } from '../../src/reports/load-command-model.ts'
import { addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { run } from '../support/results-file.ts'

const HISTORY = [
  'audit_ref,round,round_kind,audited_on,theme,item,grade,team,service_status',
  'A1,April audit,learning,2016-04-28,Referral,,good,North 1,cin',
  'A2,April audit,learning,2016-04-29,Referral,,inadequate,North 2,cp',
  'A2,April audit,learning,2016-04-29,Referral,pace,good,North 2,cp',
  'A3,June dip,dip,2016-06-30,Referral,,good,South,cp',
].join('\n')

const council = async (): Promise<Context> => {
  const ctx = await newContext()
  const north = await addTeamWith(ctx, { name: 'North', kind: 'service' })
  await addTeamWith(ctx, { name: 'North 1', parentId: north })
  await addTeamWith(ctx, { name: 'North 2', parentId: north })
  await run(ctx, HISTORY)
  return ctx
}

const report = async (ctx: Context, args: string[], isTTY = false): Promise<string> => {
  let out = ''
  await reportCommand.run(args, {
    config: readConfig({}),
    openContext: async () => ctx,
    stdout: { write: (text) => (out += text), isTTY },
    stderr: { write: () => undefined },
    readStdin: async () => '',
  })
  return out
}

const GRADES = ['O', 'G', 'RI', 'I', 'n/a', 'NE']

/** Each entry as `theme/item round n`. */
const entries = async (ctx: Context, args: string[]): Promise<string[]> => {
  const { distributions } = JSON.parse(await report(ctx, args)) as {
    distributions: { theme: string; item: string | null; round: string; n: number }[]
  }
  return distributions.map((one) => `${one.theme}/${one.item ?? ''} ${one.round} ${one.n}`)
}

const ALL = ['Referral/ April audit 2', 'Referral/ June dip 1', 'Referral/pace April audit 1']

describe('filters', () => {
  test.each([
    [[], ALL],
    [['--theme', 'REFERRAL'], ALL],
    [
      ['--round', 'april  AUDIT'],
      ['Referral/ April audit 2', 'Referral/pace April audit 1'],
    ],
    [['--kind', 're-audit'], []],
    [['--kind', 'Dip'], ['Referral/ June dip 1']],
    [
      ['--team', 'north'],
      ['Referral/ April audit 2', 'Referral/pace April audit 1'],
    ],
    [['--team', 'North 1'], ['Referral/ April audit 1']],
    [
      ['--status', 'Child Protection'],
      ['Referral/ April audit 1', 'Referral/ June dip 1', 'Referral/pace April audit 1'],
    ],
    [['--team', 'North', '--status', 'cin'], ['Referral/ April audit 1']],
    [['--from', '2016-06-30', '--to', '2016-06-30'], ['Referral/ June dip 1']],
    [['--from', '2016-04-30', '--to', '2016-06-29'], []],
    [['--theme', 'audit'], []],
  ])('%j', async (args, found) => {
    expect(await entries(await council(), args)).toEqual(found)
  })

  test('that mean nothing are told with the nearest names, all at once', async () => {
    const ctx = await council()
    const failed = report(ctx, [
      ...['--theme', 'refferal', '--round', 'Aprl audit', '--team', 'North 3', '--status', 'cpx'],
      ...['--kind', 'lerning', '--from', '30/06/2016', '--to', '2016-02-30'],
    ])
    await expect(failed).rejects.toThrow(FaultyInput)
    const { lines } = (await failed.catch((error: unknown) => error)) as FaultyInput
    expect(lines).toEqual([
      '--from: “30/06/2016” is not written YYYY-MM-DD; write 2016-06-30',
      '--to: “2016-02-30” is a date that does not exist; check day and month',
      '--round: there is no round “Aprl audit”; did you mean “April audit”?',
      '--theme: there is no theme “refferal”; did you mean “Referral”?',
      '--team: there is no team “North 3”; did you mean “North 1”, “North 2” or “North”?',
      '--status: there is no service status “cpx”; did you mean “cp” or “cin”?',
      '--kind: there is no kind of round “lerning”; did you mean “learning”?',
    ])
    await expect(report(ctx, ['--from', '2017-01-01', '--to', '2016-01-01'])).rejects.toThrow(
      '--from: 2017-01-01 is after --to 2016-01-01; give the earlier date first'
    )
  })
})

describe('formats', () => {
  test('are JSON and CSV, to a terminal or a file', async () => {
    const ctx = await council()
    expect((await report(ctx, ['--format', 'csv', '--kind', 'dip'], true)).split('\n')[1]).toBe(
      'Referral,,June dip,dip,2016-06-30,1,0,1,0,0,0,0,1,100,0.2065,1'
    )
    const file = join(await mkdtemp(join(tmpdir(), 'report-')), 'report.json')
    expect(await report(ctx, ['--out', file])).toBe('')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({
      audience: 'internal',
      from: null,
    })
    await expect(report(ctx, ['--out', `${file}/x`])).rejects.toThrow(
      `--out: ${file}/x could not be written (there is no such folder); name another file`
    )
  })

  test('for readers outside suppress what is small', async () => {
    const { audience, distributions } = JSON.parse(
      await report(await council(), ['--audience', 'external', '--kind', 'dip'])
    )
    expect(audience).toBe('external')
    expect(distributions[0]).toMatchObject({ n: 'c', counts: { good: 'c', inadequate: 0 } })
  })

  test('for readers outside say no more beside the page than the page does', async () => {
    const ctx = await newContext()
    // How many of each grade, then n/a, then not enough evidence; the same audits answer every line of a round.
    const rows = (round: string, date: string, item: string, counts: readonly number[]) =>
      counts
        .flatMap((count, place) => Array<string>(count).fill(GRADES[place] ?? ''))
        .map(
          (grade, place) => `${round}${place},${round},learning,${date},Referral,${item},${grade}`
        )
    const april = (item: string, counts: readonly number[]) =>
      rows('April', '2016-04-28', item, counts)
    const june = (item: string, counts: readonly number[]) =>
      rows('June', '2016-06-28', item, counts)
    await run(
      ctx,
      [
        'audit_ref,round,round_kind,audited_on,theme,item,grade',
        ...april('', [1, 10, 2, 0, 0, 0]),
        ...june('', [1, 6, 5, 1, 0, 0]),
        ...april('plan', [4, 4, 0, 3, 0, 2]),
        ...june('plan', [5, 2, 5, 1, 0, 0]),
        ...april('permanence', [4, 7, 1, 1, 0, 0]),
        ...june('permanence', [3, 6, 4, 0, 0, 0]),
        ...april('placement', [3, 6, 3, 1, 0, 0]),
        ...june('placement', [1, 5, 6, 1, 0, 0]),
        ...april('identity', [3, 7, 2, 1, 0, 0]),
        ...june('identity', [2, 4, 4, 3, 0, 0]),
        ...april('wellbeing', [4, 5, 1, 2, 0, 1]),
        ...june('wellbeing', [6, 2, 5, 0, 0, 0]),
        ...april('story', [1, 6, 3, 0, 2, 1]),
        ...june('story', [2, 4, 4, 2, 1, 0]),
      ].join('\n')
    )
    const args = ['--audience', 'external', '--from', '2016-04-01', '--to', '2016-06-30']
    // The page adds the two rounds up: suppressed without it, these would be worked out beside it.
    const { from, to, distributions } = JSON.parse(await report(ctx, args))
    expect([from, to]).toEqual(['2016-04-01', '2016-06-30'])
    const page = { from: '2016-04-01', to: '2016-06-30' }
    const model = await loadCommandModel(ctx.db, page, 'external', '2016-07-01T09:00:00.000Z')
    expect(distributions).toEqual(model.data.distributions)
    const everything = JSON.parse(await report(ctx, ['--audience', 'external']))
    expect(everything).toMatchObject({ from: null, to: null, audience: 'external' })
  })

  test('for readers outside say of nobody left out that they were reached', async () => {
    const page = await report(await council(), ['--audience', 'external', '--format', 'html'])
    expect(page).toContain('Not shown for this period.')
    expect(page).not.toMatch(/every (team|service status) has been reached/)
  })

  test('html is a page that stands alone', async () => {
    const page = await report(await council(), ['--format', 'html'])
    expect(page).toContain('<!DOCTYPE html>')
    expect(page).toContain('How practice is')
    expect(page).not.toMatch(/(?:src|href)="http/)
  })

  test.each([
    [['--format', 'xlsx'], true, '--format xlsx cannot be shown on a terminal; add --out FILE'],
    [
      ['--format', 'pdf'],
      false,
      "--format: 'pdf' is not a format; use json, csv, xlsx, docx, html",
    ],
    [
      ['--audience', 'press'],
      false,
      "--audience: 'press' is not an audience; use internal or external",
    ],
    [['--colour'], false, "Unknown option '--colour'"],
    [['extra'], false, "'extra' is one argument too many"],
  ])('%j is wrong usage', async (args, isTTY, message) => {
    const failed = report(await newContext(), args, isTTY)
    await expect(failed).rejects.toThrow(WrongUsage)
    await expect(failed).rejects.toThrow(message)
  })
})
