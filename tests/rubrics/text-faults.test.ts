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
      'over 1 MB',
      `${soundFile}${'#'.repeat(1_000_000)}`,
      [
        '1: the file has 1.01 MB; a rubric has at most 1 MB, so look for something pasted in by mistake',
      ],
    ],
  ])('%s', (_what, content, faults) => {
    expect(faultsOf(content)).toEqual(faults.map((fault) => `${file}:${fault}`))
  })

  test('a file of exactly 1 MB is read', () => {
    expect(faultsOf(soundFile + '#'.repeat(1_000_000 - soundFile.length))).toEqual([])
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
