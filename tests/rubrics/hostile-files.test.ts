/**
 * Files made to keep the reader busy: each is refused with one line and a remedy
 * before it is read (tens of milliseconds each; read in full they took up to eight seconds).
 */
import { expect, test } from 'vitest'
import { faultsOf } from './rubric-files.ts'

/** As large as a file may be, and as a megabyte that somebody uploads. */
const sizes = [250_000, 1_000_000]

test.each<[string, string]>([
  ['fields', 'a: 1\n'],
  ['entries', '- a\n'],
  ['dashes', '- '],
  ['open brackets', '['],
  ['closed brackets', ']'],
  ['open braces', '{a: '],
  ['empty lists', '[],'],
  ['commas', '[,'],
  ['quotes', '"a" "b"\n'],
  ['anchors', '- &a a\n'],
  ['aliases', '- *a\n'],
  ['tags', '- !x a\n'],
  ['documents', '---\n'],
  ['question marks', '? '],
  ['directives', '%a\n'],
  ['tabs', '\t\n'],
  ['letters of no alphabet', '\u{1}'],
  ['blank lines', '\n'],
])('%s without end', (_what, unit) => {
  for (const size of sizes) {
    const faults = faultsOf(unit.repeat(size / unit.length))
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatch(/^rubrics\/tea\/1\.yaml:\d+: .+; .+/)
  }
})
