/** What an imported file says wrong, and where; shared by everything that reads one. */

/** `line` is where the record starts in the file, counting `sep=` and the header; `message` says what would be right. */
export type FileFault = { line: number; message: string }

/** By line; those of one line stay in the order in which they were found. */
export const byLine = <Fault extends FileFault>(faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => a.line - b.line)

/** As typed, for a message: quoted, and shortened when it is long. */
export const asTyped = (text: string): string =>
  `“${text.length > 60 ? `${text.slice(0, 57)}…` : text}”`
