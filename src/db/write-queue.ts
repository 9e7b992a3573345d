/**
 * One writer at a time on SQLite, and one commit for those that come together. Each transaction is a savepoint of a
 * shared outer one; its commit is answered only when the outer commit has reached the disk, so nobody is told
 * "saved" early. What it saves is the fsync, which is most of a small write's time on real disks.
 *
 * The outer one stays open until Node has handled all requests that have arrived: a save asks for nothing that it must
 * wait for, so it is over before the next is looked at, and committing at its end would share a commit with nobody.
 */
import type BetterSqlite from 'better-sqlite3'
import { IdleCheckpoint } from './idle-checkpoint.ts'

/** More members would keep the first of them waiting too long. */
const MEMBERS_AT_MOST = 64

interface Member {
  readonly resolve: () => void
  readonly reject: (error: unknown) => void
}

export class WriteQueue {
  readonly #database: BetterSqlite.Database
  readonly #checkpoint: IdleCheckpoint
  readonly #waiting: (() => void)[] = []
  #isHeld = false
  /** Transactions whose savepoint is released and whose commit is still to come. */
  #members: Member[] = []
  #dueCommit: NodeJS.Immediate | undefined

  constructor(database: BetterSqlite.Database) {
    this.#database = database
    this.#checkpoint = new IdleCheckpoint(database)
  }

  /** Before the database is closed, which makes a checkpoint by itself. */
  stop(): void {
    this.#commit()
    this.#checkpoint.stop()
  }

  /** Waits for the turn to write; every acquire is followed by exactly one release. */
  async acquire(): Promise<void> {
    if (!this.#isHeld) {
      this.#isHeld = true
      return
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }

  /** Hands the turn on; commits when enough have gathered, or else when nobody asks any more. */
  release(): void {
    if (this.#members.length >= MEMBERS_AT_MOST) this.#commit()
    else if (this.#waiting.length === 0) this.#commitSoon()
    const next = this.#waiting.shift()
    if (next) next()
    else this.#isHeld = false
  }

  /** Begins a transaction of the holder of the turn. */
  begin(): void {
    if (!this.#database.inTransaction) this.#database.exec('begin immediate')
    this.#database.exec('savepoint member')
  }

  /** Ends the holder's transaction and its turn; settles when the shared commit has, and fails when it has. */
  async commit(): Promise<void> {
    try {
      this.#database.exec('release member')
    } catch (error) {
      // A statement failed so badly that SQLite undid everything, and the work went on regardless.
      this.rollback()
      throw error
    }
    const settled = new Promise<void>((resolve, reject) => this.#members.push({ resolve, reject }))
    this.release()
    await settled
  }

  /** Undoes the holder's transaction, and no other's unless SQLite itself gave up the whole (a full disk). */
  rollback(): void {
    if (this.#database.inTransaction) {
      this.#database.exec('rollback to member; release member')
    } else {
      this.#settle(new Error('the database rolled back'))
    }
    this.release()
  }

  /** What is written outside a transaction must not become part of somebody else's. */
  flush(): void {
    this.#commit()
  }

  #commitSoon(): void {
    this.#dueCommit ??= setImmediate(() => {
      this.#dueCommit = undefined
      // Whoever holds the turn commits for all when it is over.
      if (!this.#isHeld) this.#commit()
    })
  }

  #commit(): void {
    if (!this.#database.inTransaction) return
    try {
      this.#database.exec('commit')
    } catch (error) {
      if (this.#database.inTransaction) this.#database.exec('rollback')
      this.#settle(error)
      return
    }
    this.#checkpoint.committed()
    this.#settle()
  }

  #settle(error?: unknown): void {
    const members = this.#members
    this.#members = []
    for (const member of members) {
      if (error === undefined) member.resolve()
      else member.reject(error)
    }
  }
}
