/** What is wrong with a draft, said in the words of its pages. */
import { expect, test } from 'vitest'
import { checkDraft } from '../../src/studio/rules/check-draft.ts'
import { blankItem, type DraftHead, type DraftItemContent } from '../../src/studio/rules/draft.ts'
import { draftOf, faultsOf, published, scales } from './draft-specimen.ts'

const messages = (change: (items: DraftItemContent[]) => DraftItemContent[]) =>
  faultsOf(change).map(({ item, field, message }) => [item, field, message])

const yesNo = { kind: 'yes_no', descriptors: {} } as const

/** A seventh, new item. */
const added = (fields: Partial<DraftItemContent>) => (items: DraftItemContent[]) => [
  ...items,
  { ...blankItem, key: 'cp.new', short: 'New', question: 'Is it new?', ...yesNo, ...fields },
]

test.each<[string, (items: DraftItemContent[]) => DraftItemContent[], string, string]>([
  ['no key', added({ key: ' ' }), 'key', 'Give this item a key, such as cp.clarity.'],
  [
    'a key of capitals',
    added({ key: 'CP new' }),
    'key',
    'The key cannot be "CP new". Write lower-case letters, digits and _ on both sides of one full stop, such as cp.clarity.',
  ],
  ['no name', added({ short: '' }), 'short', 'Write a short name.'],
  [
    'no question',
    added({ question: '' }),
    'question',
    'Write the question as the auditor reads it.',
  ],
  [
    'a name that another has',
    added({ short: 'clear to parents' }),
    'short',
    'Item 1 has the short name "clear to parents" too. Each item needs its own.',
  ],
  [
    'the key of another rubric',
    added({ key: 'cin.purpose' }),
    'key',
    'The key "cin.purpose" belongs to another rubric (cin_plan, version 1). Choose another.',
  ],
  [
    'no descriptors',
    added({ kind: 'grade' }),
    'descriptors',
    'Say what an auditor would see at each grade.',
  ],
  [
    'a descriptor missing',
    added({
      kind: 'grade',
      descriptors: { outstanding: 'a', good: 'b', requires_improvement: ' ', inadequate: 'd' },
    }),
    'descriptors.requires_improvement',
    'Say what an auditor would see at Requires improvement.',
  ],
  ['no unit', added({ kind: 'number' }), 'unit', 'Say what is counted, such as days.'],
  ['no choices', added({ kind: 'category' }), 'choices', 'Add at least two choices.'],
  [
    'one choice',
    added({ kind: 'category', choices: [{ key: 'a', label: 'A' }] }),
    'choices',
    'Add another choice: there have to be at least two.',
  ],
  [
    'a choice without a key',
    added({
      kind: 'category',
      choices: [
        { key: '', label: 'A' },
        { key: 'b', label: 'B' },
      ],
    }),
    'choices',
    'A choice has words and no key. Give it one, such as family.',
  ],
  [
    'a choice without words',
    added({
      kind: 'category',
      choices: [
        { key: 'a', label: '' },
        { key: 'b', label: 'B' },
      ],
    }),
    'choices',
    'A choice has a key and no words. Write the words people choose.',
  ],
  [
    'a choice twice',
    added({
      kind: 'category',
      choices: [
        { key: 'a', label: 'A' },
        { key: 'b', label: 'a' },
      ],
    }),
    'choices',
    'Two choices have the same words. Change one.',
  ],
  [
    'a key of a choice in capitals',
    added({
      kind: 'category',
      choices: [
        { key: 'A', label: 'A' },
        { key: 'b', label: 'B' },
      ],
    }),
    'choices',
    'The key of a choice cannot be "A". Write lower-case letters, digits and _.',
  ],
  [
    'a follow-up of nothing',
    added({ showsWhenItem: 'cp.gone', showsWhenIs: ['no'] }),
    'shows_when',
    'This waits for an answer to "cp.gone", which is not in this draft. Choose another item, or “It is always asked”.',
  ],
  [
    'a follow-up without an answer',
    added({ showsWhenItem: 'cp.repeat_plan' }),
    'shows_when.is',
    'Choose the answers after which this is asked.',
  ],
  [
    'a follow-up of an answer that is not there',
    added({ showsWhenItem: 'cp.repeat_plan', showsWhenIs: ['maybe'] }),
    'shows_when',
    'This waits for the answer maybe, which cp.repeat_plan cannot be given. Untick it, and tick one or more of yes, no or not applicable.',
  ],
  [
    'a follow-up of a number',
    added({ showsWhenItem: 'cp.months_on_plan', showsWhenIs: ['3'] }),
    'shows_when',
    'This waits for an answer to "cp.months_on_plan", whose answers cannot be listed. Choose a criterion, a yes or no, or a question with choices.',
  ],
  [
    'a follow-up of itself',
    added({ showsWhenItem: 'cp.new', showsWhenIs: ['no'] }),
    'shows_when',
    'These wait for one another in a circle (cp.new, cp.new), so none would ever be asked. Choose “It is always asked” for one of them.',
  ],
])('%s, in the words of the page', (_name, change, field, message) => {
  expect(messages(change)).toEqual([[9, field, message]])
})

test('a retired item asked again under another key', () => {
  expect(
    messages((items) =>
      items.map((item) =>
        item.key === 'cp.repeat_plan' ? { ...item, key: 'cp.second_plan' } : item
      )
    )
  ).toEqual([
    [
      7,
      'question',
      'This asks what "cp.repeat_plan" asks in version 1. Remove this item and put "cp.repeat_plan" back: under another key, results before and after would fall apart.',
    ],
  ])
})

test.each<[string, Partial<DraftHead>, string, string]>([
  ['no title', { title: ' ' }, 'title', 'Write the title.'],
  [
    'a title of another',
    { title: 'Child in need plan' },
    'title',
    '"Child in need plan" already names another rubric (cin_plan). Choose another title.',
  ],
  ['no source', { source: '' }, 'source', 'Say what the questions are drawn from.'],
  ['no judgement', { judgement: '' }, 'judgement', 'Choose the part of the inspectorate’s report.'],
  [
    'an age in words',
    { ageFrom: 'ten' },
    'applies.age.from',
    'An age cannot be "ten". Write a whole number from 0 to 25.',
  ],
  [
    'an age too high',
    { ageTo: '99' },
    'applies.age.to',
    'An age cannot be 99. Write a whole number from 0 to 25.',
  ],
  [
    'ages the wrong way round',
    { ageFrom: '12', ageTo: '3' },
    'applies.age',
    'The ages run from 12 to 3, so this rubric would never apply. Put the lower age first.',
  ],
  [
    'care leavers under sixteen',
    { status: ['care_leaver'], ageTo: '12' },
    'applies.age',
    'The ages end at 12 and care leavers are 16 or over, so this rubric would never apply. Raise the age, or choose another service status.',
  ],
  [
    'a flag in capitals',
    { flags: 'Missing' },
    'applies.flags',
    'A flag cannot be "Missing". Write lower-case letters, digits and _.',
  ],
  [
    'another scale',
    { scale: 'rag' },
    'scale',
    'Earlier versions are on the scale four grade. A theme keeps its scale: choose that one, or start a rubric of its own.',
  ],
])('the rubric itself: %s', (_name, head, field, message) => {
  const draft = draftOf('cp_plan', (items) => items)
  const changed =
    head.scale === undefined
      ? draft.items
      : draft.items.map((item) => ({
          ...item,
          descriptors: { ...item.descriptors, red: 'a', amber: 'b', green: 'c' },
        }))
  const checked = checkDraft(
    { ...draft, head: { ...draft.head, ...head }, items: changed },
    { scales, others: published }
  )
  expect(checked.ok ? [] : checked.faults).toEqual([{ item: undefined, field, message }])
})

test('what the program reads by key cannot leave the common questions', () => {
  const draft = draftOf('common', (items) => items.filter(({ key }) => key !== 'common.impact'))
  const checked = checkDraft(draft, { scales, others: published })
  expect(checked.ok ? [] : checked.faults).toEqual([
    {
      item: undefined,
      field: 'items',
      message:
        'The common questions need "common.impact": safety notices and the grade of the audit rest on it. Put it back.',
    },
  ])
})

test('a draft without items', () => {
  expect(messages(() => [])).toEqual([[undefined, 'items', 'Add at least one item.']])
})
