/** Prints the table of the bench: each row a figure, what it is held against, their ratio and the target. */

export interface Row {
  readonly what: string
  readonly ours: string
  readonly against: string
  readonly ratio: number
  readonly target: string
  readonly isMet: boolean
}

const cells = (row: Row): string[] => [
  row.isMet ? 'met' : 'MISSED',
  row.what,
  row.ours,
  row.against,
  row.ratio.toFixed(2),
  row.target,
]

/** One line a row, columns aligned; a missed target says so in words. */
export const printTable = (rows: readonly Row[]): void => {
  const table = [['', 'what', 'ours', 'against', 'ratio', 'target'], ...rows.map(cells)]
  const widths = table[0]?.map((_, column) =>
    Math.max(...table.map((line) => line[column]?.length ?? 0))
  )
  for (const line of table) {
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths?.[column] ?? 0))
        .join('  ')
        .trimEnd()
    )
  }
}
