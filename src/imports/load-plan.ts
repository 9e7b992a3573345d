/** What a results file would do to the database as it is now: reads the file and what is there under its names. Writes nothing. */
import { listCountedItems, listPublishedThemes } from '../analytics/theme-store.ts'
import { looksLikeName } from '../cases/rules/case-reference.ts'
import type { Db } from '../db/schema.ts'
import type { Rubric } from '../rubrics/rules/rubric.ts'
import { inTurns } from './import-pace.ts'
import { listStandingMappings, readMappingRevision } from './mapping-store.ts'
import type { FileFault } from './rules/file-fault.ts'
import { knownMappings, type StandingMapping } from './rules/known-mappings.ts'
import { knownThemes } from './rules/known-themes.ts'
import { type ImportPlan, type KnownRound, planImport } from './rules/plan-import.ts'
import { readResultsSteps } from './rules/read-results-file.ts'
import { fold } from './rules/resolve-names.ts'
import { MOST_ROWS, type ResultsRow } from './rules/results-file.ts'
import { listKnownAudits, listRoundsByKey } from './store.ts'

export type LoadedPlan = {
  readonly plan: ImportPlan
  readonly rows: readonly ResultsRow[]
  readonly rounds: readonly KnownRound[]
  /** What was kept as typed, read through a mapping, or is questioned; nothing of it stops the import. */
  readonly reports: readonly FileFault[]
  readonly mappings: readonly StandingMapping[]
  /** Themes of the file that no rubric has, as they will be kept. */
  readonly unknownThemes: readonly string[]
  /** Of the mappings that the file was read with. */
  readonly mappingRevision: string
}

export type PlanInput = {
  readonly bytes: Uint8Array
  /** Rubrics that count as published although the database does not know them yet. */
  readonly library: readonly Rubric[]
  readonly replace: boolean
  /** What would be right where an audit is there with other content; the command's words unless given. */
  readonly remedy?: string
  /** What would be right where a case reference looks like a name. */
  readonly nameRemedy?: string
  readonly onTurn?: (share: number) => Promise<void> | void
}

const UNDO = "undo this import and give the case system's reference instead"

/** A reference that looks like a name is questioned, not refused: some case systems have strange ones. */
const questionedReferences = (rows: readonly ResultsRow[], remedy: string): FileFault[] => {
  const seen = new Set<string>()
  return rows.flatMap(({ line, caseRef }) => {
    if (caseRef === null || seen.has(caseRef) || !looksLikeName(caseRef)) return []
    seen.add(caseRef)
    return [
      {
        line,
        message: `case_ref “${caseRef}” looks like a name; Plumbline holds no child's name: ${remedy}`,
      },
    ]
  })
}

/** @returns the plan, which can have faults of its own; or the faults for which the file cannot be read at all */
export const loadPlan = async (
  db: Db,
  input: PlanInput
): Promise<{ ok: true; loaded: LoadedPlan } | { ok: false; faults: readonly FileFault[] }> => {
  const mappingRevision = await readMappingRevision(db)
  const mappings = await listStandingMappings(db)
  const known = knownThemes(
    await listPublishedThemes(db, input.library),
    await listCountedItems(db)
  )
  const file = await inTurns(
    readResultsSteps(input.bytes, known, MOST_ROWS, knownMappings(mappings)),
    input.onTurn
  )
  if (!file.ok) return { ok: false, faults: file.faults }
  const { rows } = file
  const rounds = await listRoundsByKey(db, [...new Set(rows.map((row) => fold(row.round)))])
  const plan = planImport(
    rows,
    await listKnownAudits(db, [...new Set(rows.map((row) => fold(row.auditRef)))]),
    rounds,
    input.replace,
    input.remedy
  )
  const reports = [...file.reports, ...questionedReferences(rows, input.nameRemedy ?? UNDO)]
  const published = new Set(['audit', ...known.flatMap((one) => (one.history ? [] : one.key))])
  const unknownThemes = [...new Set(rows.map((row) => row.theme))].filter(
    (theme) => !published.has(theme)
  )
  return {
    ok: true,
    loaded: { plan, rows, rounds, reports, mappings, unknownThemes, mappingRevision },
  }
}
