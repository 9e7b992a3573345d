/**
 * Whether the values under each item are of one kind. A known item's kind is its rubric's; for others the values say:
 * all grades, all yes or no, all numbers, or else a category (contracts.md §7). A mixture is a fault.
 */

import { type JudgementKind, joinChoices } from '../../grading/rules/judgement.ts'
import { meantOr } from '../../rubrics/rules/nearest-names.ts'
import { asTyped, type FileFault } from './file-fault.ts'
import { GRADE_WORDS, type JudgementValue, readJudgementValue } from './judgement-value.ts'
import { fold } from './resolve-names.ts'
import type { KnownItem } from './results-file.ts'

/** A cell with what it reads as; `column` is `grade` or `moderated_grade`. */
export type Cell = { line: number; column: string; typed: string; read: JudgementValue }

const KIND_WORDS: Record<JudgementKind, string> = {
  grade: 'a grade',
  yes_no: 'yes or no',
  number: 'a number',
  category: 'a category in words',
}

const remedy = (kind: JudgementKind, typed: string): string => {
  if (kind === 'yes_no') return 'write yes, no or n/a'
  if (kind === 'number') return 'write a number in figures, or n/a'
  return meantOr(
    typed,
    GRADE_WORDS,
    'write outstanding, good, requires improvement, inadequate, n/a or not enough evidence',
    1
  )
}

/** A fault when the cell is not of the kind that its item has. */
export const checkKind = (cell: Cell, kind: JudgementKind, because = ''): FileFault | undefined => {
  if (cell.read.kind === null || cell.read.kind === kind || kind === 'category') return undefined
  const where = cell.column === 'grade' ? '' : `${cell.column}: `
  return {
    line: cell.line,
    message: `${where}${asTyped(cell.typed)} is not ${KIND_WORDS[kind]}${because}; ${remedy(kind, cell.typed)}`,
  }
}

const ORDER: readonly JudgementKind[] = ['grade', 'yes_no', 'number', 'category']

/**
 * The kind of an item that no rubric knows, from all its values in the file: that of most of them.
 * Every value of another kind is a fault.
 */
export const findKind = (cells: readonly Cell[]): { kind: JudgementKind; faults: FileFault[] } => {
  const of = (kind: JudgementKind) => cells.filter((cell) => cell.read.kind === kind)
  const kinds = ORDER.filter((kind) => of(kind).length > 0)
  const kind = kinds.reduce(
    (most, one) => (of(one).length > of(most).length ? one : most),
    kinds[0] ?? 'grade'
  )
  const first = of(kind)[0]
  const because = ` like the other values of this item (line ${first?.line})`
  const faults = cells.flatMap((cell) => {
    if (kind !== 'category') return checkKind(cell, kind, because) ?? []
    if (cell.read.kind === null || cell.read.kind === 'category') return []
    return {
      line: cell.line,
      message: `${asTyped(cell.typed)} is ${KIND_WORDS[cell.read.kind]}, but the other values of this item are words (line ${first?.line}); write one kind of value`,
    }
  })
  return { kind, faults }
}

const OUTSIDE_N = (read: JudgementValue) => read.kind === null

/** A choice's key where its key or label was typed, else the words themselves. */
const readChoice = (item: KnownItem, typed: string): string =>
  item.choices?.find((choice) =>
    [choice.key, choice.label].some((name) => fold(name) === fold(typed))
  )?.key ?? typed.trim().replace(/\s+/g, ' ')

/** The stored form of a known category's answer: a choice, or, where several are allowed, all of them. */
export const readCategory = (item: KnownItem, typed: string): string => {
  const read = readJudgementValue(typed)
  const isChoice = item.choices?.some((choice) => fold(choice.key) === fold(typed))
  if (OUTSIDE_N(read) && !isChoice) return read.value
  if (!item.multiple) return readChoice(item, typed)
  const chosen = typed.split(/[;|]/).flatMap((part) => (part.trim() ? readChoice(item, part) : []))
  return joinChoices(chosen)
}
