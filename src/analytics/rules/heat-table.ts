/** Theme grades by group as a table: a row a theme, a column a group, and in each cell how the grades are mixed. Nothing is ranked. */
import type { Scale, ScaleValue } from '../../rubrics/rules/scale.ts'

export type HeatGroup = {
  readonly key: string
  readonly label: string
  /** Groups of the counts that the column adds up. */
  readonly of: readonly string[]
}

export type HeatCell = {
  /** On the scale; 0 is no audits. */
  readonly n: number
  /** Values that occurred, best first. */
  readonly parts: readonly { readonly value: ScaleValue; readonly count: number }[]
}

export type HeatRow = {
  readonly theme: string
  readonly label: string
  readonly cells: readonly HeatCell[]
}

export type HeatTable = {
  readonly groups: readonly HeatGroup[]
  readonly rows: readonly HeatRow[]
  /** Themes without one grade, by their label. */
  readonly without: readonly string[]
}

type Tally = {
  readonly theme: string
  readonly group: string
  readonly value: string
  readonly count: number
}

const cellOf = (counts: ReadonlyMap<string, number>, scale: Scale): HeatCell => {
  const parts = scale.values
    .filter(({ isOutside }) => !isOutside)
    .map((value) => ({ value, count: counts.get(value.key) ?? 0 }))
    .filter(({ count }) => count > 0)
  return { n: parts.reduce((sum, { count }) => sum + count, 0), parts }
}

/** @param themes in the order of the rows; those that were counted and are not among them come last, by name */
export const heatTable = (asked: {
  readonly tallies: readonly Tally[]
  readonly groups: readonly HeatGroup[]
  readonly themes: readonly { readonly key: string; readonly label: string }[]
  readonly scaleOf: (theme: string) => Scale
}): HeatTable => {
  const { tallies, groups, themes, scaleOf } = asked
  const columnOf = new Map(groups.flatMap(({ of }, column) => of.map((key) => [key, column])))
  const counts = new Map<string, Map<string, number>[]>()
  for (const { theme, group, value, count } of tallies) {
    const column = columnOf.get(group)
    if (column === undefined) continue
    let cells = counts.get(theme)
    if (!cells) {
      cells = groups.map(() => new Map())
      counts.set(theme, cells)
    }
    const cell = cells[column]
    cell?.set(value, (cell.get(value) ?? 0) + count)
  }
  const known = new Set(themes.map(({ key }) => key))
  const others = [...counts.keys()].filter((key) => !known.has(key)).toSorted()
  const every = [...themes, ...others.map((key) => ({ key, label: key }))].map(
    ({ key, label }) => ({
      theme: key,
      label,
      cells: (counts.get(key) ?? []).map((cell) => cellOf(cell, scaleOf(key))),
    })
  )
  const hasGrades = ({ cells }: HeatRow) => cells.some(({ n }) => n > 0)
  return {
    groups,
    rows: every.filter(hasGrades),
    without: every.filter((row) => !hasGrades(row)).map(({ label }) => label),
  }
}
