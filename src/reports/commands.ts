/** `report`: the aggregate report on standard output or in a file. */
import { writeFile } from 'node:fs/promises'
import { distributionCsv } from '../analytics/rules/distribution-csv.ts'
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { FaultyInput, WrongUsage } from '../errors.ts'
import { loadReport } from './load-report.ts'
import { resolveFilters } from './resolve-filters.ts'
import { externalReport } from './rules/external-report.ts'

/** Formats that are bytes, not text, and have no place on a terminal. */
const BINARY = ['xlsx', 'docx']
const FORMATS = ['json', 'csv', 'xlsx', 'docx', 'html']
const WRITTEN = ['json', 'csv']
const AUDIENCES = ['internal', 'external'] as const

const checkFormat = (format: string, out: string | undefined, isTerminal: boolean) => {
  if (!FORMATS.includes(format)) {
    throw new WrongUsage(`--format: '${format}' is not a format; use ${FORMATS.join(', ')}`)
  }
  if (BINARY.includes(format) && out === undefined && isTerminal) {
    throw new WrongUsage(`--format ${format} cannot be shown on a terminal; add --out FILE`)
  }
  if (!WRITTEN.includes(format)) {
    throw new WrongUsage(`--format ${format} is not available yet; use ${WRITTEN.join(' or ')}`)
  }
}

const readAudience = (typed: string) => {
  const audience = AUDIENCES.find((one) => one === typed.toLowerCase())
  if (!audience) {
    throw new WrongUsage(`--audience: '${typed}' is not an audience; use ${AUDIENCES.join(' or ')}`)
  }
  return audience
}

const writeOut = async (file: string, text: string) => {
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

    const { db } = await environment.openContext()
    const internal = await loadReport(db, await resolveFilters(db, values))
    const report = audience === 'external' ? externalReport(internal) : internal
    const text =
      format === 'csv'
        ? distributionCsv(report.distributions)
        : `${JSON.stringify(report, null, 2)}\n`
    if (values.out === undefined) environment.stdout.write(text)
    else await writeOut(values.out, text)
  },
}
