/** A report as the sheets of a workbook: the words on one, then a sheet for each table, with typed cells. */
import type { Cell, Column, Sheet } from '../documents/sheet.ts'
import { type WordsByPlace, withWords } from './rules/final-words.ts'
import type { ModelTable, ReportModel } from './rules/report-model.ts'

const wordsSheet = (model: ReportModel, words: WordsByPlace): Sheet => ({
  name: 'Report',
  columns: [
    { header: 'Chapter', kind: 'text', width: 30 },
    { header: 'Figure', kind: 'text', width: 34 },
    { header: 'Words', kind: 'text', width: 100 },
  ],
  rows: [
    ['Report', model.title, `${model.council}. ${model.periodWords}. ${model.audience}.`],
    ...model.filters.map((filter): Cell[] => ['Report', 'Filter', filter]),
    ...model.chapters.flatMap((chapter): Cell[][] => [
      ...(chapter.empty === undefined ? [] : [[chapter.title, '', chapter.empty]]),
      ...chapter.figures.flatMap((figure): Cell[][] => {
        const { sentence, narrative, notes } = withWords(chapter.key, figure, words)
        return [sentence, narrative, ...notes]
          .filter((text) => text !== '')
          .map((text) => [chapter.title, figure.title, text])
      }),
    ]),
  ],
})

const columnOf = ({ title, kind }: ModelTable['columns'][number], place: number): Column => ({
  header: kind === 'percent' ? `${title} (%)` : title,
  kind: kind === 'text' ? 'text' : 'number',
  ...(kind === 'text' ? { width: place === 0 ? 36 : 24 } : {}),
})

/** Figures as they are: whole percent, and fractions for bounds and differences. */
export const reportSheets = (model: ReportModel, words: WordsByPlace): Sheet[] => [
  wordsSheet(model, words),
  ...model.chapters.flatMap((chapter) =>
    chapter.figures.flatMap(({ title, table }): Sheet[] =>
      table === undefined
        ? []
        : [{ name: title, columns: table.columns.map(columnOf), rows: table.rows }]
    )
  ),
]
