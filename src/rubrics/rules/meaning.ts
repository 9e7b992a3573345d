/**
 * Since which version an item, or the grade of a theme, has meant what it means now. Two rounds may be joined by a line
 * where that version is the same, and only there; a version that somebody published with "changed meaning" breaks it.
 */
import type { Meaning, RubricDifference } from './difference.ts'

/** The key under which the grade of the theme stands beside the keys of items. */
export const themeGradeItem = ''

/** What the publisher said of one item, and why; items left out take what the difference proposes. */
export type StatedMeaning = { readonly meaning: Meaning; readonly reason: string }

/** One item of a version, or {@link themeGradeItem}, and the version in which its present meaning began. */
export type MeaningRow = {
  readonly item: string
  readonly sinceVersionId: string
  readonly reason: string
}

/** Which version each item's meaning began in; an item that is not in the map began in the version itself. */
export type SinceByItem = ReadonlyMap<string, string>

export const sinceOf = (versionId: string, since: SinceByItem, item: string): string =>
  since.get(item) ?? versionId

/**
 * The rows of a new version that was made from another: an unchanged meaning goes back to where it began.
 * @param base the version it was made from, and since when each of its items has meant what it means
 */
export const meaningRows = (
  versionId: string,
  base: { readonly id: string; readonly since: SinceByItem },
  difference: RubricDifference,
  stated: ReadonlyMap<string, StatedMeaning> = new Map()
): MeaningRow[] => {
  const row = (item: string, proposed: Meaning): MeaningRow => {
    const said = stated.get(item)
    const isSame = (said?.meaning ?? proposed) === 'same'
    return {
      item,
      sinceVersionId: isSame ? sinceOf(base.id, base.since, item) : versionId,
      reason: said?.reason ?? '',
    }
  }
  return [
    row(themeGradeItem, difference.themeProposed),
    ...difference.items
      .filter(({ kind }) => kind === 'same' || kind === 'changed')
      .map(({ key, proposed }) => row(key, proposed)),
  ]
}
