/** What one check of the architecture is: how it finds faults, and a bad sample that proves that it can. */
import type { SourceFile } from './source-file.ts'

export interface Check {
  readonly name: string
  /** @returns one line a fault, beginning with the file's path */
  readonly find: (files: readonly SourceFile[]) => string[]
  /** Path to text. Only as much as the check needs to catch it. */
  readonly bad: Readonly<Record<string, string>>
  /** Exactly what `find` says of `bad`. */
  readonly faults: readonly string[]
}
