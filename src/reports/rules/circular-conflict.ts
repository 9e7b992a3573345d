/** Where two people wrote different words in one learning circular: each field, as typed and as stored. */
import type { CircularContent, CircularWords } from './circular.ts'

export type TypedCircular = { readonly words: CircularWords; readonly looks: readonly string[] }

export const circularLabels: Readonly<Record<keyof CircularWords, string>> = {
  title: 'Title',
  strong: 'What is strong',
  change: 'What to change',
  next: 'What to do next',
}

const sorted = (looks: readonly string[]) => looks.toSorted().join(' ')

/** @param shortOf what items are called, by key */
export const conflictingFields = (
  typed: TypedCircular,
  stored: CircularContent,
  shortOf: ReadonlyMap<string, string>
) => {
  const named = (looks: readonly string[]) => looks.map((key) => shortOf.get(key) ?? key).join(', ')
  return [
    ...(['title', 'strong', 'change', 'next'] as const).flatMap((name) =>
      typed.words[name] === stored.words[name]
        ? []
        : [
            {
              label: circularLabels[name],
              name,
              theirsValue: stored.words[name],
              mine: typed.words[name],
              theirs: stored.words[name],
            },
          ]
    ),
    ...(sorted(typed.looks) === sorted(stored.looks)
      ? []
      : [
          {
            label: 'What good looks like',
            name: 'looks',
            theirsValue: stored.looks,
            mine: named(typed.looks),
            theirs: named(stored.looks),
          },
        ]),
  ]
}
