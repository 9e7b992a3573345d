/** Reads case references that were typed or pasted: one a line, or several separated by commas, semicolons or tabs. */
import { looksLikeName, referenceFault, tidyReference } from './case-reference.ts'

export interface ReadReference {
  /** Counted from 1, as people count lines. */
  readonly line: number
  readonly reference: string
  /** No digit and written as names are: somebody should say that it is none. */
  readonly looksLikeName: boolean
}

export interface ReferenceFault {
  readonly line: number
  readonly typed: string
  readonly message: string
}

export interface References {
  readonly found: readonly ReadReference[]
  readonly faults: readonly ReferenceFault[]
  /** Named on an earlier line already; counted once. */
  readonly repeated: readonly {
    readonly line: number
    readonly reference: string
    readonly first: number
  }[]
}

/** @param keyOf under which two spellings are the same reference */
export const readReferences = (text: string, keyOf: (reference: string) => string): References => {
  const found: ReadReference[] = []
  const faults: ReferenceFault[] = []
  const repeated: { line: number; reference: string; first: number }[] = []
  const firstLine = new Map<string, number>()
  for (const [at, row] of text.split(/\r\n|\r|\n/).entries()) {
    const line = at + 1
    for (const typed of row.split(/[,;\t]/)) {
      const reference = tidyReference(typed)
      if (reference === '') continue
      const message = referenceFault(reference)
      if (message) {
        faults.push({ line, typed: reference.slice(0, 60), message })
        continue
      }
      const key = keyOf(reference)
      const first = firstLine.get(key)
      if (first !== undefined) {
        repeated.push({ line, reference, first })
        continue
      }
      firstLine.set(key, line)
      found.push({ line, reference, looksLikeName: looksLikeName(reference) })
    }
  }
  return { found, faults, repeated }
}
