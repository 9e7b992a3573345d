/** Fields of a rubric file that are wrong, by the exact words and line shown. */
import { describe, expect, test } from 'vitest'
import { damaged, faultsOf } from './rubric-files.ts'

const file = 'rubrics/tea/1.yaml'
const itemFields =
  '"key", "short", "question", "guidance", "kind", "required", "always_applies", "shows_when", "critical", "descriptors", "unit", "choices" or "multiple"'

describe('faults of the fields', () => {
  test.each<[string, string, string[]]>([
    [
      'a field twice',
      damaged(['title: Tea', 'title: Tea\ntitle: Coffee']),
      ['4: "title" is given twice, first on line 3; keep one of the two'],
    ],
    [
      'a field that nothing is like',
      damaged(['critical: true', 'colour: brown']),
      [`14: "colour" is not a field of an item; delete it, or use ${itemFields}`],
    ],
    [
      'wrong types',
      damaged(
        ['title: Tea', 'title: 12'],
        ['Made up', ''],
        ['critical: true', 'critical: yes'],
        ['question: How many cups?', 'question: [How, many]'],
        ['unit: cups', 'unit: { of: tea }']
      ),
      [
        '3: "title" is the number 12; put it in quotes',
        '5: "source" is empty; write text',
        '14: "critical" is the text "yes"; write true or false',
        '27: "question" is a list; write text',
        '29: "unit" is a group of fields; write text',
      ],
    ],
    [
      'a control character behind a backslash',
      damaged(['Made up', '"Made\\0up"']),
      [
        '5: "source" has a control character or half of a character, written with a backslash; take it out',
      ],
    ],
    [
      'fields of another kind',
      damaged(['kind: text', 'kind: text\n    unit: days\n    critical: true']),
      [
        '24: "unit" belongs to items of kind number and this one is text; delete it or change "kind"',
        '25: "critical" belongs to items of kind grade and this one is text; delete it or change "kind"',
      ],
    ],
    [
      'an unknown kind',
      damaged(['kind: number', 'kind: numbr']),
      ['28: "kind" cannot be "numbr"; did you mean "number"?'],
    ],
    [
      'a descriptor too many',
      damaged(['It is cold', 'It is cold\n      satisfactory: It will do']),
      [
        '20: "satisfactory" is not a field of "descriptors"; delete it, or use "outstanding", "good", "requires_improvement" or "inadequate"',
      ],
    ],
    [
      'too few choices, one of them incomplete',
      damaged(
        ['      - { key: lemon, label: Lemon }\n', ''],
        ['key: milk, label: Milk', 'key: Milk']
      ),
      [
        '34: "choices" has 1; a category needs at least two',
        '35: "key" is "Milk"; write lower-case letters, digits and _, in quotes where it is a number',
        '35: this choice has no "label"; add the words people choose',
      ],
    ],
    [
      'a choice twice',
      damaged(['key: lemon, label: Lemon', 'key: milk, label: milk']),
      ['36: this key is there twice; change one', '36: this label is there twice; change one'],
    ],
    [
      'no choices',
      damaged([
        '    choices:\n      - { key: milk, label: Milk }\n      - { key: lemon, label: Lemon }\n',
        '',
      ]),
      [
        '30: this category has no "choices"; add entries such as "- { key: family, label: The family }"',
      ],
    ],
    [
      'a choice that every item has',
      damaged(['key: lemon,', 'key: not_applicable,']),
      ['36: "not_applicable" is an answer that every item has; leave this choice out'],
    ],
    [
      'conditions that can never be met',
      damaged(['[cp, cin]', '[], age: { from: 9, to: 3 }']),
      [
        '7: "status" is empty, so this rubric would never apply; name statuses, or leave it out for every status',
        '7: "age" runs from 9 to 3, so this rubric would never apply; put the lower age first',
      ],
    ],
    [
      'an age at which nobody has that status',
      damaged(['{ status: [cp, cin] }', '{ status: [care_leaver], age: { from: 5, to: 15 } }']),
      [
        '7: "age" ends at 15 and care leavers are 16 or over, so this rubric would never apply; raise the age, or name another status',
      ],
    ],
    [
      'conditions that mean nothing',
      damaged(['[cp, cin]', '[cin, cin], age: { from: -1, to: 3.5 }, flags: [In Gang]']),
      [
        '7: "cin" is listed twice; once is enough',
        '7: entry 1 of "flags" is "In Gang"; write lower-case letters, digits and _',
        '7: "from" is the number -1; write a whole number from 0 to 25',
        '7: "to" is the number 3.5; write a whole number from 0 to 25',
      ],
    ],
    [
      'unknown values of rules',
      damaged([
        'half_weak_caps: off',
        'lower_median: maybe, critical_ri_caps: outstanding, unsafe_caps: off',
      ]),
      [
        '8: "unsafe_caps" acts on the whole audit; set it in the common block instead',
        '8: "lower_median" cannot be "maybe"; write "on" or "off"',
        '8: "critical_ri_caps" cannot be "outstanding"; write "good", "requires_improvement", "inadequate" or "off"',
      ],
    ],
    [
      'no items',
      damaged(['items:', 'items: []\nrest:']),
      [
        '9: "items" is empty; write at least one item',
        '10: "rest" is not a field of a rubric; delete it, or use "key", "version", "title", "judgement", "source", "scale", "applies", "rules" or "items"',
      ],
    ],
    [
      'an item that is not one',
      damaged(['  - key: tea.hot', '  - hot\n  - key: tea.hot']),
      ['10: entry 1 of "items" is the text "hot"; write fields such as "key: …"'],
    ],
    [
      'key, short and question twice',
      damaged(
        ['key: tea.cups', 'key: tea.hot'],
        ['short: Cups', 'short: hot enough'],
        ['How many cups?', 'Is the tea hot enough?']
      ),
      [
        '25: the key "tea.hot" was already used by the item on line 10; each item needs its own',
        '25: the short "hot enough" was already used by the item on line 10; each item needs its own',
        '25: the question "Is the tea hot enough?" was already used by the item on line 10; each item needs its own',
      ],
    ],
    [
      'the key of the whole audit',
      damaged(['key: tea\n', 'key: audit\n']),
      [
        '1: "audit" is the name of the grade of a whole audit; choose another',
        '1: the key is "audit" but the folder is "tea"; make them the same',
      ],
    ],
    [
      'another folder and file',
      damaged(['key: tea\n', 'key: coffee\n'], ['version: 1', 'version: 2']),
      [
        '1: the key is "coffee" but the folder is "tea"; make them the same',
        '2: the version is "2" but the file is named "1.yaml"; name the file 2.yaml',
      ],
    ],
  ])('%s', (_what, content, faults) => {
    expect(faultsOf(content)).toEqual(faults.map((fault) => `${file}:${fault}`))
  })
})

describe('faults of follow-ups', () => {
  const waitsFor = (item: string, is: string) =>
    damaged(['{ item: tea.hot, is: [inadequate] }', `{ item: ${item}, is: ${is} }`])

  test.each<[string, string, string]>([
    [
      'an answer that cannot be given',
      waitsFor('tea.hot', '["no"]'),
      '24: "shows_when" waits for "no", which "tea.hot" cannot be answered with; write "outstanding", "good", "requires_improvement", "inadequate", "not_enough_evidence" or "not_applicable"',
    ],
    [
      'a choice that is not there',
      waitsFor('tea.with', '[sugar]'),
      '24: "shows_when" waits for "sugar", which "tea.with" cannot be answered with; write "milk", "lemon" or "not_applicable"',
    ],
    [
      'a number',
      waitsFor('tea.cups', '[two]'),
      '24: "shows_when" names "tea.cups", a number, whose answers cannot be listed; name a grade, yes_no or category item',
    ],
    [
      'no answer',
      waitsFor('tea.hot', '[]'),
      '24: "is" lists no answer, so the item would never show; name one',
    ],
    [
      'itself',
      waitsFor('tea.why_cold', '[inadequate]'),
      '24: "shows_when" goes round in a circle (tea.why_cold, tea.why_cold), so none of these would ever show; take it out of one',
    ],
    [
      'a circle',
      damaged(
        ['kind: grade', 'kind: grade\n    shows_when: { item: tea.with, is: [milk] }'],
        ['kind: category', 'kind: category\n    shows_when: { item: tea.hot, is: [good] }']
      ),
      '14: "shows_when" goes round in a circle (tea.hot, tea.with, tea.hot), so none of these would ever show; take it out of one',
    ],
  ])('%s', (_what, content, fault) => {
    expect(faultsOf(content)).toEqual([`${file}:${fault}`])
  })
})
