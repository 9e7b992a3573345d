/** Charts, wide tables and figures in a Word file, read back from its parts and by a library that did not write it. */
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { Block, DocumentModel } from '../../src/documents/document-model.ts'
import { writeWord } from '../../src/documents/write-word.ts'

const chart: Block = {
  kind: 'chart',
  caption: 'Child protection plans & "reviews"',
  alt: 'Good or better rose from 10 of 37 to 7 of 14.',
  svg: '<svg viewBox="0 0 1120 330"><g class="pl-bar--good"><rect width="100" height="50"/></g></svg>',
  width: 1120,
  height: 330,
  note: 'n is the number of plans audited.',
}

const model = (...blocks: Block[]): DocumentModel => ({
  title: 'Quarterly report',
  header: 'Aldermere',
  footer: 'October to December 2025',
  blocks,
})

const open = async (given: DocumentModel) => {
  const zip = await JSZip.loadAsync(await writeWord(given))
  return { zip, document: (await zip.file('word/document.xml')?.async('string')) ?? '' }
}

test('a chart is a picture with words for whoever does not see it, and the drawing beside it', async () => {
  const { zip, document } = await open(model(chart))
  expect(document).toContain('descr="Good or better rose from 10 of 37 to 7 of 14."')
  expect(document).toContain('title="Child protection plans &amp; &quot;reviews&quot;"')
  expect(document).toContain('svgBlip')
  const media = Object.keys(zip.files).filter((name) => name.startsWith('word/media/'))
  expect(media.map((name) => name.slice(name.lastIndexOf('.'))).toSorted()).toEqual([
    '.png',
    '.svg',
  ])
  const svg = media.find((name) => name.endsWith('.svg')) ?? ''
  expect(await zip.file(svg)?.async('string')).toMatch(
    /<svg xmlns=.*\.pl-bar--good\{fill:#2a9d8f\}/
  )
})

test('a chart keeps its shape and takes the width of the page, upright and on its side', async () => {
  const extents = async (block: Block) =>
    /<wp:extent cx="(\d+)" cy="(\d+)"/
      .exec((await open(model(block))).document)
      ?.slice(1)
      .map(Number)
  // 9525 to a pixel: 643 and 971 pixels are 17 and 25.7 centimetres.
  expect(await extents(chart)).toEqual([643 * 9525, 189 * 9525])
  expect(await extents({ kind: 'landscape', blocks: [chart] })).toEqual([971 * 9525, 286 * 9525])
  expect(await extents({ ...chart, width: 100, height: 1000 })).toEqual([82 * 9525, 820 * 9525])
})

test('a chart reads in its place, its caption above and its note below', async () => {
  const { value } = await mammoth.convertToHtml({
    buffer: Buffer.from(await writeWord(model(chart, { kind: 'paragraph', words: 'After' }))),
  })
  expect(value.replace(/src="[^"]*"/g, '')).toBe(
    '<p>Quarterly report</p><p>Child protection plans &amp; "reviews"</p>' +
      '<p><img alt="Good or better rose from 10 of 37 to 7 of 14."  /></p>' +
      '<p>n is the number of plans audited.</p><p>After</p>'
  )
})

test('wide tables lie on pages of their own, and what follows stands upright again', async () => {
  const wide: Block = {
    kind: 'table',
    caption: 'Teams',
    columns: [
      { title: 'Team', share: 70 },
      { title: 'n', share: 30, align: 'right' },
    ],
    rows: [['North', '14']],
    note: 'Fewer than five are not shown.',
  }
  const { document } = await open(
    model(
      { kind: 'paragraph', words: 'Before' },
      { kind: 'landscape', blocks: [wide] },
      { kind: 'heading', level: 1, text: 'After', beginsPage: true }
    )
  )
  const sizes = [...document.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => [w, h])
  expect(sizes).toEqual([
    ['11906', '16838'],
    ['16838', '11906'],
    ['11906', '16838'],
  ])
  expect(document).toContain('<w:jc w:val="right"/>')
  expect(document).toContain('<w:tblHeader/>')
  expect(document).toContain('Fewer than five are not shown.')
  expect(document).toContain('<w:pageBreakBefore/>')
})

test('a chart that cannot be drawn leaves no file without it', async () => {
  await expect(writeWord(model({ ...chart, svg: '<svg viewBox="0 0 1 1"><rect' }))).rejects.toThrow(
    'the drawing cannot be read'
  )
})

test('lines grow with what stands in them, so that no program cuts a picture to the height of a line', async () => {
  const { zip } = await open(model(chart))
  expect(await zip.file('word/styles.xml')?.async('string')).toContain(
    '<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>'
  )
})
