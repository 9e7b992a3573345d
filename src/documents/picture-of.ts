/**
 * A drawing as a picture. resvg draws on another thread, one at a time, so that the server goes on answering and a
 * dozen charts do not take all its threads.
 */
import { fileURLToPath } from 'node:url'
import { standAloneSvg } from './stand-alone-svg.ts'

/** The same files whether this runs from the sources (src/documents) or built (dist/server): they are not copied. */
const fonts = ['Regular', 'Bold'].map((weight) =>
  fileURLToPath(new URL(`../../src/documents/fonts/LiberationSans-${weight}.ttf`, import.meta.url))
)

/** A chart is a few dozen KB; what is longer is not one. */
const LONGEST_SVG = 2_000_000
/** Pixels: sharp on paper at the width of a page, and at most 16 MB unpacked. */
const WIDTH = 1600
const MOST_HEIGHT = 2600
const PATIENCE = 10_000

export class PictureFault extends Error {}

/** Drawings wait for one another. */
let last: Promise<unknown> = Promise.resolve()

const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work)
  last = mine.catch(() => {})
  return mine
}

const within = async <T>(milliseconds: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(new PictureFault(`the drawing was not done in ${milliseconds} ms`)),
      milliseconds
    )
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}

const sizeOf = (svg: string): { width: number; height: number } => {
  const [, width = '0', height = '0'] =
    /<svg[^>]*\sviewBox="[-\d.]+ [-\d.]+ ([\d.]+) ([\d.]+)"/.exec(svg) ?? []
  return { width: Number(width), height: Number(height) }
}

/**
 * The picture of a chart as PNG, on white, 1,600 pixels wide or, where it is very tall, 2,600 high. Classes of our
 * charts get their looks from stand-alone-svg.ts; no font of the machine and nothing outside the drawing is used.
 *
 * @param svg with a viewBox
 * @throws PictureFault for what is no drawing, too long, or not done in ten seconds
 */
export const pictureOf = (svg: string): Promise<Uint8Array<ArrayBuffer>> =>
  inTurn(async () => {
    if (svg.length > LONGEST_SVG) throw new PictureFault('the drawing is too long to be a chart')
    const { width, height } = sizeOf(svg)
    if (!(width > 0 && height > 0)) throw new PictureFault('the drawing has no viewBox')
    const isTall = (height / width) * WIDTH > MOST_HEIGHT
    const { renderAsync } = await import('@resvg/resvg-js')
    const image = await within(
      PATIENCE,
      renderAsync(standAloneSvg(svg), {
        background: '#fff',
        fitTo: isTall ? { mode: 'height', value: MOST_HEIGHT } : { mode: 'width', value: WIDTH },
        font: {
          loadSystemFonts: false,
          fontFiles: fonts,
          defaultFontFamily: 'Liberation Sans',
          sansSerifFamily: 'Liberation Sans',
          serifFamily: 'Liberation Sans',
          monospaceFamily: 'Liberation Sans',
        },
      }).catch((fault: unknown) => {
        throw new PictureFault('the drawing cannot be read', { cause: fault })
      })
    )
    return new Uint8Array(image.asPng())
  })
