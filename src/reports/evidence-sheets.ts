/**
 * The sheets of an evidence pack, read a few hundred audits at a time as the file is taken: how far it is can be asked
 * meanwhile, and how it ended is recorded. What stands in a row is its layout's.
 */
import { toInstant } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../db/transaction.ts'
import type { Cell, Column, Sheet } from '../documents/sheet.ts'
import { endEvidenceExport } from './end-evidence-export.ts'
import {
  type EvidenceAction,
  type EvidenceAudit,
  type EvidenceFinding,
  type EvidenceGrade,
  type EvidenceItem,
  readActionRows,
  readAuditRows,
  readFindingRows,
  readGradeRows,
  readItemRows,
} from './evidence-store.ts'
import { type Download, noteProgress } from './export-progress-store.ts'
import { isWorthNoting, stepsOf } from './rules/export-progress.ts'

/** A few milliseconds of the database. */
const AT_ONCE = 200

export interface SheetLayout<Row> {
  readonly name: string
  readonly columns: readonly Column[]
  readonly cells: (row: Row) => readonly Cell[]
}

export interface EvidenceLayouts {
  /** What the pack is of; known beforehand. */
  readonly about: Sheet
  readonly audits: SheetLayout<EvidenceAudit>
  readonly grades: SheetLayout<EvidenceGrade>
  readonly items: SheetLayout<EvidenceItem>
  readonly findings: SheetLayout<EvidenceFinding>
  readonly actions: SheetLayout<EvidenceAction>
}

export interface EvidencePack {
  readonly download: Download
  /** Audits, in the order in which they stand in the sheets. */
  readonly ids: readonly string[]
  /** Whose grades; none is all. */
  readonly themes: readonly string[]
  readonly layouts: EvidenceLayouts
  readonly clock: () => Date
}

type Tell = (audits: number, rows: number) => Promise<void>

const sheetOf = <Row>(
  layout: SheetLayout<Row>,
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<Row[]>,
  tell: Tell
): Sheet => {
  const rows = async function* () {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const some = ids.slice(from, from + AT_ONCE)
      const page = await read(some)
      for (const row of page) yield layout.cells(row)
      await tell(some.length, page.length)
    }
  }
  return { name: layout.name, columns: layout.columns, rows: rows() }
}

/** @param ctx of the request; the end is recorded with the clock's time by then */
export const evidenceSheets = async function* (
  ctx: Context,
  { download, ids, themes, layouts, clock }: EvidencePack
): AsyncGenerator<Sheet, void> {
  const db: Db = ctx.db
  const { about, audits, grades, items, findings, actions } = layouts
  const total = stepsOf(ids.length)
  let done = 0
  let noted = { done, changedAt: ctx.now }
  let rows = 0
  let isWhole = false
  const tell: Tell = async (more, moreRows) => {
    done += more
    rows += moreRows
    const now = { done, total, changedAt: toInstant(clock()) }
    if (!isWorthNoting(noted, now)) return
    noted = now
    await noteProgress(db, download, { state: 'writing', ...now })
  }
  try {
    yield about
    yield sheetOf(audits, ids, (some) => readAuditRows(db, some), tell)
    yield sheetOf(grades, ids, (some) => readGradeRows(db, some, themes), tell)
    yield sheetOf(items, ids, (some) => readItemRows(db, some, themes), tell)
    yield sheetOf(findings, ids, (some) => readFindingRows(db, some), tell)
    yield sheetOf(actions, ids, (some) => readActionRows(db, some), tell)
    isWhole = true
  } finally {
    const ended = { download, rows, isWhole, done, total }
    await endEvidenceExport({ ...ctx, now: toInstant(clock()) }, ended)
  }
}
