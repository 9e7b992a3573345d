/** The name of a copy's file, whatever an imported reference is made of. */
import { expect, test } from 'vitest'
import { copyFileName } from '../../src/audits/rules/copy-file-name.ts'

test.each([
  ['A-000123', 'audit-A-000123'],
  ['2016/17 Q1 "x"', 'audit-2016-17-Q1-x'],
  ['../../etc', 'audit-etc'],
  ['a\r\nSet-Cookie: b', 'audit-a-Set-Cookie-b'],
  ['ελ', 'audit'],
  ['9'.repeat(100), `audit-${'9'.repeat(60)}`],
])('%j', (reference, name) => {
  expect(copyFileName(reference)).toBe(name)
})
