/**
 * How far the files are that this server is writing, for whoever waits for one. Kept in memory: with several servers
 * another one knows nothing of it and its page says so; what was exported and how it ended is in the event log.
 */

export interface ExportProgress {
  readonly state: 'writing' | 'whole' | 'broken_off'
  readonly done: number
  readonly total: number
}

/** The last so many are remembered. */
const MOST = 200

const exports = new Map<string, ExportProgress>()

export const noteProgress = (exportId: string, progress: ExportProgress): void => {
  exports.delete(exportId)
  exports.set(exportId, progress)
  const [oldest] = exports.keys()
  if (exports.size > MOST && oldest !== undefined) exports.delete(oldest)
}

export const progressOf = (exportId: string): ExportProgress | undefined => exports.get(exportId)
