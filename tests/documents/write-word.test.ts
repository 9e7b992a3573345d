/** A Word file is read back with a library that had no part in writing it. */
import JSZip from 'jszip'
import mammoth from 'mammoth'
import { expect, test } from 'vitest'
import type { DocumentModel } from '../../src/documents/document-model.ts'
import { writeWord } from '../../src/documents/write-word.ts'

const model: DocumentModel = {
  title: 'Audit of case 4417',
  header: 'Case 4417',
  footer: 'Copied on Friday 30 January 2026',
  blocks: [
    {
      kind: 'facts',
      rows: [
        { name: 'Round', words: 'January' },
        { name: 'Grade', words: [{ text: 'Good', strong: true }, { text: ', of four' }] },
      ],
    },
    { kind: 'heading', level: 1, text: 'What was found' },
    { kind: 'heading', level: 2, text: 'Strengths' },
    { kind: 'paragraph', words: 'First line\nsecond line' },
    { kind: 'list', items: ['Plain to parents', 'Visits on time'] },
    {
      kind: 'table',
      caption: 'What has to be done',
      columns: [
        { title: 'What', share: 60 },
        { title: 'Who', share: 40 },
      ],
      rows: [['Rewrite the plan', 'Amara Osei']],
    },
  ],
}

const htmlOf = async (given: DocumentModel) =>
  (await mammoth.convertToHtml({ buffer: Buffer.from(await writeWord(given)) })).value

const partsOf = async (given: DocumentModel) => {
  const zip = await JSZip.loadAsync(await writeWord(given))
  return async (name: RegExp) => {
    const found = Object.keys(zip.files).filter((path) => name.test(path))
    const texts = await Promise.all(found.map((path) => zip.file(path)?.async('string') ?? ''))
    return texts.join('')
  }
}

test('headings, breaks, lists and tables come back as what they are', async () => {
  expect(await htmlOf(model)).toBe(
    '<p>Audit of case 4417</p>' +
      '<table><tr><td><p><strong>Round</strong></p></td><td><p>January</p></td></tr>' +
      '<tr><td><p><strong>Grade</strong></p></td><td><p><strong>Good</strong>, of four</p></td></tr></table>' +
      '<h1>What was found</h1><h2>Strengths</h2><p>First line<br />second line</p>' +
      '<ul><li>Plain to parents</li><li>Visits on time</li></ul>' +
      '<p>What has to be done</p>' +
      '<table><thead><tr><th><p><strong>What</strong></p></th><th><p><strong>Who</strong></p></th></tr></thead>' +
      '<tbody><tr><td><p>Rewrite the plan</p></td><td><p>Amara Osei</p></td></tr></tbody></table>'
  )
})

test('each page bears the header, the footer and its number', async () => {
  const part = await partsOf(model)
  expect(await part(/word\/header\d\.xml/)).toContain('Case 4417')
  const footer = await part(/word\/footer\d\.xml/)
  expect(footer).toContain('Copied on Friday 30 January 2026')
  expect(footer).toMatch(/PAGE.*NUMPAGES/s)
})

test('the file says whose it is, in English, and nothing of the machine that wrote it', async () => {
  const part = await partsOf(model)
  const core = await part(/docProps\/core\.xml/)
  expect(core).toContain('Audit of case 4417')
  expect(core).toContain('<dc:creator>Plumbline</dc:creator>')
  expect(await part(/word\/styles\.xml/)).toContain('en-GB')
})

test('angle brackets, entities and other scripts are text, and what XML cannot hold is replaced', async () => {
  const words = 'a < b & "c" </w:t> ελ 😀 bell\u0007 half\uD83D end\uFFFE'
  const html = await htmlOf({ ...model, blocks: [{ kind: 'paragraph', words }] })
  expect(html).toContain('a &lt; b &amp; "c" &lt;/w:t&gt; ελ 😀 bell\uFFFD half\uFFFD end\uFFFD')
})

test('a contents field stands before the first heading where it is asked for', async () => {
  const without = await (await partsOf(model))(/word\/document\.xml/)
  const document = await (await partsOf({ ...model, hasContents: true }))(/word\/document\.xml/)
  expect(without).not.toContain('TOC')
  expect(document).toMatch(/TOC .*What was found/s)
})

test('the contents say on which page each heading is, and nobody is asked to fill them in', async () => {
  const later = { kind: 'heading', level: 1, text: 'On the next page', beginsPage: true } as const
  const given = { ...model, hasContents: true, blocks: [...model.blocks, later] }
  const words = (await mammoth.extractRawText({ buffer: Buffer.from(await writeWord(given)) }))
    .value
  expect(words).toMatch(/What was found\t1\n+Strengths\t1\n+On the next page\t2\n/)
  expect(await (await partsOf(given))(/word\/settings\.xml/)).not.toContain('updateFields')
})

test('contents of the first level alone leave the headings below it out', async () => {
  const given = { ...model, hasContents: true, contentsLevels: 1 } as const
  const document = await (await partsOf(given))(/word\/document\.xml/)
  const contents = document.slice(0, document.indexOf('</w:sdt>'))
  expect(contents).toContain('What was found')
  expect(contents).not.toContain('Strengths')
})
