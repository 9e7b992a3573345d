/** Reading much at one instant while others write: a read-only transaction that blocks nobody on either database. */
import { allowLongStatements } from './postgres-only.ts'
import type { Db } from './schema.ts'

/** Everything that `work` reads through its `db` is as it was at the moment of the first query. */
export const inSnapshot = <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> =>
  db
    .transaction()
    .setAccessMode('read only')
    .setIsolationLevel('repeatable read')
    .execute(async (snapshot) => {
      await allowLongStatements(snapshot)
      return work(snapshot)
    })
