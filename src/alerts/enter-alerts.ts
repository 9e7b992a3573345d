/**
 * Brings the register up to date with alerts that it does not know: after a migration that empties its sets, or of a backup from
 * before there was a register. Costs one look where there are none. What it writes follows from what is recorded already, so
 * it records nothing itself.
 */
import type { Db } from '../db/schema.ts'
import { enterSome, enterSomeFacts } from './trait-store.ts'

/** Some seconds: other servers wait for as long before they record a step. */
const AT_ONCE = 2_000

/** Several servers may do so at once: each takes what is left. @returns how many were entered here */
export const enterAlerts = async (db: Db): Promise<number> => {
  while ((await db.transaction().execute((tx) => enterSomeFacts(tx))) > 0);
  for (let all = 0; ; ) {
    const some = await db.transaction().execute((tx) => enterSome(tx, AT_ONCE))
    all += some
    if (some < AT_ONCE) return all
  }
}
