/** A table to hand out as a file, row by row, so that it may be longer than memory. Excel and CSV are written from it. */

/** Dates are `YYYY-MM-DD`, instants ISO 8601 in UTC; nothing is an empty cell. */
export type Cell = string | number | null | undefined

export interface Column {
  readonly header: string
  /**
   * How text in this column is read: as it is, as a number's column, as a date or as an instant. A number is a number
   * and what is not a date stays text in any of them, so "c" for a suppressed count may stand among numbers. `percent`
   * and `points` are numbers too, fractions shown as 41% and as a difference of percentages, +6%.
   */
  readonly kind: 'text' | 'number' | 'percent' | 'points' | 'date' | 'instant'
  /** In characters. */
  readonly width?: number
}

/** As many cells in each as there are columns. */
export type Rows = AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>

export interface Sheet {
  /** Made fit for Excel and unique by the writer. */
  readonly name: string
  readonly columns: readonly Column[]
  /** Read only as fast as the file is taken, and closed (`return`) when nobody takes it any more. */
  readonly rows: Rows
}
