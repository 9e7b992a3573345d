/**
 * Where an audit's words hold what looks like a name, place by place. A place is the id its fields have on their page:
 * `item-cp-clarity`, `grade`, or the id of a finding or action.
 */
import { type KnownWords, namesIn } from '../../people/rules/name-question.ts'
import type { Item, Rubric } from '../../rubrics/rules/rubric.ts'
import { type AuditWork, rubricsOf, shownItemsOf, type ThemeGrade } from './audit-work.ts'
import { itemId } from './ready.ts'
import { type Section, sectionsOf } from './sections.ts'

/** Names by place; a place without one is left out. */
export type NamesByPlace = ReadonlyMap<string, readonly string[]>

type Finding = { readonly id: string; readonly words: string }
type Action = { readonly id: string; readonly what: string; readonly intendedChange: string }

/** A capital in the middle of a sentence. */
const capitals = /(?<=[\p{Ll},;] )\p{Lu}\p{Ll}[\p{L}'’-]*/gu

const wordings = new WeakMap<Rubric, ReadonlySet<string>>()

const wordingOf = (rubric: Rubric): ReadonlySet<string> => {
  const known = wordings.get(rubric)
  if (known) return known
  const text = JSON.stringify(rubric)
  const words = new Set([...text.matchAll(capitals)].map(([word]) => word.toLowerCase()))
  wordings.set(rubric, words)
  return words
}

/** Words that the audit's own rubrics write with a capital: quoting one names nobody. */
const knownWords = (work: AuditWork): KnownWords => {
  const each = rubricsOf(work).map(wordingOf)
  return { has: (word) => each.some((words) => words.has(word)) }
}

type Words = readonly [place: string, texts: readonly (string | null)[]]

const namesAt = (work: AuditWork, places: readonly Words[]): NamesByPlace => {
  const known = knownWords(work)
  return new Map(
    places.flatMap(([place, texts]): [string, readonly string[]][] => {
      const names = [...new Set(texts.flatMap((text) => namesIn(text ?? '', known)))]
      return names.length === 0 ? [] : [[place, names]]
    })
  )
}

const wordsOfItems = (work: AuditWork, section: Section): Words[] => {
  const rubric = work.themes.find(({ theme }) => theme === section.theme)?.rubric ?? work.common
  const shown = shownItemsOf(rubric, work.answers)
  return section.items
    .filter((item) => shown.includes(item))
    .map((item) => {
      const answer = work.answers.get(item.key)
      const typed = item.kind === 'text' ? answer?.value : ''
      return [
        `item-${itemId(item.key)}`,
        [typed ?? '', answer?.evidence ?? '', answer?.reason ?? ''],
      ]
    })
}

const wordsOfGrade = (grade: ThemeGrade | undefined): Words => [
  'grade',
  [grade?.auditorReason ?? ''],
]

/** Of one part's page: its questions and its grade. */
export const namesInSection = (work: AuditWork, section: Section): NamesByPlace =>
  namesAt(work, [
    ...wordsOfItems(work, section),
    wordsOfGrade(work.themes.find(({ theme }) => theme === section.key)),
  ])

/** Of one question, for the answer to its save: nothing else on the page has changed. */
export const namesInItem = (work: AuditWork, section: Section, item: Item): NamesByPlace =>
  namesAt(work, wordsOfItems(work, { ...section, items: [item] }))

export type ConcludedWords = {
  readonly findings: readonly Finding[]
  readonly actions: readonly Action[]
}

/** Of the page of conclusions. */
export const namesInConclusions = (work: AuditWork, concluded: ConcludedWords): NamesByPlace =>
  namesAt(work, [
    wordsOfGrade(work.overall),
    ...concluded.findings.map(({ id, words }): Words => [id, [words]]),
    ...concluded.actions.map(({ id, what, intendedChange }): Words => [id, [what, intendedChange]]),
  ])

export type NameAsked = {
  readonly name: string
  /** Which part and question, finding or action. */
  readonly of: string
  /** Below the audit's address. */
  readonly place: string
}

/** Every name of the audit that is still asked about, with where it stands. */
export const namesAsked = (
  work: AuditWork,
  concluded: ConcludedWords,
  isKept: (name: string) => boolean
): readonly NameAsked[] => {
  const asked = (names: NamesByPlace, ofPlace: (place: string) => Omit<NameAsked, 'name'>) =>
    [...names].flatMap(([place, each]) =>
      each.filter((name) => !isKept(name)).map((name) => ({ name, ...ofPlace(place) }))
    )
  return [
    ...sectionsOf(work).flatMap((section) =>
      asked(namesInSection(work, section), (place) => {
        const item = section.items.find(({ key }) => `item-${itemId(key)}` === place)
        return {
          of: `${section.title}: ${item?.short ?? 'your grade'}`,
          place: `themes/${section.key}#${place}`,
        }
      })
    ),
    ...asked(namesInConclusions(work, concluded), (place) =>
      place === 'grade'
        ? { of: 'Overall grade', place: 'conclusions#grade' }
        : {
            of: concluded.actions.some(({ id }) => id === place)
              ? 'Actions for this child'
              : 'Strengths and areas to improve',
            place: `conclusions?change=${place}#${place}`,
          }
    ),
  ]
}
