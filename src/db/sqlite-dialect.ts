/**
 * Kysely's SQLite dialect with what this product needs: write transactions start with `begin immediate` (a deferred
 * `begin` fails at once after another process has written, whatever the busy timeout) and share commits
 * (write-queue.ts), reads outside a transaction have a connection of their own and wait for nobody, prepared
 * statements are kept, and migrations run inside a transaction. A transaction declared read only is a snapshot on a
 * connection that nobody else uses.
 */
import BetterSqlite from 'better-sqlite3'
import {
  type CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  type TransactionSettings,
} from 'kysely'
import { WriteQueue } from './write-queue.ts'

/** Enough for every statement of the product; the oldest is dropped when a report makes more. */
const STATEMENTS_KEPT = 400

/** Statements of one database, prepared once. */
class Statements {
  readonly database: BetterSqlite.Database
  readonly #kept = new Map<string, BetterSqlite.Statement>()

  constructor(database: BetterSqlite.Database) {
    this.database = database
  }

  get(sql: string): BetterSqlite.Statement {
    const kept = this.#kept.get(sql)
    if (kept) return kept
    const statement = this.database.prepare(sql)
    if (this.#kept.size >= STATEMENTS_KEPT) {
      const oldest = this.#kept.keys().next().value
      if (oldest !== undefined) this.#kept.delete(oldest)
    }
    this.#kept.set(sql, statement)
    return statement
  }
}

const run = <R>(statement: BetterSqlite.Statement, query: CompiledQuery): QueryResult<R> => {
  if (statement.reader) return { rows: statement.all(query.parameters) as R[] }
  const { changes, lastInsertRowid } = statement.run(query.parameters)
  return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] }
}

/** What Kysely holds while it runs a query or a transaction. */
class SqliteConnection implements DatabaseConnection {
  readonly #reader: Statements
  readonly #writer: Statements
  readonly queue: WriteQueue
  isInTransaction = false
  #snapshot: Statements | undefined

  constructor(reader: Statements, writer: Statements, queue: WriteQueue) {
    this.#reader = reader
    this.#writer = writer
    this.queue = queue
  }

  /** From the first query on, sees the database as it is then. @returns false in memory, where there is only one */
  openSnapshot(): boolean {
    if (this.#reader === this.#writer) return false
    const database = new BetterSqlite(this.#reader.database.name, { readonly: true })
    database.exec('begin')
    this.#snapshot = new Statements(database)
    return true
  }

  /** @returns whether there was one */
  closeSnapshot(): boolean {
    const snapshot = this.#snapshot
    this.#snapshot = undefined
    snapshot?.database.close()
    return snapshot !== undefined
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    if (this.#snapshot) return run(this.#snapshot.get(query.sql), query)
    if (this.isInTransaction) return run(this.#writer.get(query.sql), query)
    // One connection for both (in memory): what is not committed yet must not be seen.
    if (this.#reader === this.#writer) return this.#runAlone(query)
    const statement = this.#reader.get(query.sql)
    return statement.readonly ? run(statement, query) : this.#runAlone(query)
  }

  async #runAlone<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    await this.queue.acquire()
    try {
      this.queue.flush()
      return run(this.#writer.get(query.sql), query)
    } finally {
      this.queue.release()
    }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    const { database } = this.isInTransaction ? this.#writer : this.#reader
    // A fresh statement: one that is being iterated cannot be run again meanwhile.
    for (const row of database.prepare(query.sql).iterate(query.parameters)) {
      yield { rows: [row as R] }
    }
  }
}

class SqliteDriver implements Driver {
  readonly #reader: Statements
  readonly #writer: Statements
  readonly #queue: WriteQueue

  constructor(writer: BetterSqlite.Database, reader: BetterSqlite.Database) {
    this.#writer = new Statements(writer)
    this.#reader = reader === writer ? this.#writer : new Statements(reader)
    this.#queue = new WriteQueue(writer)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<SqliteConnection> {
    return new SqliteConnection(this.#reader, this.#writer, this.#queue)
  }

  async beginTransaction(
    connection: SqliteConnection,
    settings: TransactionSettings
  ): Promise<void> {
    if (settings.accessMode === 'read only' && connection.openSnapshot()) return
    await this.#queue.acquire()
    try {
      this.#queue.begin()
    } catch (error) {
      this.#queue.release()
      throw error
    }
    connection.isInTransaction = true
  }

  async commitTransaction(connection: SqliteConnection): Promise<void> {
    if (connection.closeSnapshot()) return
    connection.isInTransaction = false
    await this.#queue.commit()
  }

  async rollbackTransaction(connection: SqliteConnection): Promise<void> {
    if (connection.closeSnapshot()) return
    // Kysely rolls back after a failed commit too; by then the turn has been handed on.
    if (!connection.isInTransaction) return
    connection.isInTransaction = false
    this.#queue.rollback()
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#queue.stop()
    if (this.#reader !== this.#writer) this.#reader.database.close()
    this.#writer.database.close()
  }
}

class PlumblineSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }

  /** The write queue keeps writers apart; Kysely's own lock would make readers wait too. */
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

/** The dialect around open better-sqlite3 databases of one file; destroying the Kysely instance closes them. */
export class PlumblineSqliteDialect implements Dialect {
  readonly #writer: BetterSqlite.Database
  readonly #reader: BetterSqlite.Database

  constructor(writer: BetterSqlite.Database, reader: BetterSqlite.Database = writer) {
    this.#writer = writer
    this.#reader = reader
  }

  createDriver(): Driver {
    return new SqliteDriver(this.#writer, this.#reader)
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): SqliteAdapter {
    return new PlumblineSqliteAdapter()
  }

  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db)
  }
}
