/**
 * A report's table as Word has it: upright on the page beside what is said of it. Both ends of an interval share a column,
 * and tables of measures are told theme by theme, so that no name is repeated down a column.
 */
import type { PlainBlock } from '../../src/documents/document-model.ts'
import type { Cell, ModelColumn, ModelTable } from '../../src/reports/rules/report-model.ts'
import { cellWords } from './report-words.ts'

type WordTable = {
  readonly caption: string
  readonly columns: readonly { readonly title: string; readonly isText: boolean }[]
  readonly rows: readonly (readonly string[])[]
}

/** Half an em of a table's type, so many of which stand between the margins of a page: upright and on its side. */
const UPRIGHT = 107
const ON_ITS_SIDE = 161
/** The space at both sides of a cell, with some to spare. */
const SPACE = 2.6
const LEAST_FOR_TEXT = 12
/** Headings are bold, and smaller. */
const HEADING = 0.95
const MOST_FOR_TEXT = 40
/** Choices that stand beside each other; of more, one stands below the other. */
const MOST_CHOICES = 6

const isEnd = (column: ModelColumn | undefined, title: string): boolean =>
  column?.title === title && (column.kind === 'share' || column.kind === 'points')

/** `32% to 52%`, `−20 to +14 points`. */
const intervalWords = (low: Cell, high: Cell, kind: ModelColumn['kind']): string => {
  if (low === null || high === null) return '–'
  if (low === 'c' && high === 'c') return 'c'
  return `${cellWords(low, kind).replace(/ points$/, '')} to ${cellWords(high, kind)}`
}

const inWords = ({ caption, columns, rows }: ModelTable): WordTable => {
  const low = columns.findIndex(
    (column, place) => isEnd(column, '95% from') && isEnd(columns[place + 1], '95% to')
  )
  const shown = [...columns.keys()].filter((place) => low < 0 || place !== low + 1)
  return {
    caption,
    columns: shown.map((place) => ({
      title: place === low ? '95% interval' : (columns[place]?.title ?? ''),
      isText: columns[place]?.kind === 'text',
    })),
    rows: rows.map((row) =>
      shown.map((place) => {
        const kind = columns[place]?.kind ?? 'text'
        return place === low
          ? intervalWords(row[place] ?? null, row[place + 1] ?? null, kind)
          : cellWords(row[place] ?? null, kind)
      })
    ),
  }
}

const without = (table: WordTable, columns: number, caption: string): WordTable => ({
  caption,
  columns: table.columns.slice(columns),
  rows: table.rows.map((row) => row.slice(columns)),
})

/** Rows are rounds, columns are choices: `19 (41%)`. A choice that nobody made in a round is 0. */
const choicesBeside = (table: WordTable): WordTable => {
  const choices = [...new Set(table.rows.map((row) => row[2] ?? ''))]
  const rounds = Map.groupBy(table.rows, ([round = '']) => round)
  const cell = (row: readonly string[] | undefined): string => {
    if (row === undefined) return '0'
    const [, , , count = '', share = ''] = row
    return share === '–' || share === 'c' ? count : `${count} (${share})`
  }
  return {
    caption: table.caption,
    columns: [
      { title: 'Round', isText: true },
      { title: 'n', isText: false },
      ...choices.map((title) => ({ title, isText: false })),
    ],
    rows: [...rounds].map(([round, some]) => [
      round,
      some[0]?.[1] ?? '',
      ...choices.map((choice) => cell(some.find((row) => row[2] === choice))),
    ]),
  }
}

/** By theme; choices by measure. Other tables stay whole. */
const parts = (table: WordTable): WordTable[] => {
  const [theme, measure, , , choice] = table.columns
  if (theme?.title !== 'Theme' || measure?.title !== 'Measure') return [table]
  const isChoices = choice?.title === 'Choice'
  const groups = Map.groupBy(table.rows, ([first = '', second = '']) =>
    isChoices ? `${first}: ${second}` : first
  )
  return [...groups].map(([caption, rows]) => {
    const part = without({ ...table, rows }, isChoices ? 2 : 1, caption)
    return isChoices && new Set(rows.map((row) => row[4])).size <= MOST_CHOICES
      ? choicesBeside(part)
      : part
  })
}

/** Roughly, of Arial: what is wider than it needs to be costs less than a figure that breaks. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, one) =>
      sum +
      (one === '%' ? 1.8 : /[A-Zmw+−]/.test(one) ? 1.4 : /[\s.,:ijlft]/.test(one) ? 0.6 : 1.12),
    0
  )

const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map(widthOf))

/** Figures get what they need, three digits at least; words share what is left, by the longest of them. */
const needsOf = ({ columns, rows }: WordTable) =>
  columns.map(({ title, isText }, place) => {
    const cells = rows.map((row) => row[place] ?? '')
    const heading = widest(title.split(' ')) * HEADING
    return isText
      ? {
          least: Math.max(LEAST_FOR_TEXT, heading + SPACE),
          wish: Math.min(MOST_FOR_TEXT, widest([title, ...cells])),
        }
      : { least: Math.max(heading, widest(['100', ...cells])) + SPACE, wish: 0 }
  })

const sharesOf = (table: WordTable, room: number): number[] => {
  const needs = needsOf(table)
  const rest = Math.max(0, room - needs.reduce((sum, { least }) => sum + least, 0))
  const wishes = needs.reduce((sum, { wish }) => sum + wish, 0)
  const widths = needs.map(
    ({ least, wish }) => least + (wishes === 0 ? rest / needs.length : (rest * wish) / wishes)
  )
  const all = widths.reduce((sum, one) => sum + one, 0)
  const shares = widths.map((one) => Math.floor((1000 * one) / all) / 10)
  const left = 100 - shares.reduce((sum, one) => sum + one, 0)
  return shares.map((share, place) => (place === 0 ? share + left : share))
}

const fits = (table: WordTable): boolean =>
  needsOf(table).reduce((sum, { least }) => sum + least, 0) <= UPRIGHT

export type LaidTable = { readonly block: PlainBlock; readonly isWide: boolean }

/** One model table as one or several of Word's. `isWide`: for a page that lies on its side. */
export const tableBlocks = (given: ModelTable): LaidTable[] =>
  parts(inWords(given)).map((table) => {
    const isWide = !fits(table)
    const shares = sharesOf(table, isWide ? ON_ITS_SIDE : UPRIGHT)
    return {
      isWide,
      block: {
        kind: 'table',
        caption: table.caption,
        columns: table.columns.map(({ title, isText }, place) => ({
          title,
          share: shares[place] ?? 0,
          ...(isText ? {} : { align: 'right' as const }),
        })),
        rows: table.rows,
      },
    }
  })
