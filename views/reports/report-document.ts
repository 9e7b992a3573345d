/** A report as a document for Word: the model's chapters with their words, real tables, and charts as drawings. */

import type { Block, DocumentModel, PlainBlock } from '../../src/documents/document-model.ts'
import type { WordsByPlace } from '../../src/reports/rules/final-words.ts'
import type { ModelFigure, ModelTable, ReportModel } from '../../src/reports/rules/report-model.ts'
import { audienceWords, cellWords, numberWords, spanWords } from './report-words.ts'

/** The width that a first column of words takes beside columns of figures. */
const FIRST = 26

/** A word of a heading longer than this breaks in a narrow column. */
const LONG_WORD = 8

/** Shares of the width; together 100. */
const sharesOf = ({ columns }: ModelTable): number[] => {
  const longest = (title: string) => Math.max(...title.split(' ').map((word) => word.length))
  const weight = columns.map(({ kind, title }, place) =>
    kind === 'text' ? (place === 0 ? 3 : 2) : longest(title) > LONG_WORD ? 1.5 : 1
  )
  const all = weight.reduce((sum, one) => sum + one, 0)
  const shares = weight.map((one) => Math.floor((100 * one) / all))
  const rest = 100 - shares.reduce((sum, one) => sum + one, 0)
  return shares.map((share, place) => share + (place === 0 ? rest : 0))
}

const tableBlock = (table: ModelTable): PlainBlock => {
  const shares = sharesOf(table)
  return {
    kind: 'table',
    caption: table.caption,
    columns: table.columns.map(({ title, kind }, place) => ({
      title,
      share: shares[place] ?? FIRST,
      ...(kind === 'text' ? {} : { align: 'right' as const }),
    })),
    rows: table.rows.map((row) =>
      row.map((cell, place) => cellWords(cell, table.columns[place]?.kind ?? 'text'))
    ),
  }
}

const paragraphs = (text: string): PlainBlock[] =>
  text
    .split(/\r?\n(?:\s*\r?\n)+/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words) => ({ kind: 'paragraph', words }))

/** Tables wider than this stand on pages that lie on their side. */
const WIDE = 7

export type DrawnChart = { readonly svg: string; readonly width: number; readonly height: number }

/** @param draw the chart of a figure as a drawing */
export const reportDocument = (
  report: {
    readonly model: ReportModel
    readonly words: WordsByPlace
    readonly number: number | null
    /** Undefined for a draft. */
    readonly frozenOn: string | undefined
  },
  draw: (figure: ModelFigure, place: string) => DrawnChart | undefined
): DocumentModel => {
  const { model, words } = report
  const figureBlocks = (chapter: string, figure: ModelFigure): Block[] => {
    const place = `${chapter}/${figure.key}`
    const written = words.get(place)
    const drawn = draw(figure, place)
    const table = figure.table && tableBlock(figure.table)
    const isWide = (figure.table?.columns.length ?? 0) > WIDE
    return [
      { kind: 'heading', level: 2, text: figure.title },
      ...paragraphs(written?.sentence ?? figure.proposed),
      ...(drawn && figure.chart
        ? [
            {
              kind: 'chart' as const,
              caption: figure.chart.title,
              alt: figure.chart.description,
              ...drawn,
            },
          ]
        : []),
      ...(table === undefined || isWide ? [] : [table]),
      ...figure.notes.map((note) => ({
        kind: 'paragraph' as const,
        words: note,
        tone: 'note' as const,
      })),
      ...paragraphs(written?.narrative ?? ''),
    ]
  }
  const wide = (chapter: string): Block[] => {
    const blocks = model.chapters
      .filter(({ key }) => key === chapter)
      .flatMap(({ figures }) => figures)
      .flatMap(({ table }) => (table && table.columns.length > WIDE ? [tableBlock(table)] : []))
    return blocks.length === 0 ? [] : [{ kind: 'landscape', blocks }]
  }
  return {
    title: model.title,
    header: `${model.council} · ${audienceWords(model.audience)}`,
    footer: `${numberWords(report)} · ${model.periodWords}`,
    hasContents: true,
    blocks: [
      {
        kind: 'facts',
        rows: [
          { name: 'Period', words: `${model.periodWords} (${spanWords(model.period)})` },
          { name: 'For', words: audienceWords(model.audience) },
          {
            name: 'Cases',
            words: model.filters.length === 0 ? 'The whole council' : model.filters.join('. '),
          },
          {
            name: 'State',
            words:
              report.number === null
                ? 'Draft: its figures may change'
                : `Frozen as report ${report.number}${report.frozenOn === undefined ? '' : ` on ${report.frozenOn}`}`,
          },
        ],
      },
      ...model.chapters.flatMap((chapter): Block[] => [
        { kind: 'heading', level: 1, text: chapter.title },
        ...(chapter.empty === undefined
          ? []
          : [{ kind: 'paragraph' as const, words: chapter.empty }]),
        ...chapter.figures.flatMap((figure) => figureBlocks(chapter.key, figure)),
        ...wide(chapter.key),
      ]),
    ],
  }
}
