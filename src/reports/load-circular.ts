/** A learning circular with what its rubric says is good, and what is asked about or refused in its words. */
import type { Db } from '../db/schema.ts'
import { readSources } from './circular-findings-store.ts'
import type { StoredCircular } from './circular-store.ts'
import { type CircularTheme, loadCircularTheme } from './circular-theme-store.ts'
import { loadKnownNames } from './names-store.ts'
import { type CircularSheet, looksNow, sheetOf } from './rules/circular.ts'
import {
  type CircularCheck,
  type CircularSources,
  checkCircular,
  typedWords,
} from './rules/circular-check.ts'
import { referencesIn } from './rules/words-check.ts'

export type CheckedCircular = CircularTheme & {
  readonly sheet: CircularSheet
  readonly check: CircularCheck
  readonly sources: CircularSources
}

export const loadCircular = async (db: Db, circular: StoredCircular): Promise<CheckedCircular> => {
  const theme = await loadCircularTheme(db, circular.theme)
  const sheet = sheetOf(circular.content, looksNow(circular.theme, circular.content, theme.now))
  const sources = await readSources(db, circular.content.findings)
  const { references, staff } = await loadKnownNames(db, referencesIn(typedWords(sheet)))
  return { ...theme, sheet, sources, check: checkCircular(sheet, references, staff, sources) }
}
