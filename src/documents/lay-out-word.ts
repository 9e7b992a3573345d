/** Lays a document out as a Word file (Office Open XML). How it looks is decided here; every word comes from the model. */
import {
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  TableOfContents,
  TabStopType,
  TextRun,
} from 'docx'
import { estimatePageNumbers } from 'docx/layout'
import type { DocumentModel, PlainBlock } from './document-model.ts'
import { readableText } from './readable-text.ts'
import { textRuns, wordBlock } from './word-blocks.ts'
import { GREY, longMeasure, measure, page, styles } from './word-styles.ts'
import { chartsOf, type WordTask } from './word-task.ts'

const header = (model: DocumentModel): Header =>
  new Header({
    children: [new Paragraph({ children: textRuns(model.header, { color: GREY, size: 18 }) })],
  })

const footer = (model: DocumentModel, position: number): Footer =>
  new Footer({
    children: [
      new Paragraph({
        tabStops: [{ type: TabStopType.RIGHT, position }],
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

interface Part {
  readonly isLandscape: boolean
  readonly blocks: readonly PlainBlock[]
}

/** What lies on its side begins a section of its own, and what follows another. */
const partsOf = (blocks: DocumentModel['blocks']): readonly Part[] => {
  const parts: { isLandscape: boolean; blocks: PlainBlock[] }[] = [
    { isLandscape: false, blocks: [] },
  ]
  for (const block of blocks) {
    const isLandscape = block.kind === 'landscape'
    let part = parts.at(-1)
    if (part === undefined || isLandscape !== part.isLandscape) {
      part = { isLandscape, blocks: [] }
      parts.push(part)
    }
    part.blocks.push(...(block.kind === 'landscape' ? block.blocks : [block]))
  }
  return parts
}

/** What stands above the contents: everything before the first heading. */
const leadOf = (blocks: readonly PlainBlock[]): number => {
  const first = blocks.findIndex(({ kind }) => kind === 'heading')
  return first < 0 ? blocks.length : first
}

const isNumbered = ({ hasContents, contentsLevels }: DocumentModel): boolean =>
  hasContents === true && contentsLevels !== 1

const contents = (model: DocumentModel) => [
  new Paragraph({ style: 'ContentsHeading', children: textRuns('Contents') }),
  new TableOfContents('Contents', {
    hyperlink: true,
    ...(model.contentsLevels === 1
      ? // Long documents: links alone, since counting their pages takes seconds.
        { headingStyleRange: '1-1', pageNumbersEntryLevelsRange: '1-1', beginDirty: false }
      : { headingStyleRange: '1-2' }),
  }),
]

/** @returns the bytes of a .docx file */
export const layOutWord = async (task: WordTask): Promise<Uint8Array<ArrayBuffer>> => {
  const { model } = task
  const pictures = new Map(
    chartsOf(model.blocks).flatMap((chart, place) => {
      const png = task.pictures[place]
      return png === undefined ? [] : [[chart, png] as const]
    })
  )
  const sections = partsOf(model.blocks).map(({ isLandscape, blocks }, place): ISectionOptions => {
    const width = isLandscape ? longMeasure : measure
    const lead = place === 0 && model.hasContents === true ? leadOf(blocks) : 0
    const laid = (some: readonly PlainBlock[]) =>
      some.flatMap((block) => wordBlock(block, { measure: width, pictures }))
    return {
      properties: {
        page: {
          // For pages on their side too the sizes are those of the page upright.
          size: {
            width: page.width,
            height: page.height,
            orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
          margin: {
            top: page.margin,
            right: page.margin,
            bottom: page.margin,
            left: page.margin,
          },
        },
      },
      headers: { default: header(model) },
      footers: { default: footer(model, width) },
      children: [
        ...(place === 0
          ? [new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(model.title) })]
          : []),
        ...laid(blocks.slice(0, lead)),
        ...(place === 0 && model.hasContents === true ? contents(model) : []),
        ...laid(blocks.slice(lead)),
      ],
    }
  })
  const file = new Document({
    title: readableText(model.title),
    creator: 'Plumbline',
    lastModifiedBy: 'Plumbline',
    description: '',
    styles,
    // Counted here, so that the contents have page numbers in any program and Word asks nobody whether to fill them in.
    ...(isNumbered(model) ? { pageNumbers: estimatePageNumbers } : {}),
    sections,
  })
  return new Uint8Array(await Packer.toArrayBuffer(file))
}
