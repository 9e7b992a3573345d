/**
 * Kysely's SQLite dialect with three differences that this product needs: write transactions start with
 * `begin immediate` (a deferred `begin` fails at once after another process has written, whatever the busy timeout),
 * prepared statements are kept between queries, and migrations run inside a transaction.
 */
import type BetterSqlite from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type Kysely,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'

/** Enough for every statement of the product; the oldest is dropped when a report makes more. */
const STATEMENTS_KEPT = 400

class KeptStatementsConnection implements DatabaseConnection {
  readonly #database: BetterSqlite.Database
  readonly #statements = new Map<string, BetterSqlite.Statement>()

  constructor(database: BetterSqlite.Database) {
    this.#database = database
  }

  #prepare(sql: string): BetterSqlite.Statement {
    const kept = this.#statements.get(sql)
    if (kept) return kept
    const statement = this.#database.prepare(sql)
    if (this.#statements.size >= STATEMENTS_KEPT) {
      const oldest = this.#statements.keys().next().value
      if (oldest !== undefined) this.#statements.delete(oldest)
    }
    this.#statements.set(sql, statement)
    return statement
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const statement = this.#prepare(query.sql)
    if (statement.reader) return { rows: statement.all(query.parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(query.parameters)
    return { numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid), rows: [] }
  }

  async *streamQuery<R>(query: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    // A fresh statement: one that is being iterated cannot be run again meanwhile.
    for (const row of this.#database.prepare(query.sql).iterate(query.parameters)) {
      yield { rows: [row as R] }
    }
  }
}

class ImmediateSqliteDriver implements Driver {
  readonly #database: BetterSqlite.Database
  readonly #connection: KeptStatementsConnection

  constructor(database: BetterSqlite.Database) {
    this.#database = database
    this.#connection = new KeptStatementsConnection(database)
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection
  }

  async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }

  async commitTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('commit'))
  }

  async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // After some failures (a full disk) SQLite has already rolled back by itself.
    if (this.#database.inTransaction) await connection.executeQuery(CompiledQuery.raw('rollback'))
  }

  async releaseConnection(): Promise<void> {}

  async destroy(): Promise<void> {
    this.#database.close()
  }
}

class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true
  }
}

/** The dialect around one open better-sqlite3 database; destroying the Kysely instance closes it. */
export class PlumblineSqliteDialect implements Dialect {
  readonly #database: BetterSqlite.Database

  constructor(database: BetterSqlite.Database) {
    this.#database = database
  }

  createDriver(): Driver {
    return new ImmediateSqliteDriver(this.#database)
  }

  createQueryCompiler(): SqliteQueryCompiler {
    return new SqliteQueryCompiler()
  }

  createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter()
  }

  createIntrospector(db: Kysely<unknown>): SqliteIntrospector {
    return new SqliteIntrospector(db)
  }
}
