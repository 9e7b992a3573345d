/** A report as the sheets of a workbook: the words on one, then a sheet for each table, with typed cells. */
import type { Cell, Column, Sheet } from '../documents/sheet.ts'
import { type WordsByPlace, withWords } from './rules/final-words.ts'
import type { ColumnKind, ModelTable, ReportModel } from './rules/report-model.ts'

/** What the report is, in words: `State`, `Frozen as report 3 on …`. */
export type SheetFact = { readonly name: string; readonly words: string }

const wordsSheet = (
  model: ReportModel,
  words: WordsByPlace,
  facts: readonly SheetFact[]
): Sheet => ({
  name: 'Report',
  columns: [
    { header: 'Chapter', kind: 'text', width: 36 },
    { header: 'Figure', kind: 'text', width: 34 },
    { header: 'Words', kind: 'text', width: 100 },
  ],
  rows: [
    ['Report', 'Title', model.title],
    ['Report', 'Council', model.council],
    ...facts.map((fact): Cell[] => ['Report', fact.name, fact.words]),
    ...model.chapters.flatMap((chapter): Cell[][] => [
      ...(chapter.empty === undefined ? [] : [[chapter.title, '', chapter.empty]]),
      ...chapter.figures.flatMap((figure): Cell[][] => {
        const { sentence, narrative, notes } = withWords(chapter.key, figure, words)
        // Of a table its sheet has the cells alone: what they are of, and as at which day, stands here.
        const caption = figure.table === undefined ? '' : `Table: ${figure.table.caption}`
        return [sentence, narrative, ...notes, caption]
          .filter((text) => text !== '')
          .map((text) => [chapter.title, figure.title, text])
      }),
    ]),
  ],
})

/** In characters: a first column of names, and figures as narrow as a heading of several lines lets them be. */
const NAMES = { least: 18, most: 44 }
const FIGURE = { least: 9, beside: 4 }

const kinds = {
  text: 'text',
  count: 'number',
  percent: 'percent',
  share: 'percent',
  points: 'points',
} as const

const longest = (texts: readonly string[]): number => Math.max(0, ...texts.map((one) => one.length))

const columnOf = ({ columns, rows }: ModelTable, place: number): Column => {
  const { title = '', kind = 'text' } = columns[place] ?? {}
  const words = rows.map((row) => String(row[place] ?? ''))
  return {
    header: kind === 'points' ? `${title} (points)` : title,
    kind: kinds[kind],
    width:
      kind === 'text'
        ? Math.min(NAMES.most, Math.max(NAMES.least, longest([title, ...words]) + 2))
        : Math.max(FIGURE.least, longest(title.split(' ')) + FIGURE.beside),
  }
}

/** Shares are fractions, which Excel shows as percentages and goes on counting with. */
const typed = (cell: Cell, kind: ColumnKind): Cell =>
  kind === 'percent' && typeof cell === 'number' ? cell / 100 : cell

/** A sheet for each table. */
export const reportSheets = (
  model: ReportModel,
  words: WordsByPlace,
  facts: readonly SheetFact[]
): Sheet[] => [
  wordsSheet(model, words, facts),
  ...model.chapters.flatMap((chapter) =>
    chapter.figures.flatMap(({ title, table }): Sheet[] =>
      table === undefined
        ? []
        : [
            {
              name: title,
              columns: table.columns.map((_, place) => columnOf(table, place)),
              rows: table.rows.map((row) =>
                row.map((cell, place) => typed(cell, table.columns[place]?.kind ?? 'text'))
              ),
            },
          ]
    )
  ),
]
