/** `report`: the aggregate report on standard output or in a file. */
import { writeFile } from 'node:fs/promises'
import { distributionCsv } from '../analytics/rules/distribution-csv.ts'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import type { Context } from '../db/transaction.ts'
import { FaultyInput, WrongUsage } from '../errors.ts'
import { writeReportFile } from '../report-file.ts'
import { loadCommandModel } from './load-command-model.ts'
import { loadReport, type ReportFilters } from './load-report.ts'
import { recordCommandExport } from './record-command-export.ts'
import { resolveFilters } from './resolve-filters.ts'
import type { Audience, Report } from './rules/report.ts'

/** Formats that are bytes, not text, and have no place on a terminal. */
const BINARY = ['xlsx', 'docx']
const FORMATS = ['json', 'csv', 'xlsx', 'docx', 'html']
const AUDIENCES = ['internal', 'external'] as const

const checkFormat = (format: string, out: string | undefined, isTerminal: boolean) => {
  if (!FORMATS.includes(format)) {
    throw new WrongUsage(`--format: '${format}' is not a format; use ${FORMATS.join(', ')}`)
  }
  if (BINARY.includes(format) && out === undefined && isTerminal) {
    throw new WrongUsage(`--format ${format} cannot be shown on a terminal; add --out FILE`)
  }
}

const readAudience = (typed: string) => {
  const audience = AUDIENCES.find((one) => one === typed.toLowerCase())
  if (!audience) {
    throw new WrongUsage(`--audience: '${typed}' is not an audience; use ${AUDIENCES.join(' or ')}`)
  }
  return audience
}

const writeOut = async (file: string, text: string | Uint8Array) => {
  try {
    await writeFile(file, text)
  } catch (error) {
    const code = (error as { code?: string }).code
    const why =
      code === 'ENOENT' || code === 'ENOTDIR'
        ? 'there is no such folder'
        : code === 'EISDIR'
          ? 'that is a folder'
          : code === 'ENOSPC'
            ? 'the disk is full'
            : 'the file may not be written'
    throw new FaultyInput([`--out: ${file} could not be written (${why}); name another file`])
  }
}

/** Which filters were given; never their values, which may be names. */
const filterNames = (values: Readonly<Record<string, string | undefined>>) =>
  ['from', 'to', 'round', 'theme', 'team', 'status', 'kind'].filter(
    (name) => values[name] !== undefined
  )

type LaidOut = 'docx' | 'xlsx' | 'html'

const asText = (report: Report, format: 'csv' | 'json'): string =>
  format === 'csv' ? distributionCsv(report.distributions) : `${JSON.stringify(report, null, 2)}\n`

/**
 * For readers outside: the data of the very report that Word, Excel and the page lay out. They print a period where
 * these print its rounds; suppressed apart, one would give the other away.
 */
const externalData = async ({ db, now }: Context, filters: ReportFilters): Promise<Report> => {
  const { data } = await loadCommandModel(db, filters, 'external', now)
  return { ...data, from: filters.from, to: filters.to }
}

/** Without --from and --to: all that there is, from the first round to the last. */
const laidOut = async (
  { db, now }: Context,
  filters: ReportFilters,
  audience: Audience,
  format: LaidOut
): Promise<string | Uint8Array> => {
  const model = await loadCommandModel(db, filters, audience, now)
  const file = await writeReportFile(model, format)
  return format === 'html' ? new TextDecoder().decode(file) : file
}

export const reportCommand: Command = {
  name: 'report',
  usage:
    'report [--from YYYY-MM-DD] [--to YYYY-MM-DD] [--round R] [--theme T] [--team T] [--status S] [--kind K] [--audience internal|external] [--format json|csv|xlsx|docx|html] [--out FILE]',
  run: async (args, environment) => {
    const { values } = parseArguments(args, {
      from: { type: 'string' },
      to: { type: 'string' },
      round: { type: 'string' },
      theme: { type: 'string' },
      team: { type: 'string' },
      status: { type: 'string' },
      kind: { type: 'string' },
      audience: { type: 'string' },
      format: { type: 'string' },
      out: { type: 'string' },
    })
    const format = (values.format ?? 'json').toLowerCase()
    const audience = readAudience(values.audience ?? 'internal')
    checkFormat(format, values.out, environment.stdout.isTTY ?? false)

    const ctx = await environment.openContext()
    const filters = await resolveFilters(ctx.db, values)
    const loadData = () =>
      audience === 'external' ? externalData(ctx, filters) : loadReport(ctx.db, filters)
    const text =
      format === 'csv' || format === 'json'
        ? asText(await loadData(), format)
        : await laidOut(ctx, filters, audience, format as LaidOut)
    if (values.out === undefined) environment.stdout.write(text)
    else await writeOut(values.out, text)
    await recordCommandExport(ctx, { format, audience, filters: filterNames(values) })
  },
}
