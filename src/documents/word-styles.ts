/** How Word files look: the page, the type, the lines. No words. */
import { AlignmentType, BorderStyle, LineRuleType } from 'docx'

/** Twentieths of a point. A4 with margins of 2 cm. */
export const page = { width: 11_906, height: 16_838, margin: 1134 }

/** Of the text, upright and on its side. */
export const measure = page.width - 2 * page.margin
export const longMeasure = page.height - 2 * page.margin

export const GREY = '505A5F'

const FONT = 'Arial'
const INK = '0B0C0C'
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'B1B4B6' } as const
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

export const borders = {
  top: RULE,
  bottom: RULE,
  left: NONE,
  right: NONE,
  insideHorizontal: RULE,
  insideVertical: NONE,
}

/** Sizes in half points. Headings bear Word's own styles, so that its navigation and contents find them. */
const heading = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

export const styles = {
  default: {
    document: {
      run: { font: FONT, size: 21, language: { value: 'en-GB' } },
      // Said in so many words: LibreOffice otherwise cuts pictures to the height of a line.
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: FONT, size: 36, bold: true, color: INK },
      paragraph: { spacing: { after: 160 }, alignment: AlignmentType.LEFT },
    },
    heading1: heading(28, 320),
    heading2: heading(23, 240),
  },
  paragraphStyles: [
    {
      id: 'ContentsHeading',
      name: 'Contents heading',
      basedOn: 'Normal',
      run: { bold: true, size: 28 },
      paragraph: { spacing: { before: 320, after: 100 }, keepNext: true },
    },
    ...(['TOC1', 'TOC2'] as const).map((id, place) => ({
      id,
      name: `toc ${place + 1}`,
      basedOn: 'Normal',
      run: place === 0 ? { bold: true } : {},
      paragraph: {
        spacing: { before: place === 0 ? 60 : 0, after: 20 },
        indent: { left: place * 280 },
      },
    })),
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true, size: 20 },
      paragraph: { spacing: { before: 160, after: 80 }, keepNext: true },
    },
  ],
}
