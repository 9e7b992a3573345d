/** Everything that must hold in the database, looked at again by other means than those that wrote it. Changes nothing. */
import { findWrongAlertFacts } from '../alerts/recount-facts-store.ts'
import { findWrongAlertSets } from '../alerts/recount-store.ts'
import { fromJson } from '../db/columns.ts'
import { findDanglingKeys, findFileDamage } from '../db/integrity.ts'
import type { Db } from '../db/schema.ts'
import { inSnapshot } from '../db/snapshot.ts'
import type { Context } from '../db/transaction.ts'
import { textHash } from '../events/event-hash.ts'
import { verifyEvents } from '../events/verify-events.ts'
import { recountTallies } from '../grading/recount-tallies.ts'
import {
  listAuditsCountedWrongly,
  listAuditsJudgedOtherwise,
  listAuditsWithoutJudgements,
  listMeaningsOfVersions,
  listRubricContents,
  listUnnotedVersions,
  listWrongPaths,
} from './store.ts'

const checkEvents = async (db: Db): Promise<string[]> => {
  const { fault } = await verifyEvents(db)
  return fault ? [`event log: ${fault}`] : []
}

/** The hash proves the content, and the event log, which is a chain of its own, proves the hash. */
const checkRubrics = async (db: Db): Promise<string[]> =>
  (await listRubricContents(db)).flatMap(({ key, version, content, contentHash, published }) => {
    const name = `rubric ${key}, version ${version}`
    if (textHash(content) !== contentHash) {
      return [`${name}: was changed after it was published, its content does not give its hash`]
    }
    if (published === null) return [`${name}: the event log does not say that it was published`]
    const { hash } = fromJson<{ hash: string }>(published)
    return hash === contentHash
      ? []
      : [`${name}: was changed after it was published, the event log names another hash`]
  })

/** A line of results is cut by these: a row that points elsewhere would join what does not mean the same. */
const checkMeanings = async (db: Db): Promise<string[]> => [
  ...(await listMeaningsOfVersions(db)).flatMap((row) => {
    const name = `rubric ${row.key}, version ${row.version}: the meaning of ${row.item === '' ? 'its theme grade' : row.item}`
    if (row.sinceKey !== row.key) {
      return [`${name} goes back to ${row.sinceKey} ${row.sinceVersion}, another rubric`]
    }
    if (row.sincePublishedAt > row.publishedAt) {
      return [`${name} goes back to version ${row.sinceVersion}, which was published later`]
    }
    // Looked for in the text: content that was tampered with may be no JSON, and its hash tells that.
    return row.item === '' || row.content.includes(`"key":${JSON.stringify(row.item)}`)
      ? []
      : [`${name} is kept, and it has no such item`]
  }),
  ...(await listUnnotedVersions(db)).map(
    ({ round, theme, version }) =>
      `round ${round}: audits of ${theme} have version ${version}, and it is not noted for the round`
  ),
]

const checkTallies = async (db: Db): Promise<string[]> =>
  (await recountTallies(db)).map(
    ({ tally, key, kept, counted }) =>
      `${tally}: '${key}' says ${kept}, but there are ${counted} such judgements`
  )

const checkAudits = async (db: Db): Promise<string[]> => [
  ...(await listAuditsWithoutJudgements(db)).map(
    (reference) => `audit ${reference}: is submitted, but its judgements are not counted`
  ),
  ...(await listAuditsCountedWrongly(db)).map(
    (reference) => `audit ${reference}: is counted, but it is not submitted`
  ),
  ...(await listAuditsJudgedOtherwise(db)).map(
    ({ reference, count }) =>
      `audit ${reference}: ${count} of its judgements are not what its answers say`
  ),
]

const checkTeamPaths = async (db: Db): Promise<string[]> =>
  (await listWrongPaths(db)).map(({ team, ancestor, kept }) =>
    kept === 1
      ? `team ${team}: is kept as below ${ancestor}, and is not`
      : `team ${team}: is below ${ancestor}, and is not kept as such`
  )

/** @returns one sentence a fault; empty when everything holds */
export const checkDatabase = (ctx: Context): Promise<string[]> =>
  inSnapshot(ctx.db, async (db) => {
    const damage = await findFileDamage(db)
    // A damaged file answers nothing else reliably.
    if (damage.length > 0) return damage
    const faults: string[] = []
    for (const check of [
      checkEvents,
      findDanglingKeys,
      checkRubrics,
      checkMeanings,
      checkTallies,
      checkAudits,
      checkTeamPaths,
      findWrongAlertSets,
      findWrongAlertFacts,
    ]) {
      faults.push(...(await check(db)))
    }
    return faults
  })
