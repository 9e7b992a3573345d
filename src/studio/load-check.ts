/** Checks a draft against everything that is published: what its page shows, and what publishing asks again. */
import type { Db } from '../db/schema.ts'
import { libraryFolder, readScales } from '../rubrics/read-rubric-files.ts'
import type { LibraryEntry } from '../rubrics/rules/check-library.ts'
import {
  compareVersions,
  currentVersion,
  nextLocalVersion,
} from '../rubrics/rules/rubric-version.ts'
import type { Scales } from '../rubrics/rules/scale.ts'
import { listPublishedRubrics, type PublishedRubric } from '../rubrics/store.ts'
import { listWithdrawn } from '../rubrics/version-store.ts'
import { type CheckedDraft, checkDraft } from './rules/check-draft.ts'
import type { Draft } from './store.ts'

let scales: Scales | undefined

/** The scales never change while the program runs. */
export const knownScales = (): Scales => {
  scales ??= readScales(libraryFolder())
  return scales
}

export const asEntry = ({ rubric }: PublishedRubric): LibraryEntry => ({
  file: `the published ${rubric.key} ${rubric.version}`,
  rubric,
  lines: new Map(),
})

export type DraftCheck = {
  /** The version that it would be published as now. */
  readonly version: string
  readonly base: PublishedRubric | undefined
  /** What rounds use now, where it was published after this draft was started from an earlier version. */
  readonly newer: PublishedRubric | undefined
  readonly checked: CheckedDraft
  /** The items that `checked` counts, by place: those that are not retired. */
  readonly active: Draft['items']
}

export const loadCheck = async (db: Db, draft: Draft): Promise<DraftCheck> => {
  const published = await listPublishedRubrics(db)
  const base = published.find(({ id }) => id === draft.baseVersionId)
  const merged = published.find(({ id }) => id === draft.mergedVersionId)
  const taken = published.filter(({ key }) => key === draft.key).map(({ version }) => version)
  const version = nextLocalVersion((merged ?? base)?.version ?? '1', taken)
  const withdrawn = await listWithdrawn(db)
  const current = currentVersion(
    published
      .filter(({ key }) => key === draft.key)
      .map((one) => ({ ...one, isWithdrawn: withdrawn.has(one.id) }))
  )
  const isLater =
    base !== undefined &&
    current !== undefined &&
    current.id !== merged?.id &&
    compareVersions(current.version, base.version) > 0
  const newer = isLater ? published.find(({ id }) => id === current.id) : undefined
  const active = draft.items.filter(({ isRetired }) => !isRetired)
  const { key, head } = draft
  const checked = checkDraft(
    { key, version, head, items: active.map(({ content }) => content) },
    { scales: knownScales(), others: published.map(asEntry) }
  )
  return { version, base, newer, checked, active }
}
