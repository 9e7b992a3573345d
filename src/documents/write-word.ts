/** Lays a document out as a Word file (Office Open XML). Every look is decided here; every word comes from the model. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  Header,
  HeadingLevel,
  Packer,
  PageNumber,
  Paragraph,
  ShadingType,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from 'docx'
import { type Block, type DocumentModel, runsOf, type Words } from './document-model.ts'
import { linesOf, readableText } from './readable-text.ts'

/** Twentieths of a point. A4 with margins of 2 cm. */
const page = { width: 11_906, height: 16_838, margin: 1134 }
const measure = page.width - 2 * page.margin

const FONT = 'Arial'
const GREY = '505A5F'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

type Look = { readonly bold?: boolean; readonly color?: string; readonly size?: number }

/** Line breaks within a run stay line breaks. */
const textRuns = (words: Words, look: Look = {}): TextRun[] =>
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

const inCell = { before: 60, after: 60 }

const cell = (
  words: Words,
  width: number,
  options: { isName?: boolean; shaded?: boolean } = {}
): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { left: 80, right: 80 },
    ...(options.shaded
      ? { shading: { type: ShadingType.CLEAR, color: 'auto', fill: 'F3F2F1' } }
      : {}),
    children: [
      new Paragraph({
        spacing: inCell,
        children: textRuns(words, options.isName ? { bold: true } : {}),
      }),
    ],
  })

const borders = {
  top: RULE,
  bottom: RULE,
  left: NONE,
  right: NONE,
  insideHorizontal: RULE,
  insideVertical: NONE,
}

const grid = (widths: readonly number[], rows: TableRow[]): Table =>
  new Table({
    width: { size: measure, type: WidthType.DXA },
    columnWidths: [...widths],
    layout: TableLayoutType.FIXED,
    borders,
    rows,
  })

const widthsOf = (shares: readonly number[]): number[] =>
  shares.map((share) => Math.round((measure * share) / 100))

/** Two tables that touch become one in Word. */
const gap = (): Paragraph => new Paragraph({ spacing: { before: 0, after: 60 }, children: [] })

const written = (block: Block): (Paragraph | Table)[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: block.level === 1 ? HeadingLevel.HEADING_1 : HeadingLevel.HEADING_2,
          keepNext: true,
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
      const [name = 0, words = 0] = widthsOf([30, 70])
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
      const widths = widthsOf(block.columns.map(({ share }) => share))
      return [
        new Paragraph({
          style: 'Caption',
          keepNext: true,
          children: textRuns(block.caption),
        }),
        grid(widths, [
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: block.columns.map(({ title }, index) =>
              cell(title, widths[index] ?? 0, { isName: true, shaded: true })
            ),
          }),
          ...block.rows.map(
            (row) =>
              new TableRow({
                children: row.map((words, index) => cell(words, widths[index] ?? 0)),
              })
          ),
        ]),
        gap(),
      ]
    }
  }
}

const header = (model: DocumentModel): Header =>
  new Header({
    children: [new Paragraph({ children: textRuns(model.header, { color: GREY, size: 18 }) })],
  })

const footer = (model: DocumentModel): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position: measure }],
        children: [
          ...textRuns(model.footer, { color: GREY, size: 18 }),
          new TextRun({
            color: GREY,
            size: 18,
            children: ['\tPage ', PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

/** Sizes in half points. Headings bear Word's own styles, so that its navigation and contents find them. */
const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: '0B0C0C' },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

const styles = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'en-GB' } },
      paragraph: { spacing: { after: 120, line: 276 } },
    },
    title: {
      run: { font: FONT, size: 36, bold: true, color: '0B0C0C' },
      paragraph: { spacing: { after: 160 }, alignment: AlignmentType.LEFT },
    },
    heading1: heading(28, 320),
    heading2: heading(23, 240),
  },
  paragraphStyles: [
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
  ],
}

/** @returns the bytes of a .docx file */
export const writeWord = async (model: DocumentModel): Promise<Uint8Array<ArrayBuffer>> => {
  const file = new Document({
    title: readableText(model.title),
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    description: '',
    styles,
    features: { updateFields: model.hasContents === true },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.margin,
              right: page.margin,
              bottom: page.margin,
              left: page.margin,
            },
          },
        },
        headers: { default: header(model) },
        footers: { default: footer(model) },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(model.title) }),
          ...(model.hasContents === true
            ? [new TableOfContents('Contents', { hyperlink: true, headingStyleRange: '1-2' })]
            : []),
          ...model.blocks.flatMap(written),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
