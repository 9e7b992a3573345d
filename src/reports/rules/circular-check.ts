/** What stands between the draft of a learning circular and everybody who reads it: what is asked about, and what is refused. */
import { namesIn } from '../../people/rules/name-question.ts'
import { ordinaryWords } from '../../people/rules/ordinary-words.ts'
import type { CircularSheet } from './circular.ts'
import { holds, referencesIn } from './words-check.ts'

/** What a page of A4 holds, headings and the council's name besides. */
export const MOST_WORDS = 450

/** Fewer audits than this, and colleagues know whose case it was. */
const FEWEST_AUDITS = 3

/** Where the chosen findings come from. */
export type CircularSources = {
  readonly audits: number
  /** Undefined where no worker is known. */
  readonly workers: number | undefined
  /** References of their cases and audits. */
  readonly references: readonly string[]
}

export type CircularCheck = {
  /** Asked about, never refused. */
  readonly names: readonly string[]
  /** A sentence each; it cannot be issued with them. */
  readonly refused: readonly string[]
  readonly words: number
}

/** Everything that was typed, and nothing of the rubric. */
export const typedWords = ({ title, strong, change, next }: CircularSheet): string =>
  [title, ...strong, ...change, ...next].join('\n')

const countWords = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length

const wordsOn = (sheet: CircularSheet): number =>
  countWords(
    [typedWords(sheet), ...sheet.looks.flatMap(({ short, words }) => [short, words])].join('\n')
  )

/** Capital words that are part of a colleague's name: `Ms Okafor` of Ngozi Okafor. */
const partsIn = (text: string, staff: readonly string[]): string[] => {
  const parts = new Set(
    staff
      .flatMap((name) => name.split(/\s+/))
      .filter((part) => /^\p{Lu}[\p{L}'’-]{2,}$/u.test(part))
  )
  return [
    ...new Set(
      (text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{L}'’-]*\p{L}/gu) ?? [])
        .map((word) => word.replace(/['’]s$/, ''))
        .filter((word) => parts.has(word) && !ordinaryWords.has(word.toLowerCase()))
    ),
  ]
}

const sourceFaults = ({ audits, workers }: CircularSources): string[] => {
  if (audits > 0 && audits < FEWEST_AUDITS) {
    return [
      `The chosen findings come from ${audits === 1 ? 'one audit' : `${audits} audits`}. Choose findings of at least ${FEWEST_AUDITS}, so that nobody can tell whose case it was.`,
    ]
  }
  return audits > 0 && workers === 1
    ? ['The chosen findings are all of one worker’s cases. Choose findings of others’ cases too.']
    : []
}

/**
 * @param references of cases and audits that there are, as keys in lower case
 * @param staff names of people with accounts
 */
export const checkCircular = (
  sheet: CircularSheet,
  references: ReadonlySet<string>,
  staff: readonly string[],
  sources: CircularSources
): CircularCheck => {
  const text = typedWords(sheet)
  const words = wordsOn(sheet)
  const found = [
    ...referencesIn(text).filter((word) => references.has(word.toLowerCase())),
    ...sources.references.filter((reference) => holds(text, reference)),
  ]
  const named = [...new Set(staff.filter((name) => holds(text, name)))]
  return {
    words,
    names: [...new Set([...namesIn(text), ...partsIn(text, staff)])].filter(
      (name) => !named.some((whole) => whole.split(/\s+/).includes(name) || whole === name)
    ),
    refused: [
      ...(sheet.title === '' ? ['Give it a title.'] : []),
      ...(sheet.strong.length === 0 && sheet.change.length === 0
        ? ['Say what is strong or what to change: choose findings, or write points.']
        : []),
      ...[...new Set(found)].map(
        (word) => `Take out “${word}”: it is the reference of a case or an audit.`
      ),
      ...named.map((name) => `Take out “${name}”: a circular names nobody who works here.`),
      ...sourceFaults(sources),
      ...(words > MOST_WORDS
        ? [
            `It has ${words} words, and one page holds ${MOST_WORDS}. Take out ${words - MOST_WORDS}.`,
          ]
        : []),
    ],
  }
}
