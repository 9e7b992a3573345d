/** The name of a copy's file, whatever an imported reference is made of. */
import { expect, test } from 'vitest'
import { copyFileName } from '../../src/audits/rules/copy-file-name.ts'

test.each([
  ['A-000123', 'audit-A-000123.docx'],
  ['2016/17 Q1 "x"', 'audit-2016-17-Q1-x.docx'],
  ['../../etc', 'audit-etc.docx'],
  ['a\r\nSet-Cookie: b', 'audit-a-Set-Cookie-b.docx'],
  ['ελ', 'audit.docx'],
  ['9'.repeat(100), `audit-${'9'.repeat(60)}.docx`],
])('%j', (reference, name) => {
  expect(copyFileName(reference)).toBe(name)
})
