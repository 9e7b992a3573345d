/** The auditors of Aldermere have words for everything they are asked, and none of them names anybody. */
import { describe, expect, test } from 'vitest'
import { newChance } from '../../src/demo/rules/chance.ts'
import { people } from '../../src/demo/rules/council.ts'
import { newWriter } from '../../src/demo/rules/fill-words.ts'
import { drawMeasure } from '../../src/demo/rules/measure-answers.ts'
import { makeProgramme } from '../../src/demo/rules/programme.ts'
import { wordsOf } from '../../src/demo/rules/words-of.ts'
import { readLibrary } from '../../src/rubrics/read-rubric-files.ts'
import { isCriterion } from '../../src/rubrics/rules/rubric.ts'

const asked = new Set(['common', ...makeProgramme('2026-01-12').flatMap(({ themes }) => themes)])
const items = readLibrary()
  .filter(({ rubric }) => asked.has(rubric.key))
  .flatMap(({ rubric }) => rubric.items)
const criteria = items.filter(isCriterion).map(({ key }) => key)

const allWords = (key: string): string[] => {
  const { actions, ...lists } = wordsOf(key)
  return [...Object.values(lists).flat(), ...actions.flatMap(({ what, change }) => [what, change])]
}

describe('each criterion', () => {
  test.each(criteria)('%s has words for every grade, and for what follows', (key) => {
    const { actions, ...lists } = wordsOf(key)
    for (const list of Object.values(lists)) expect(list.length).toBeGreaterThan(0)
    expect(actions.length).toBeGreaterThan(0)
  })

  test.each(criteria)('%s leaves no slot empty and names nobody', (key) => {
    const writer = newWriter('2026-01-12', newChance('words'))
    const names = people.flatMap(({ name }) => name.split(' '))
    for (const template of allWords(key)) {
      const written = writer.write([template])
      expect(written).not.toMatch(/[{}]/)
      expect(written).toMatch(/^[\p{Lu}“]/u)
      expect(names.filter((name) => new RegExp(`\\b${name}\\b`).test(written))).toEqual([])
    }
  })
})

test('each measure can be answered', () => {
  const chance = newChance('measures')
  const facts = { along: 0.5, worked: 0, grades: {}, monthsInStatus: 4, age: 9 }
  for (const item of items.filter((each) => !isCriterion(each))) {
    const { value } = drawMeasure(item, facts, chance, newWriter('2026-01-12', chance))
    expect([item.key, typeof value === 'string' || value.length > 0]).toEqual([item.key, true])
  }
})

test('a sentence begins with a capital whatever fills its slot', () => {
  const writer = newWriter('2026-01-12', newChance('capital'))
  expect(writer.write(['{some} visits. {who} agrees.'])).toMatch(
    /^(Four|Five|Six) visits\. (The|A|An) /
  )
})

test('one auditor does not write the same sentence twice while there is another', () => {
  const writer = newWriter('2026-01-12', newChance('twice'))
  const written = [1, 2, 3].map(() => writer.write(['One.', 'Two.', 'Three.']))
  expect(written.toSorted()).toEqual(['One.', 'Three.', 'Two.'])
})
