/** The library as a list: each rubric in the version that rounds use, what is waiting for it, and what is asked for. */
import type { Rubric } from '../../rubrics/rules/rubric.ts'
import {
  compareVersions,
  currentVersion,
  isLocalVersion,
} from '../../rubrics/rules/rubric-version.ts'

export type LibraryFilters = {
  /** Words, all of which are looked for in titles, questions and keys. */
  readonly q: string
  readonly judgement: string
  /** `''` is every rubric. */
  readonly state: '' | 'ours' | 'withdrawn' | 'waiting'
}

export type LibraryRow = {
  readonly rubric: Rubric
  readonly isOurs: boolean
  /** No version of it is used by new rounds. */
  readonly isWithdrawn: boolean
  /** A later library version than the one that ours was made from. */
  readonly waiting: string | undefined
}

type Version = {
  readonly id: string
  readonly key: string
  readonly version: string
  readonly rubric: Rubric
}

const waitingFor = (current: Version, versions: readonly Version[]): string | undefined => {
  if (!isLocalVersion(current.version)) return undefined
  const newest = versions
    .map(({ version }) => version)
    .filter((version) => !isLocalVersion(version))
    .toSorted(compareVersions)
    .at(-1)
  const [madeFrom = ''] = current.version.split('-')
  return newest !== undefined && compareVersions(newest, madeFrom) > 0 ? newest : undefined
}

const textOf = ({ key, title, source, items }: Rubric): string =>
  [key, title, source, ...items.flatMap((item) => [item.key, item.short, item.question])]
    .join(' ')
    .toLowerCase()

/** By title; what every audit has stands first. */
export const libraryOf = (
  published: readonly Version[],
  withdrawn: ReadonlySet<string>,
  filters: LibraryFilters
): LibraryRow[] => {
  const words = filters.q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '')
  return [...Map.groupBy(published, ({ key }) => key).values()]
    .flatMap((versions): LibraryRow[] => {
      const marked = versions.map((one) => ({ ...one, isWithdrawn: withdrawn.has(one.id) }))
      const used = currentVersion(marked)
      const shown = used ?? marked.at(-1)
      if (!shown) return []
      return [
        {
          rubric: shown.rubric,
          isOurs: isLocalVersion(shown.version),
          isWithdrawn: used === undefined,
          waiting: waitingFor(shown, versions),
        },
      ]
    })
    .filter((row) => filters.judgement === '' || row.rubric.judgement === filters.judgement)
    .filter((row) => {
      if (filters.state === 'ours') return row.isOurs
      if (filters.state === 'withdrawn') return row.isWithdrawn
      return filters.state === 'waiting' ? row.waiting !== undefined : true
    })
    .filter((row) => {
      const text = textOf(row.rubric)
      return words.every((word) => text.includes(word))
    })
    .toSorted((a, b) => a.rubric.title.localeCompare(b.rubric.title, 'en-GB'))
}
