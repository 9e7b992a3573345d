/** The preview of a results file: what it counts, and how much of its lists a page shows. */
import type { FileAudit } from './plan-import.ts'
import type { ResultsRow } from './results-file.ts'

/** Faults, changed audits and remarks a page. */
export const PREVIEW_PAGE = 50

/** Rows of the file shown as they were read. */
export const SAMPLE_ROWS = 8

/** Names of new rounds, teams and themes that are written out. */
const NAMES_SHOWN = 12

export type Named = { readonly count: number; readonly names: readonly string[] }

export type Preview = {
  readonly audits: {
    readonly fresh: number
    readonly unchanged: number
    readonly replaced: number
    /** There with other content, and not to be replaced: faults. */
    readonly different: number
  }
  readonly judgements: {
    readonly fresh: number
    readonly unchanged: number
    readonly replaced: number
  }
  readonly newRounds: Named
  readonly newTeams: Named
  readonly unknownThemes: Named
  readonly faults: number
  readonly changes: number
  readonly reports: number
  /** '' where there are faults. */
  readonly fingerprint: string
}

export type UploadOptions = { readonly replace: boolean }

/** One row as it was read, for the person to compare with the spreadsheet. */
export type SampleRow = Pick<
  ResultsRow,
  | 'line'
  | 'auditRef'
  | 'round'
  | 'auditedOn'
  | 'theme'
  | 'item'
  | 'kind'
  | 'value'
  | 'moderated'
  | 'team'
>

const NOTHING: Named = { count: 0, names: [] }

/** The preview of a file that could not be read at all. */
export const faultyPreview = (faults: number): Preview => ({
  audits: { fresh: 0, unchanged: 0, replaced: 0, different: 0 },
  judgements: { fresh: 0, unchanged: 0, replaced: 0 },
  newRounds: NOTHING,
  newTeams: NOTHING,
  unknownThemes: NOTHING,
  faults,
  changes: 0,
  reports: 0,
  fingerprint: '',
})

export const named = (names: Iterable<string>): Named => {
  const all = [...new Set(names)]
  return { count: all.length, names: all.slice(0, NAMES_SHOWN) }
}

export const judgementsOf = (audits: readonly FileAudit[]): number =>
  audits.reduce((sum, audit) => sum + audit.rows.length, 0)

/** Things in pages; an empty list has no page. */
export const inPages = <Thing>(things: readonly Thing[]): Thing[][] =>
  Array.from({ length: Math.ceil(things.length / PREVIEW_PAGE) }, (_, page) =>
    things.slice(page * PREVIEW_PAGE, (page + 1) * PREVIEW_PAGE)
  )
