/** A chart as a picture: its size and its colours are read from the PNG itself. */
import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { PictureFault, pictureOf } from '../../src/documents/picture-of.ts'
import { standAloneSvg } from '../../src/documents/stand-alone-svg.ts'

const svg = (inner: string) => `<svg viewBox="0 0 100 50" width="100" height="50">${inner}</svg>`

/** Of an 8-bit RGBA picture as resvg writes it. */
const read = (png: Uint8Array) => {
  const bytes = Buffer.from(png)
  const parts: Buffer[] = []
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at)
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(bytes.subarray(at + 8, at + 8 + length))
    }
  }
  const packed = inflateSync(Buffer.concat(parts))
  const colours = new Set<string>()
  // Each line begins with its filter; the first pixel of one that is unfiltered or differs from nothing is as it is.
  const width = bytes.readUInt32BE(16)
  for (let line = 0; line < bytes.readUInt32BE(20); line++) {
    const start = line * (1 + width * 4)
    if ((packed[start] ?? 9) <= 1) {
      colours.add(packed.subarray(start + 1, start + 4).toString('hex'))
    }
  }
  return { width, height: bytes.readUInt32BE(20), colours }
}

test('a chart is drawn in the width of a page, in the looks of its classes', async () => {
  const picture = read(
    await pictureOf(svg('<g class="pl-bar--good"><rect width="100" height="50"/></g>'))
  )
  expect(picture).toEqual({ width: 1600, height: 800, colours: new Set(['2a9d8f']) })
})

test('what is not drawn is white', async () => {
  expect(read(await pictureOf(svg(''))).colours).toEqual(new Set(['ffffff']))
})

test('words are drawn with the font that comes along', async () => {
  const blank = await pictureOf(svg(''))
  const words = await pictureOf(svg('<text x="10" y="30" font-size="20">Good</text>'))
  expect(words.length).toBeGreaterThan(blank.length + 1000)
})

test('a very tall drawing keeps to a page', async () => {
  const tall = '<svg viewBox="0 0 10 100"><rect width="10" height="100"/></svg>'
  expect(read(await pictureOf(tall))).toMatchObject({ width: 260, height: 2600 })
})

test('scripts, links and pictures from elsewhere are left out', () => {
  const hostile = standAloneSvg(
    svg(
      '<script>alert(1)</script><image href="file:///etc/passwd" x="1"/><a href="https://x.example"><rect onload="x()"/></a><use href="#a"/>'
    )
  )
  expect(hostile).not.toMatch(/script|passwd|x\.example|onload/)
  expect(hostile).toContain('href="#a"')
})

test.each([
  ['no drawing at all', 'words', 'the drawing has no viewBox'],
  ['half a drawing', '<svg viewBox="0 0 10 10"><rect', 'the drawing cannot be read'],
  ['no size', '<svg viewBox="0 0 0 10"></svg>', 'the drawing has no viewBox'],
  ['far too much', svg('x'.repeat(2_000_001)), 'the drawing is too long to be a chart'],
])('%s is refused, and the next is drawn', async (_, given, message) => {
  await expect(pictureOf(given)).rejects.toThrow(new PictureFault(message))
  expect((await pictureOf(svg(''))).length).toBeGreaterThan(100)
})
