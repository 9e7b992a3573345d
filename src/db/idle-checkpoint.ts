/**
 * Copies SQLite's write-ahead log into the database file while nobody is waiting. SQLite does it by itself in the commit
 * that brings the log to a thousand pages, and whoever makes that commit waits for it; people who type leave gaps, and
 * in a gap it costs nobody anything. Under a load without gaps SQLite's own limit still holds.
 */
import type BetterSqlite from 'better-sqlite3'

/** Nobody has saved for so long. */
const GAP_MS = 250

/** About a tenth of a thousand pages: fewer are not worth the two fsyncs. */
const COMMITS_AT_LEAST = 25

export class IdleCheckpoint {
  readonly #database: BetterSqlite.Database
  #commits = 0
  #timer: NodeJS.Timeout | undefined

  constructor(database: BetterSqlite.Database) {
    this.#database = database
  }

  /** To be called after each commit. */
  committed(): void {
    this.#commits += 1
    if (this.#commits < COMMITS_AT_LEAST) return
    if (this.#timer) this.#timer.refresh()
    else this.#timer = setTimeout(() => this.#run(), GAP_MS).unref()
  }

  stop(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }

  #run(): void {
    this.#timer = undefined
    if (!this.#database.open || this.#database.inTransaction) return
    this.#commits = 0
    // Passive: it waits for nobody and nobody waits for it; what it cannot copy now is copied next time.
    this.#database.pragma('wal_checkpoint(PASSIVE)')
  }
}
