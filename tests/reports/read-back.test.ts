/** Word, Excel and CSV of a report are read back with libraries that wrote none of them: each number of the JSON is in all. */
import { parse } from 'csv-parse/sync'
import mammoth from 'mammoth'
import readXlsx from 'read-excel-file/node'
import { beforeEach, describe, expect, test } from 'vitest'
import type { ReportDistribution } from '../../src/reports/rules/report.ts'
import { chapterKeys, type ModelTable } from '../../src/reports/rules/report-model.ts'
import { startReport } from '../../src/reports/start-report.ts'
import type { Browser } from '../support/app.ts'
import { run } from '../support/results-file.ts'
import { newWorld, type World } from '../support/world.ts'

let world: World
let lead: Browser

const ROUNDS = [
  ['=1+1 audit', '2016-11-30', 24],
  ['+44 audit', '2017-01-31', 18],
  ['Winter', '2017-02-28', 26],
] as const
const GRADES = ['outstanding', 'good', 'good', 'good', 'requires improvement', 'inadequate']
const pick = (some: readonly string[], place: number) => some[place % some.length]

/** Two themes, items, yes/no, numbers and choices over three rounds; names of rounds and items begin like formulas. */
const importCouncil = async () => {
  await run(
    world.context(),
    [
      'audit_ref,round,audited_on,theme,item,grade',
      ...ROUNDS.flatMap(([round, on, many], at) =>
        Array.from({ length: many }, (_, one) => {
          const audit = `${at}-${one},${round},${on}`
          return [
            `${audit},Child in need plan,,${pick(GRADES, one)}`,
            `${audit},Child in need plan,@SUM(A1),${pick(GRADES, one + 1)}`,
            `${audit},Voice of the child,,${pick(GRADES, one + 2 * at)}`,
            `${audit},Child in need plan,-seen alone,${one % 3 === 0 ? 'no' : 'yes'}`,
            `${audit},Child in need plan,weeks,${(one * 7) % 11}`,
            `${audit},Child in need plan,route,${pick(['home', 'kin', 'kin', 'foster'], one)}`,
          ]
        }).flat()
      ),
    ].join('\n')
  )
}

type ReportJson = {
  distributions: ReportDistribution[]
  report: { chapters: { title: string; figures: { title: string; table: ModelTable | null }[] }[] }
}

beforeEach(async () => {
  world = await newWorld()
  lead = await world.as('qa_lead')
  await importCouncil()
})

const filesOf = async (audience: 'internal' | 'external') => {
  const reportId = await startReport(world.context(), {
    ...{ title: 'Quarterly report', audience, from: '2017-01-01', to: '2017-03-31' },
    ...{ teamId: null, status: null, kind: null, chapters: chapterKeys },
  })
  return async (format: string): Promise<Buffer> => {
    const response = await lead.get(`/reports/${reportId}/files/report.${format}`)
    expect(response.status).toBe(200)
    return Buffer.from(await response.arrayBuffer())
  }
}

type Files = Awaited<ReturnType<typeof filesOf>>

const jsonOf = async (files: Files) => JSON.parse(String(await files('json'))) as ReportJson

const tablesOf = ({ report }: ReportJson) =>
  report.chapters.flatMap(({ figures }) =>
    figures.flatMap(({ title, table }) => (table === null ? [] : [{ title, table }]))
  )

const isFigure = (cell: unknown): boolean => typeof cell === 'number' || cell === 'c'

/** As people read it, written down here a second time. */
const read = (cell: string | number | null, kind: string): string => {
  if (typeof cell !== 'number') return String(cell)
  const whole = Math.round(cell * 100)
  if (kind === 'percent') return `${cell}%`
  if (kind === 'share') return `${whole}%`
  return kind === 'points'
    ? `${whole > 0 ? '+' : whole < 0 ? '−' : ''}${Math.abs(whole)}`
    : `${cell}`
}

const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/&lt;/g, '<')
    .replace(/&amp;/g, '&')

/** The rows of the tables below each heading, as the figures in them. */
const figuresInWord = async (files: Files) => {
  const { value } = await mammoth.convertToHtml({ buffer: await files('docx') })
  return new Map(
    value
      .split(/<h2>/)
      .map((part) => [
        plain(part.split('</h2>')[0] ?? ''),
        [...part.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
          [...row.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/g)].flatMap(([, cell = '']) =>
            plain(cell).split(/ to | points|[ ()]+/)
          )
        ),
      ])
  )
}

const hasAll = (row: readonly string[], wanted: readonly string[]): boolean => {
  const left = [...row]
  return wanted.every((one) => {
    const place = left.indexOf(one)
    if (place < 0) return false
    left.splice(place, 1)
    return true
  })
}

describe.each(['internal', 'external'] as const)('%s', (audience) => {
  test('each row of figures stands in a row of Word below its heading', async () => {
    const files = await filesOf(audience)
    const tables = tablesOf(await jsonOf(files))
    const word = await figuresInWord(files)
    expect(tables.length).toBeGreaterThan(6)
    for (const { title, table } of tables) {
      for (const row of table.rows) {
        const figures = row.flatMap((cell, place) =>
          isFigure(cell) ? [read(cell, table.columns[place]?.kind ?? '')] : []
        )
        // Both ends of an interval that is not shown are one mark.
        const wanted = figures.filter((one) => one !== 'c')
        expect(
          (word.get(title) ?? []).some((one) => hasAll(one, wanted)),
          `${title}: ${wanted.join(' ')}`
        ).toBe(true)
      }
    }
  })

  test('each cell of a table is in Excel, numbers as numbers', async () => {
    const files = await filesOf(audience)
    const tables = tablesOf(await jsonOf(files))
    const [, ...sheets] = await readXlsx(await files('xlsx'))
    expect(sheets.map(({ data }) => data.slice(1))).toEqual(
      tables.map(({ table }) =>
        table.rows.map((row) =>
          row.map((cell, place) =>
            typeof cell === 'number' && table.columns[place]?.kind === 'percent' ? cell / 100 : cell
          )
        )
      )
    )
    const numbers = sheets
      .flatMap(({ data }) => data.flat())
      .filter((one) => typeof one === 'number')
    expect(numbers.length).toBeGreaterThan(100)
  })

  test('each distribution is a line of the CSV', async () => {
    const files = await filesOf(audience)
    const { distributions } = await jsonOf(files)
    const lines = parse(await files('csv'), { columns: true }) as Record<string, string>[]
    const guarded = (text: string) => (/^[=+\-@]/.test(text) ? `'${text}` : text)
    const of = (figure: unknown) => (figure === null || figure === undefined ? '' : String(figure))
    expect(distributions.length).toBeGreaterThan(4)
    expect(lines).toEqual(
      distributions.map((one) => ({
        theme: one.theme,
        item: guarded(one.item ?? ''),
        round: guarded(one.round),
        round_kind: one.roundKind,
        round_date: one.roundDate,
        n: of(one.n),
        outstanding: of(one.counts.outstanding),
        good: of(one.counts.good),
        requires_improvement: of(one.counts.requires_improvement),
        inadequate: of(one.counts.inadequate),
        not_applicable: of(one.notApplicable),
        not_enough_evidence: of(one.notEnoughEvidence),
        good_or_better: of(one.goodOrBetter?.count),
        good_or_better_percent: of(one.goodOrBetter?.percent),
        low: of(one.goodOrBetter?.low),
        high: of(one.goodOrBetter?.high),
      }))
    )
  })
})

test('names that begin like formulas stay text in Excel and get an apostrophe in CSV', async () => {
  const files = await filesOf('internal')
  const sheets = await readXlsx(await files('xlsx'))
  const cells = new Set(sheets.flatMap(({ data }) => data.flat()))
  for (const name of ['+44 audit', '@SUM(A1)', '-seen alone']) expect(cells).toContain(name)
  const csv = String(await files('csv'))
  expect(csv).toContain(",'@SUM(A1),'+44 audit,")
  expect(csv).not.toMatch(/(^|,)[=+@]/m)
})

test('practice alerts have a CSV of their own', async () => {
  const csv = String(await (await filesOf('internal'))('alerts.csv'))
  expect(csv).toBe(
    'kind,n,resolved,withdrawn,open,by_first_expected,by_first_expected_percent,low,high\n'
  )
})
