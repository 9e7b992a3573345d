/** Drafts of the library's rubrics, checked beside all that is published. */
import { libraryFolder, readLibrary, readScales } from '../../src/rubrics/read-rubric-files.ts'
import { checkDraft } from '../../src/studio/rules/check-draft.ts'
import { contentOf, type DraftItemContent, headOf } from '../../src/studio/rules/draft.ts'

export const scales = readScales(libraryFolder())
export const library = readLibrary()

/** As the database has them: they have no file any more. */
export const published = library.map(({ rubric, lines }) => ({
  file: `the published ${rubric.key} ${rubric.version}`,
  rubric,
  lines,
}))

export const draftOf = (key: string, change: (items: DraftItemContent[]) => DraftItemContent[]) => {
  const rubric = library.find((entry) => entry.rubric.key === key)?.rubric
  if (!rubric) throw new Error(`no ${key}`)
  return {
    key,
    version: '1-local.1',
    head: headOf(rubric),
    items: change(rubric.items.map(contentOf)),
  }
}

export const faultsOf = (change: (items: DraftItemContent[]) => DraftItemContent[]) => {
  const checked = checkDraft(draftOf('cp_plan', change), { scales, others: published })
  return checked.ok ? [] : checked.faults
}
