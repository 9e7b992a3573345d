/** One block of a document as what Word calls paragraphs, tables and pictures. */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { type Chart, type PlainBlock, runsOf, type Words } from './document-model.ts'
import { linesOf, readableText } from './readable-text.ts'
import { standAloneSvg } from './stand-alone-svg.ts'
import { borders, GREY } from './word-styles.ts'

type Look = { readonly bold?: boolean; readonly color?: string; readonly size?: number }

/** Line breaks within a run stay line breaks. */
export const textRuns = (words: Words, look: Look = {}): TextRun[] =>
  runsOf(words).flatMap(({ text, strong }) =>
    linesOf(text).map(
      (line, index) =>
        new TextRun({
          text: line,
          ...look,
          ...(strong === true ? { bold: true } : {}),
          ...(index > 0 ? { break: 1 } : {}),
        })
    )
  )

const paragraph = (words: Words, look?: Look): Paragraph =>
  new Paragraph({ children: textRuns(words, look) })

const inCell = { before: 50, after: 50 }

/** Half points: figures in many columns stand beside each other on a page that is upright. */
const SMALL = 18
const HEADER = 16

/** A table of at most so many rows stands on one page. */
const KEPT_TOGETHER = 14

type CellOptions = {
  readonly isName?: boolean
  readonly shaded?: boolean
  readonly align?: 'right' | undefined
  /** Half points; that of the text unless given. */
  readonly size?: number
  readonly keepNext?: boolean
}

const cell = (words: Words, width: number, options: CellOptions = {}): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80 },
    ...(options.shaded ? { verticalAlign: VerticalAlignTable.BOTTOM } : {}),
    ...(options.shaded
      ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F2F1' } }
      : {}),
    children: [
      new Paragraph({
        spacing: inCell,
        ...(options.keepNext ? { keepNext: true } : {}),
        ...(options.align === 'right' ? { alignment: AlignmentType.RIGHT } : {}),
        children: textRuns(words, {
          ...(options.isName ? { bold: true } : {}),
          ...(options.size === undefined ? {} : { size: options.size }),
        }),
      }),
    ],
  })

const grid = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  })

const widthsOf = (shares: readonly number[], measure: number): number[] =>
  shares.map((share) => Math.round((measure * share) / 100))

/** Two tables that touch become one in Word. */
const gap = (): Paragraph =>
  new Paragraph({
    spacing: { before: 0, after: 0, line: 160, lineRule: LineRuleType.EXACT },
    children: [],
  })

const caption = (words: string): Paragraph =>
  new Paragraph({ style: 'Caption', keepNext: true, children: textRuns(words) })

/** Stands in place of the gap. */
const below = (note: string | undefined): Paragraph =>
  note === undefined
    ? gap()
    : new Paragraph({
        spacing: { before: 60, after: 160 },
        children: textRuns(note, { color: GREY, size: 18 }),
      })

/** What is longer than a page would otherwise be cut. */
const isShort = (row: readonly Words[]): boolean =>
  row.every((words) => runsOf(words).reduce((sum, { text }) => sum + text.length, 0) < 600)

/** Twentieths of a point in a pixel of 1/96 inch. */
const PIXEL = 15
/** Of the height of a page; a caption and a note stand on it too. */
const MOST_HEIGHT = 820

const picture = (chart: Chart, png: Uint8Array<ArrayBuffer>, measure: number): ImageRun => {
  const scale = Math.min(measure / PIXEL / chart.width, MOST_HEIGHT / chart.height)
  const transformation = {
    width: Math.round(chart.width * scale),
    height: Math.round(chart.height * scale),
  }
  return new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(standAloneSvg(chart.svg)),
    fallback: { type: 'png', data: png },
    transformation,
    altText: {
      name: readableText(chart.caption),
      title: readableText(chart.caption),
      description: readableText(chart.alt),
    },
  })
}

export interface Laid {
  /** Twentieths of a point from margin to margin. */
  readonly measure: number
  /** Of each chart, drawn beforehand. */
  readonly pictures: ReadonlyMap<Chart, Uint8Array<ArrayBuffer>>
}

export const wordBlock = (
  block: PlainBlock,
  { measure, pictures }: Laid
): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
          ...(block.beginsPage === true ? { pageBreakBefore: true } : {}),
          children: textRuns(block.text),
        }),
      ]
    case 'paragraph':
      return [
        block.tone === 'note'
          ? paragraph(block.words, { color: GREY })
          : block.tone === 'warning'
            ? new Paragraph({
                border: {
                  left: { style: BorderStyle.SINGLE, size: 24, color: '000000', space: 8 },
                },
                children: textRuns(block.words, { bold: true }),
              })
            : paragraph(block.words),
      ]
    case 'list':
      return block.items.map(
        (item) => new Paragraph({ bullet: { level: 0 }, children: textRuns(item) })
      )
    case 'facts': {
      const [name = 0, words = 0] = widthsOf([30, 70], measure)
      return [
        grid(
          [name, words],
          block.rows.map(
            (row) =>
              new TableRow({
                cantSplit: true,
                children: [cell(row.name, name, { isName: true }), cell(row.words, words)],
              })
          )
        ),
        gap(),
      ]
    }
    case 'table': {
      const widths = widthsOf(
        block.columns.map(({ share }) => share),
        measure
      )
      return [
        caption(block.caption),
        grid(widths, [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: block.columns.map(({ title, align }, index) =>
              cell(title, widths[index] ?? 0, {
                ...{ isName: true, shaded: true, align, size: HEADER },
                keepNext: true,
              })
            ),
          }),
          ...block.rows.map(
            (row, place) =>
              new TableRow({
                cantSplit: isShort(row),
                children: row.map((words, index) =>
                  cell(words, widths[index] ?? 0, {
                    align: block.columns[index]?.align,
                    size: SMALL,
                    keepNext: block.rows.length <= KEPT_TOGETHER && place < block.rows.length - 1,
                  })
                ),
              })
          ),
        ]),
        below(block.note),
      ]
    }
    case 'chart': {
      const png = pictures.get(block)
      return [
        caption(block.caption),
        new Paragraph({
          ...(block.note === undefined ? {} : { keepNext: true }),
          children: png === undefined ? [] : [picture(block, png, measure)],
        }),
        ...(block.note === undefined ? [] : [below(block.note)]),
      ]
    }
  }
}
