/** What typed words of a report are asked about or refused for: names, and outside the council references and staff. */
import { namesIn } from '../../people/rules/name-question.ts'
import type { Audience } from './report.ts'

export type ShownWords = { readonly place: string; readonly title: string; readonly text: string }

export type WordsQuestion = {
  readonly place: string
  readonly title: string
  /** Asked about, never refused. */
  readonly names: readonly string[]
  /** A sentence each; the report cannot be frozen with them. */
  readonly refused: readonly string[]
}

/** What may be a reference: a run with a digit in it, as case systems' references have. */
export const referencesIn = (text: string): string[] => [
  ...new Set(
    (text.normalize('NFKC').match(/[\p{L}\p{N}][\p{L}\p{N}/\-_.]{1,39}/gu) ?? [])
      .map((word) => word.replace(/[./\-_]+$/, ''))
      .filter((word) => /\p{N}/u.test(word))
  ),
]

export const holds = (text: string, name: string): boolean =>
  ` ${text.toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `.includes(
    ` ${name.toLowerCase().replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `
  )

/**
 * @param references of cases and audits that there are, as keys in lower case
 * @param staff names of people with accounts
 */
export const questionsOf = (
  audience: Audience,
  words: readonly ShownWords[],
  references: ReadonlySet<string>,
  staff: readonly string[]
): WordsQuestion[] =>
  words.flatMap(({ place, title, text }) => {
    const found = audience === 'external' ? referencesIn(text) : []
    const refused = [
      ...found
        .filter((word) => references.has(word.toLowerCase()))
        .map((word) => `Take out “${word}”: it is the reference of a case or an audit.`),
      ...(audience === 'external' ? staff.filter((name) => holds(text, name)) : []).map(
        (name) => `Take out “${name}”: a report for outside names nobody who works here.`
      ),
    ]
    const names = namesIn(text)
    return names.length === 0 && refused.length === 0 ? [] : [{ place, title, names, refused }]
  })
