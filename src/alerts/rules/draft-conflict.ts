/** What two windows hold differently of one draft, so that both can be shown before one is kept. */
import type { DraftFields } from './draft.ts'

const texts = [
  ['references', 'Case reference'],
  ['concern', 'The concern, or what was good'],
  ['impact', 'What it means for the child'],
  ['asked', 'What is asked'],
] as const

export type DraftDifference = {
  readonly label: string
  readonly name: string
  readonly theirsValue: string
  readonly mine: string
  readonly theirs: string
}

const withoutTexts = (fields: DraftFields): string =>
  JSON.stringify({ ...fields, ...Object.fromEntries(texts.map(([name]) => [name, ''])) })

/** Each text that differs; what is ticked, chosen or dated differently is one difference without its words. */
export const draftDifferences = (mine: DraftFields, theirs: DraftFields): DraftDifference[] => [
  ...texts
    .filter(([name]) => mine[name] !== theirs[name])
    .map(([name, label]) => ({
      label,
      name,
      theirsValue: theirs[name],
      mine: mine[name],
      theirs: theirs[name],
    })),
  ...(withoutTexts(mine) === withoutTexts(theirs)
    ? []
    : [
        {
          label: 'What is ticked, chosen and dated',
          name: 'rest',
          theirsValue: '',
          mine: 'As it stands on this page',
          theirs: 'As it was saved in the other window',
        },
      ]),
]
