/** One record of a results file, cell by cell: what each says, and every fault of its own. */

import { readDate } from '../../analytics/rules/read-date.ts'
import { readServiceStatus } from '../../cases/rules/status-spellings.ts'
import { readRoundKind } from '../../rounds/rules/read-round-kind.ts'
import { type RoundKind, roundKinds } from '../../rounds/rules/round-kind.ts'
import { eitherOf, meantOr } from '../../rubrics/rules/nearest-names.ts'
import { type ServiceStatus, serviceStatuses } from '../../rubrics/rules/service-status.ts'
import { asTyped, type FileFault } from './file-fault.ts'
import type { CsvRecord } from './read-records.ts'
import { type Column, LONGEST_CELL } from './results-file.ts'

/** A record with its audit read; theme, item and values are still as typed. Blank optional cells are ''. */
export type TypedRow = {
  line: number
  auditRef: string
  round: string
  roundKind: RoundKind
  auditedOn: string
  theme: string
  item: string
  grade: string
  moderatedGrade: string
  caseRef: string
  serviceStatus: ServiceStatus | null
  team: string
  auditor: string
}

const NEEDED: readonly (readonly [Column, string])[] = [
  ['audit_ref', 'give the audit’s reference'],
  ['round', 'give the name of the round'],
  ['audited_on', 'give the date of the audit as YYYY-MM-DD'],
  ['theme', 'give a rubric’s key or title, or “audit” for the overall grade'],
  ['grade', 'give the grade or the value, or leave the row out'],
]

/** @param places where each column of the file is; `width` is the number of cells of the header */
export const readRow = (
  record: CsvRecord,
  places: ReadonlyMap<Column, number>,
  width: number
): { row: TypedRow; faults: FileFault[] } => {
  const messages: string[] = []
  const cells = new Map<Column, string>()
  for (const [column, place] of places) {
    const cell = (record.cells[place] ?? '').trim()
    if (cell.includes('\u0000')) {
      messages.push(`${column}: there is a NUL character in the cell; remove it`)
    }
    if (cell.length > LONGEST_CELL) {
      messages.push(
        `${column}: ${asTyped(cell)} is ${cell.length.toLocaleString('en-GB')} characters long; ${LONGEST_CELL} is the most`
      )
    }
    cells.set(column, cell)
  }
  const cell = (column: Column) => cells.get(column) ?? ''

  const extra = record.cells.slice(width).some((one) => one.trim() !== '')
  if (record.cells.length < width || extra) {
    messages.push(
      `the record has ${record.cells.length} cells where the header has ${width}; check for a missing or extra delimiter or quotation mark`
    )
  } else {
    for (const [column, remedy] of NEEDED) {
      if (places.has(column) && cell(column) === '') messages.push(`${column} is empty; ${remedy}`)
    }
  }

  const date = readDate(cell('audited_on'))
  if (!date.ok && cell('audited_on') !== '') messages.push(`audited_on: ${date.message}`)

  const roundKind = cell('round_kind') === '' ? 'learning' : readRoundKind(cell('round_kind'))
  if (!roundKind) {
    const right = meantOr(cell('round_kind'), roundKinds, `write ${eitherOf(roundKinds)}`, 1)
    messages.push(`round_kind: ${asTyped(cell('round_kind'))} is not a kind of round; ${right}`)
  }

  const typedStatus = cell('service_status')
  const serviceStatus = typedStatus === '' ? null : readServiceStatus(typedStatus)
  if (serviceStatus === undefined) {
    const right = meantOr(typedStatus, serviceStatuses, `write ${eitherOf(serviceStatuses)}`, 1)
    messages.push(`service_status: ${asTyped(typedStatus)} is not a service status; ${right}`)
  }

  return {
    row: {
      line: record.line,
      auditRef: cell('audit_ref').replace(/\s+/g, ' '),
      round: cell('round').replace(/\s+/g, ' '),
      roundKind: roundKind ?? 'learning',
      auditedOn: date.ok ? date.date : '',
      theme: cell('theme').replace(/\s+/g, ' '),
      item: cell('item').replace(/\s+/g, ' '),
      grade: cell('grade'),
      moderatedGrade: cell('moderated_grade'),
      caseRef: cell('case_ref').replace(/\s+/g, ' '),
      serviceStatus: serviceStatus ?? null,
      team: cell('team').replace(/\s+/g, ' '),
      auditor: cell('auditor').replace(/\s+/g, ' '),
    },
    faults: messages.map((message) => ({ line: record.line, message })),
  }
}
