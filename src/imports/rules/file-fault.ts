/** What an imported file says wrong, and where; shared by everything that reads one. */

/** `line` is where the record starts in the file, counting `sep=` and the header; `message` says what would be right. */
export type FileFault = { line: number; message: string }

/** By line; those of one line stay in the order in which they were found. */
export const byLine = <Fault extends FileFault>(faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => a.line - b.line)

/** As typed, for a message: on one line, in quotes, shortened when long, with nothing that a terminal would obey. */
export const asTyped = (text: string): string => {
  const shown = text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '\uFFFD')
  return `“${shown.length > 60 ? `${shown.slice(0, 57)}…` : shown}”`
}
