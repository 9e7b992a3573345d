/** Word files are put together on another thread: several at once, and a fault of one is nobody else's. */
import JSZip from 'jszip'
import { expect, test } from 'vitest'
import type { DocumentModel } from '../../src/documents/document-model.ts'
import { WordFault, writeWord } from '../../src/documents/write-word.ts'

const model = (title: string, rows: number): DocumentModel => ({
  title,
  header: '',
  footer: '',
  blocks: [
    {
      kind: 'table',
      caption: 'Items',
      columns: [{ title: 'Item', share: 100 }],
      rows: Array.from({ length: rows }, (_, place) => [`Item ${place}`]),
    },
  ],
})

/** The text of a Word file's body: its properties hold the second it was written, and differ by run. */
const bodyOf = async (file: Uint8Array) =>
  (await (await JSZip.loadAsync(file)).file('word/document.xml')?.async('string')) ?? ''

test('several at once come back as the file that was asked for', async () => {
  const [long, short] = await Promise.all([writeWord(model('a', 300)), writeWord(model('b', 1))])
  expect(await bodyOf(long)).toContain('Item 299')
  expect(await bodyOf(short)).toContain('Item 0')
  expect(await bodyOf(short)).not.toContain('Item 1')
  expect(await bodyOf(await writeWord(model('b', 1)))).toBe(await bodyOf(short))
})

test('other work goes on meanwhile', async () => {
  let turns = 0
  let timer = setImmediate(function count() {
    turns++
    timer = setImmediate(count)
  })
  await writeWord(model('a', 300))
  clearImmediate(timer)
  expect(turns).toBeGreaterThan(20)
})

test('a document that is none is a fault of its own, and the next is written', async () => {
  const broken = { ...model('a', 1), blocks: [{ kind: 'table' }] } as unknown as DocumentModel
  await expect(writeWord(broken)).rejects.toThrow(WordFault)
  expect((await writeWord(model('a', 1))).length).toBeGreaterThan(1000)
})
