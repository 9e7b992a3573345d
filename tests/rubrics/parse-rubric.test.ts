/** What is wrong with a rubric file, by the exact words and line shown. */
import { describe, expect, test } from 'vitest'
import { canonicalRubric } from '../../src/rubrics/rules/rubric-identity.ts'
import { damaged, faultsOf, parsedRubric, soundFile } from './rubric-files.ts'

const file = 'rubrics/tea/1.yaml'

describe('a sound file', () => {
  test('becomes a rubric, its defaults filled in', () => {
    expect(parsedRubric(soundFile)).toEqual({
      key: 'tea',
      version: '1',
      title: 'Tea',
      judgement: 'leadership',
      source: 'Made up',
      scale: 'four_grade',
      applies: { status: ['cin', 'cp'], age: undefined, flags: [] },
      rules: { half_weak_caps: 'off' },
      items: [
        {
          key: 'tea.hot',
          short: 'Hot enough',
          question: 'Is the tea hot enough?',
          guidance: undefined,
          required: true,
          alwaysApplies: false,
          showsWhen: undefined,
          kind: 'grade',
          critical: true,
          descriptors: {
            outstanding: 'It steams',
            good: 'It is hot',
            requires_improvement: 'It is warm',
            inadequate: 'It is cold',
          },
        },
        expect.objectContaining({ showsWhen: { item: 'tea.hot', is: ['inadequate'] } }),
        expect.objectContaining({ kind: 'number', unit: 'cups' }),
        expect.objectContaining({
          kind: 'category',
          multiple: false,
          choices: [
            { key: 'milk', label: 'Milk' },
            { key: 'lemon', label: 'Lemon' },
          ],
        }),
      ],
    })
  })

  test.each([
    ['a byte order mark', `\u{feff}${soundFile}`],
    ['Windows line ends', soundFile.replaceAll('\n', '\r\n')],
    ['comments and spacing', damaged(['title: Tea', '# A drink\n\ntitle:    "Tea"   # hot'])],
    ['text over several lines', damaged(['Is the tea hot', '>-\n      Is the\n      tea  hot'])],
    ['another order of conditions', damaged(['[cp, cin]', '[cin, cp]'])],
    ['defaults written out', damaged(['unit: cups', 'unit: cups\n    required: true'])],
    ['JSON instead of blocks', damaged(['{ status: [cp, cin] }', '{"status": ["cp", "cin"]}'])],
  ])('keeps its identity with %s', (_what, content) => {
    expect(canonicalRubric(parsedRubric(content))).toBe(canonicalRubric(parsedRubric(soundFile)))
  })

  test.each([
    ['a word of a descriptor', damaged(['It is warm', 'It is lukewarm'])],
    [
      'the order of items',
      damaged(
        ['tea.cups', 'tea.with'],
        ['key: tea.with\n    short: W', 'key: tea.cups\n    short: W']
      ),
    ],
    ['criticality', damaged(['critical: true', 'critical: false'])],
    ['a rule', damaged(['half_weak_caps: off', 'lower_median: off'])],
    ['who it applies to', damaged(['[cp, cin]', '[cp]'])],
  ])('changes its identity with %s', (_what, content) => {
    expect(canonicalRubric(parsedRubric(content))).not.toBe(
      canonicalRubric(parsedRubric(soundFile))
    )
  })

  test('may be a version of a council', () => {
    const content = damaged(['version: 1', 'version: 1-local.2'])
    expect(parsedRubric(content, 'rubrics/tea/1-local.2.yaml').version).toBe('1-local.2')
  })
})

test('ten faults of the fields are all reported, in the order of the file', () => {
  const content = damaged(
    ['version: 1', 'version: 1.0'],
    ['title: Tea', 'titel: Tea'],
    ['judgement: leadership', 'judgement: leaders'],
    ['four_grade', 'five_grade'],
    ['[cp, cin]', '[cpp]'],
    ['half_weak_caps', 'half_week_caps'],
    ['short: Hot enough', 'short: Hot enough for anybody who likes it hot, or nearly'],
    ['      good: It is hot\n', ''],
    ['item: tea.hot', 'item: tea.hto'],
    ['    unit: cups\n', '']
  )
  expect(faultsOf(content)).toEqual([
    `${file}:2: "version" is "1.0"; write a whole number such as 1 or, for a council's own version of it, 1-local.1`,
    `${file}:3: "titel" is not a field of a rubric; did you mean "title"?`,
    `${file}:4: "judgement" cannot be "leaders"; write "leadership", "help_and_protection", "children_in_care" or "care_leavers"`,
    `${file}:6: "scale" cannot be "five_grade"; did you mean "four_grade"?`,
    `${file}:7: entry 1 of "status" cannot be "cpp"; did you mean "cp"?`,
    `${file}:8: "half_week_caps" is not a field of "rules"; did you mean "half_weak_caps"?`,
    `${file}:11: "short" has 50 characters; write at most 40, since charts have no room for more`,
    `${file}:15: "descriptors" has no "good"; add what an auditor would see at that grade`,
    `${file}:23: "shows_when" names the item "tea.hto", which this rubric does not have; did you mean "tea.hot"?`,
    `${file}:24: this number has no "unit"; add what is counted, such as "unit: days"`,
  ])
})

test('where the YAML cannot be read, only that is reported', () => {
  const content = damaged(
    ['title: Tea', 'titel: Tea'],
    ['question: How many cups?', 'question: How many: two or three']
  )
  expect(faultsOf(content)).toEqual([
    `${file}:27: has a colon and a space inside a text, or two fields on one line; put the text in quotes`,
  ])
})
