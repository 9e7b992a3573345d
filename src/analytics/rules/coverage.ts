/**
 * What a rolling year has reached and what it has not (domain.md §8 rule 14: every service area and status covered in a
 * rolling year, gaps listed). A place without open cases is no gap.
 */

export type Reach = {
  readonly key: string
  readonly label: string
  /** Audits in the year. */
  readonly n: number
  readonly lastOn: string | null
  /** Undefined where it is not known, as before cases were brought in. */
  readonly openCases: number | undefined
  /** Open cases that were audited in the year; undefined with the cases. */
  readonly openAudited: number | undefined
}

export type Place = { readonly teamId: string; readonly status: string }

type Reached = Place & { readonly n: number; readonly lastOn: string | null }
type Cases = Place & { readonly cases: number; readonly audited: number }

/** Adds up the places that belong to one row or column. */
export const reachOf = (
  named: { readonly key: string; readonly label: string },
  reached: readonly Reached[],
  cases: readonly Cases[],
  isIn: (place: Place) => boolean
): Reach => {
  const of = reached.filter(isIn)
  const open = cases.filter(isIn)
  const dates = of.flatMap(({ lastOn }) => lastOn ?? []).toSorted()
  return {
    ...named,
    n: of.reduce((sum, { n }) => sum + n, 0),
    lastOn: dates.at(-1) ?? null,
    openCases: cases.length === 0 ? undefined : open.reduce((sum, one) => sum + one.cases, 0),
    openAudited: cases.length === 0 ? undefined : open.reduce((sum, one) => sum + one.audited, 0),
  }
}

/** Not reached, and there is somebody to reach or nobody knows: those with the most open cases first, then by name. */
export const notReached = (reaches: readonly Reach[]): Reach[] =>
  reaches
    .filter(({ n, openCases }) => n === 0 && openCases !== 0)
    .toSorted(
      (a, b) => (b.openCases ?? 0) - (a.openCases ?? 0) || a.label.localeCompare(b.label, 'en-GB')
    )
