/** Row-level files that give every published percentage, imported and read back through the report. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { recountTallies } from '../../src/grading/recount-tallies.ts'
import { importResults } from '../../src/imports/import-results.ts'
import { reportCommand } from '../../src/reports/commands.ts'
import type { Report, ReportDistribution } from '../../src/reports/rules/report.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { grades } from '../../src/rubrics/rules/scale.ts'
import { newContext } from '../support/context.ts'
import { wholeLibrary } from '../support/published-rubrics.ts'
import { type PublishedFigure, publishedFigures } from './published/figures.ts'
import { publishedFiles } from './published/rows.ts'

const folder = join(import.meta.dirname, 'published')
const names = readdirSync(folder).filter((name) => name.endsWith('.csv'))

/** Where a published theme has a rubric, the report gives the rubric's key. */
const keys: Record<string, string> = {
  'Child in need plan': 'cin_plan',
  'Child protection plan': 'cp_plan',
}

const importAll = async (): Promise<Report> => {
  const ctx = await newContext()
  await publishLibrary(ctx, wholeLibrary())
  for (const name of names) {
    const bytes = readFileSync(join(folder, name))
    await importResults(ctx, {
      fileName: name,
      bytes,
      fileHash: createHash('sha256').update(bytes).digest('hex'),
      library: [],
      dryRun: false,
      replace: false,
      clock: () => new Date(ctx.now),
    })
  }
  expect(await recountTallies(ctx.db)).toEqual([])
  let json = ''
  await reportCommand.run(['--format', 'json'], {
    config: readConfig({}),
    openContext: async () => ctx,
    stdout: { write: (text) => (json += text) },
    stderr: { write: () => undefined },
    readStdin: async () => '',
  })
  return JSON.parse(json) as Report
}

const found = (report: Report, figure: PublishedFigure): ReportDistribution | undefined =>
  report.distributions.find(
    (entry) =>
      entry.round === figure.audit &&
      entry.theme.toLowerCase() === (keys[figure.theme] ?? figure.theme).toLowerCase() &&
      (entry.item ?? '') === figure.item
  )

test('the files are those that the script writes', () => {
  const written = new Map(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
  expect(written).toEqual(publishedFiles())
})

test('every published figure comes out of the report', async () => {
  const report = await importAll()
  const reported = publishedFigures.map((figure) => {
    const entry = found(report, figure)
    return {
      note: figure.note,
      audit: figure.audit,
      grades: figure.grades.map((percent, place) =>
        percent === undefined ? undefined : entry?.percent[grades[place] ?? 'good']
      ),
      goodOrBetter: entry?.goodOrBetter?.percent,
    }
  })
  expect(reported).toEqual(
    publishedFigures.map(({ note, audit, grades: published, goodOrBetter }) => ({
      note,
      audit,
      grades: published,
      goodOrBetter,
    }))
  )
  expect(report.distributions).toHaveLength(publishedFigures.length)
})
