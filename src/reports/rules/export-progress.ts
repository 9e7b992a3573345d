/** How far a file is that somebody waits for: when that is worth writing down, and what whoever asks is told. */

export interface StoredProgress {
  readonly state: 'writing' | 'whole' | 'broken_off'
  readonly done: number
  readonly total: number
  /** An instant. */
  readonly changedAt: string
}

export interface ExportProgress extends Pick<StoredProgress, 'done' | 'total'> {
  /** Silent: said to be written, and nothing was for so long that its server may be gone. */
  readonly state: StoredProgress['state'] | 'silent'
}

const SECOND = 1_000
const SILENT = 5 * 60 * SECOND

const since = (from: string, to: string): number => Date.parse(to) - Date.parse(from)

/** Of a pack of so many audits, each read once for each of five sheets. */
export const stepsOf = (audits: number): number => audits * 5

/** A row a twentieth or a second, not one a page of audits. */
export const isWorthNoting = (
  noted: Pick<StoredProgress, 'done' | 'changedAt'>,
  now: Omit<StoredProgress, 'state'>
): boolean =>
  (now.done - noted.done) * 20 >= now.total || since(noted.changedAt, now.changedAt) >= SECOND

/** @param now an instant */
export const toldProgress = (
  { changedAt, ...progress }: StoredProgress,
  now: string
): ExportProgress =>
  progress.state === 'writing' && since(changedAt, now) >= SILENT
    ? { ...progress, state: 'silent' }
    : progress
