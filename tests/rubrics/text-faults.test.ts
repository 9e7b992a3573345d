/** Rubric files that are no text or no YAML, by the exact words and line shown. */
import { describe, expect, test } from 'vitest'
import { damaged, faultsOf, soundFile } from './rubric-files.ts'

const file = 'rubrics/tea/1.yaml'

describe('faults of the text', () => {
  const latin1 = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))
  const utf16 = (text: string) =>
    Uint8Array.from([0xff, 0xfe, ...[...text].flatMap((letter) => [letter.charCodeAt(0), 0])])

  test.each<[string, string | Uint8Array, string[]]>([
    [
      'every letter that is not UTF-8',
      latin1(damaged(['Made up', 'Made up in Orl\u{e9}ans'], ['It steams', 'It\u{92}s steaming'])),
      [
        '5: has a letter that is not UTF-8, often a curly quote or a long dash from a word processor; save the file again with the encoding UTF-8',
        '16: has a letter that is not UTF-8, often a curly quote or a long dash from a word processor; save the file again with the encoding UTF-8',
      ],
    ],
    [
      'UTF-16',
      utf16(soundFile),
      ['1: the file is saved as UTF-16; save it again with the encoding UTF-8'],
    ],
    [
      'NUL',
      damaged(['Made up', 'Made\0up']),
      ['5: has a NUL character, which no text has; delete it'],
    ],
    [
      'half a character',
      damaged(['Made up', 'Made \u{d83d} up']),
      ['5: has half of a character (an unpaired surrogate); delete it'],
    ],
    [
      'another control character',
      damaged(['Made up', 'Made\u{7}up']),
      ['5: has a control character (U+0007); delete it'],
    ],
    [
      'tabs',
      damaged(['Made up', 'Made\tup'], ['  - key: tea.cups', '\t- key: tea.cups']),
      ['5: has a tab; use spaces', '25: has a tab; use spaces'],
    ],
    [
      'over 250 KB',
      `${soundFile}${'#'.repeat(10_000_000)}`,
      [
        '1: the file has 10,001 KB; a rubric has at most 250 KB, so look for something pasted in by mistake',
      ],
    ],
    [
      'lines without end',
      soundFile + '#\n'.repeat(6000),
      [
        '5001: the file goes on after 5,000 lines, which is more than a rubric has; look for something pasted in by mistake',
      ],
    ],
  ])('%s', (_what, content, faults) => {
    expect(faultsOf(content)).toEqual(faults.map((fault) => `${file}:${fault}`))
  })

  test('a file of exactly 250 KB is read', () => {
    expect(faultsOf(soundFile + '#'.repeat(250_000 - soundFile.length))).toEqual([])
  })
})

describe('faults of the YAML', () => {
  test.each<[string, string, string[]]>([
    [
      'anchors, aliases and tags',
      damaged(['title: Tea', 'title: &t Tea'], ['Made up', '*t'], ['How many', '!!str How many']),
      [
        '3: uses an anchor (&); write the text out in full wherever it is needed',
        '5: uses an alias (*); write the text out in full',
        '27: uses a tag (!); delete it, since each field has its own type',
      ],
    ],
    [
      'a second document',
      `${soundFile}---\nkey: x\n`,
      ['37: starts a second document (---); a file holds one rubric, so make a second file'],
    ],
    [
      'a directive',
      `# Tea\n%YAML 1.1\n---\n${soundFile}`,
      ['2: starts with %; delete the line, since a rubric needs no directives'],
    ],
    [
      'an open quote',
      damaged(['title: Tea', 'title: "Tea']),
      ['3: opens a quote that is never closed; close it, or double a quote inside'],
    ],
    [
      'nesting without end',
      '['.repeat(10_000),
      ['1: is nested far too deeply; a rubric needs four levels at most'],
    ],
    [
      'fields without end',
      `key: tea\nitems: [\n${'{ a: b },\n'.repeat(1000)}]\n`,
      [
        '463: the file goes on after 6,000 names, texts and signs, which is more than a rubric of eighty questions has; look for something pasted in by mistake, or make two rubrics of it',
      ],
    ],
    [
      'a bracket too many',
      damaged(['status: [cp, cin] }', 'status: [cp, cin] }}']),
      ['7: closes a bracket that was never opened; delete the }'],
    ],
    [
      'a billion laughs',
      `a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n`,
      [
        '1: uses an anchor (&); write the text out in full wherever it is needed',
        '2: uses an anchor (&); write the text out in full wherever it is needed',
        '3: uses an anchor (&); write the text out in full wherever it is needed',
      ],
    ],
    ['nothing', '', ['1: the file is empty; write fields such as "key: …"']],
    [
      'no fields',
      'Tea, please',
      ['1: the file is the text "Tea, please"; write fields such as "key: …"'],
    ],
  ])('%s', (_what, content, faults) => {
    expect(faultsOf(content)).toEqual(faults.map((fault) => `${file}:${fault}`))
  })
})
