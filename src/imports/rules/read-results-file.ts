/**
 * A results file (contracts.md §7) to judgements: all of it, or every fault of it at once.
 * What the database already holds (teams, earlier imports, audits of the product) is for import-results.ts to compare.
 */
import { checkAudits, checkTwice } from './check-audits.ts'
import { decodeText } from './decode-text.ts'
import { byLine, type FileFault } from './file-fault.ts'
import { type Cell, checkKind, findKind, readCategory } from './judgement-kinds.ts'
import { readJudgementValue } from './judgement-value.ts'
import type { KnownMappings } from './known-mappings.ts'
import { readHeader } from './read-header.ts'
import { type CsvRecord, readRecords } from './read-records.ts'
import { readRow, type TypedRow } from './read-row.ts'
import { fold, nameReader, type ResolvedItem } from './resolve-names.ts'
import { type KnownTheme, MOST_BYTES, MOST_ROWS, type ResultsRow } from './results-file.ts'
import { inSteps, type Steps } from './steps.ts'

export type ResultsFile =
  | { ok: true; rows: ResultsRow[]; reports: FileFault[] }
  | { ok: false; faults: FileFault[] }

type Judgement = TypedRow & { resolved: ResolvedItem; cells: Cell[] }

const refused = (...faults: FileFault[]): ResultsFile => ({ ok: false, faults: byLine(faults) })

const mega = (bytes: number) => `${Math.ceil(bytes / 1024 / 1024)} MB`

/** Steps whose shares end at `to` instead of 1. */
function* scaled<Result>(steps: Steps<Result>, to: number): Steps<Result> {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
    yield step.value * to
  }
}

/** Cells of one judgement, with what they read as. */
const cellsOf = (row: TypedRow): Cell[] =>
  [
    { column: 'grade', typed: row.grade },
    { column: 'moderated_grade', typed: row.moderatedGrade },
  ].flatMap(({ column, typed }) =>
    typed === '' ? [] : { line: row.line, column, typed, read: readJudgementValue(typed) }
  )

/** Lines of the file to the records that they lie in. */
const recordLines = (lines: readonly FileFault[], records: readonly CsvRecord[]): FileFault[] => {
  const seen = new Set<number>()
  return lines.flatMap(({ line, message }) => {
    const start = records.findLast((record) => record.line <= line)?.line ?? line
    if (seen.has(start)) return []
    seen.add(start)
    return { line: start, message }
  })
}

/** Checks the kind of every value; known items by their rubric, the others by each other. */
const checkKinds = (judgements: readonly Judgement[]) => {
  const faults: FileFault[] = []
  const unknown = Map.groupBy(
    judgements.filter(({ resolved }) => resolved.item !== null && !resolved.known),
    ({ resolved }) => [resolved.theme, resolved.item].join('\u0000')
  )
  const kinds = new Map<Judgement, ResultsRow['kind']>()
  for (const group of unknown.values()) {
    const found = findKind(group.flatMap((judgement) => judgement.cells))
    faults.push(...found.faults)
    for (const judgement of group) kinds.set(judgement, found.kind)
  }
  for (const judgement of judgements) {
    if (kinds.has(judgement)) continue
    const known = judgement.resolved.known?.kind ?? 'grade'
    const kind = known === 'text' ? 'category' : known
    kinds.set(judgement, kind)
    faults.push(...judgement.cells.flatMap((cell) => checkKind(cell, kind) ?? []))
  }
  return { faults, kinds }
}

/** Words of a category that differ only in case are one choice: the first spelling. */
const spellingReader = () => {
  const spellings = new Map<string, string>()
  return (where: ResolvedItem, words: string) => {
    const id = [where.theme, where.item, fold(words)].join('\u0000')
    const spelling = spellings.get(id) ?? words
    spellings.set(id, spelling)
    return spelling
  }
}

function* toRows(
  judgements: readonly Judgement[],
  kinds: ReadonlyMap<Judgement, ResultsRow['kind']>
): Steps<ResultsRow[]> {
  const spelling = spellingReader()
  const rows: ResultsRow[] = []
  yield* inSteps(judgements, 0.9, 1, (judgement) => {
    const { resolved, cells } = judgement
    const kind = kinds.get(judgement) ?? 'grade'
    const stored = (cell: Cell | undefined): string | null => {
      if (!cell) return null
      if (kind !== 'category') return cell.read.value
      return resolved.known
        ? readCategory(resolved.known, cell.typed)
        : cell.read.kind === null
          ? cell.read.value
          : spelling(resolved, cell.read.value)
    }
    rows.push({
      line: judgement.line,
      auditRef: judgement.auditRef,
      round: judgement.round,
      roundKind: judgement.roundKind,
      auditedOn: judgement.auditedOn,
      theme: resolved.theme,
      item: resolved.item,
      typed: resolved.typed ?? null,
      kind,
      value: stored(cells.find((cell) => cell.column === 'grade')) ?? '',
      moderated: stored(cells.find((cell) => cell.column === 'moderated_grade')),
      caseRef: judgement.caseRef || null,
      serviceStatus: judgement.serviceStatus,
      team: judgement.team || null,
      auditor: judgement.auditor || null,
    })
  })
  return rows
}

/**
 * Reads a results file against the themes that are known.
 *
 * Accepts a byte order mark, CRLF, comma, semicolon or tab, and a first line `sep=`. Faults come by line; the line is
 * where the record starts in the file, counting `sep=` and the header. `reports` says what was kept as typed.
 *
 * @param mostRows rows that one file may have
 */
export function* readResultsSteps(
  bytes: Uint8Array,
  known: readonly KnownTheme[],
  mostRows = MOST_ROWS,
  mappings?: KnownMappings
): Steps<ResultsFile> {
  if (bytes.length > MOST_BYTES) {
    return refused({
      line: 1,
      message: `the file is ${mega(bytes.length)}; ${mega(MOST_BYTES)} is the most, so split it by round or by year`,
    })
  }
  const { text, broken, unreadable } = decodeText(bytes)
  if (unreadable) return refused(unreadable)
  const { records, faults } = yield* scaled(readRecords(text, mostRows + 1), 0.2)
  const [header, ...body] = records
  if (!header) {
    return refused(
      ...(faults.length > 0
        ? faults
        : [{ line: 1, message: 'the file is empty; give a header and one row for each judgement' }])
    )
  }
  const encoding = recordLines(broken, records)
  const columns = readHeader(header)
  faults.push(...columns.faults)
  if (body.length > mostRows) {
    return refused({
      line: body[mostRows]?.line ?? 1,
      message: `the file has more than ${mostRows.toLocaleString('en-GB')} rows; split it by round or by year`,
    })
  }
  if (body.length === 0 && faults.length === 0) {
    faults.push({
      line: header.line,
      message: 'there is a header but no row; give one row for each judgement',
    })
  }

  const read: ReturnType<typeof readRow>[] = []
  yield* inSteps(body, 0.2, 0.4, (record) => {
    read.push(readRow(record, columns.places, header.cells.length))
  })
  faults.push(...encoding, ...read.flatMap((one) => one.faults))
  const faulty = new Set(faults.map((fault) => fault.line))
  const rows = read.map((one) => one.row)
  faults.push(...(yield* checkAudits(rows, faulty, 0.4, 0.6)))

  const names = nameReader(known, mappings)
  const judgements: Judgement[] = []
  yield* inSteps(rows, 0.6, 0.8, (row) => {
    if (row.theme === '') return
    const resolved = names.resolve(row.theme, row.item, row.line)
    if (typeof resolved === 'string') faults.push({ line: row.line, message: resolved })
    else judgements.push({ ...row, resolved, cells: cellsOf(row) })
  })
  faults.push(
    ...checkTwice(
      judgements
        .filter(({ auditRef }) => auditRef !== '')
        .map(({ line, auditRef, resolved }) => ({ line, auditRef, ...resolved }))
    )
  )
  yield 0.85
  const { faults: mixtures, kinds } = checkKinds(judgements)
  faults.push(...mixtures)
  return faults.length > 0
    ? refused(...faults)
    : { ok: true, rows: yield* toRows(judgements, kinds), reports: byLine(names.reports()) }
}
