/** What looks like a name beside the words for a family, and what only has a capital. */
import { expect, test } from 'vitest'
import { namesIn } from '../../src/people/rules/name-question.ts'

test.each([
  ['Seen with mother Sharon at home', ['Sharon']],
  ['The child, Jake, was seen alone', ['Jake']],
  ['Mr Brown was rung', ['Brown']],
  ['mrs brown was rung', []],
  ['the father, Mr Brown, and Ms Ali', ['Brown', 'Ali']],
  ['Dr. Patel saw her', ['Patel']],
  ['His brother Tyler Smith moved in', ['Tyler Smith']],
  ["Jake's mother was not asked", ['Jake']],
  ['Jake’s older brother was not asked', ['Jake']],
  ['Mother (Sharon) came', ['Sharon']],
  ['Sharon (mother) came', ['Sharon']],
  ['a boy called Jake', ['Jake']],
  ['her siblings Jake and Amy were seen', ['Jake', 'Amy']],
  ['the children Jake, Amy and their aunt', ['Jake', 'Amy']],
  ["the mother's partner Dave moved in", ['Dave']],
  ['Father Sean O’Brien and mother Anne-Marie', ['Sean O’Brien', 'Anne-Marie']],
  ['mother Zoë said', ['Zoë']],
  ['mother Sharon and again mother Sharon', ['Sharon']],
  ['foster carer Jean was told', ['Jean']],
])('%s: %j', (text, names) => {
  expect(namesIn(text)).toEqual(names)
})

test.each([
  'The child was seen. Visits were on time.',
  'Seen by the mother.\nSharon is not beside it.',
  'The mother, However, was not asked',
  'seen with mother Monday and father Tuesday',
  'by the father March at the latest',
  'Child Protection Plan',
  'Child in Need plan; Child In Need meeting',
  'Child Sexual Exploitation screening',
  'Social Worker visits; child Social Worker',
  'Family Group Conference for the family',
  'Mother and baby unit',
  'Mother And Baby Unit',
  "the child's GP",
  "the child's School",
  "Children's Services; Children’s Social Care",
  "The Council's children are its own",
  'The child CAMHS sees; mother GP; child EHCP',
  'child A and child B; mother X',
  'the child, School said, was often late',
  'The child, White British, lives at home',
  'her mother Polish speaking',
  'the mother She said it was late',
  "It's mother and child work; Today's child",
  'The parents Strengths and Difficulties were scored',
  'child Hillside School nursery',
  'Young Person Adviser',
  'grandmother was asked; sharon is written small',
  'Sharon came to the meeting',
  '',
])('no name in: %s', (text) => {
  expect(namesIn(text)).toEqual([])
})

test('words of the rubric are no names', () => {
  expect(namesIn('the child Clarity scored', new Set(['clarity']))).toEqual([])
  expect(namesIn('the child Clarity scored')).toEqual(['Clarity'])
})

test('a long text is read at once', () => {
  const long = 'Mother mother, Mr child (the Father '.repeat(600)
  expect(namesIn(long)).toEqual([])
})
