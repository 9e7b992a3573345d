/** A report as a document for Word: the model's chapters with their words, real tables, and charts as drawings. */

import type { Block, DocumentModel, PlainBlock } from '../../src/documents/document-model.ts'
import type { WordsByPlace } from '../../src/reports/rules/final-words.ts'
import type { ModelFigure, ReportModel } from '../../src/reports/rules/report-model.ts'
import { type ReportStanding, reportFacts } from './report-facts.ts'
import { tableBlocks } from './report-table.ts'
import { audienceWords, numberWords } from './report-words.ts'

const paragraphs = (text: string): PlainBlock[] =>
  text
    .split(/\r?\n(?:\s*\r?\n)+/)
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .map((words) => ({ kind: 'paragraph', words }))

export type DrawnChart = { readonly svg: string; readonly width: number; readonly height: number }

/** @param draw the chart of a figure as a drawing */
export const reportDocument = (
  report: {
    readonly model: ReportModel
    readonly words: WordsByPlace
  } & ReportStanding,
  draw: (figure: ModelFigure, place: string) => DrawnChart | undefined
): DocumentModel => {
  const { model, words } = report
  const figureBlocks = (chapter: string, figure: ModelFigure): Block[] => {
    const place = `${chapter}/${figure.key}`
    const written = words.get(place)
    const drawn = draw(figure, place)
    const tables = figure.table ? tableBlocks(figure.table) : []
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
      ...tables.map(
        ({ block, isWide }): Block =>
          isWide && block.kind === 'table' ? { kind: 'landscape', blocks: [block] } : block
      ),
      ...figure.notes.map((note) => ({
        kind: 'paragraph' as const,
        words: note,
        tone: 'note' as const,
      })),
      ...paragraphs(written?.narrative ?? ''),
    ]
  }
  return {
    title: model.title,
    header: `${model.council} · ${audienceWords(model.audience)}`,
    footer: `${numberWords(report)} · ${model.periodWords}`,
    hasContents: true,
    blocks: [
      { kind: 'facts', rows: reportFacts(model, report) },
      ...model.chapters.flatMap((chapter, place): Block[] => [
        {
          kind: 'heading',
          level: 1,
          text: chapter.title,
          ...(place === 0 ? { beginsPage: true } : {}),
        },
        ...(chapter.empty === undefined
          ? []
          : [{ kind: 'paragraph' as const, words: chapter.empty }]),
        ...chapter.figures.flatMap((figure) => figureBlocks(chapter.key, figure)),
      ]),
    ],
  }
}
