/** The rubrics that a round can choose from: the newest version of each, and what it has chosen already. */
import type { Db } from '../db/schema.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { listCurrentRubrics } from '../rubrics/store.ts'
import { listRoundRubrics } from './store.ts'

/** A version chosen before a newer one was published stays on offer, named with its version. */
export const offerRubrics = async (db: Db, roundId: string | undefined) => {
  const stored = roundId === undefined ? [] : await listRoundRubrics(db, roundId)
  const newest = (await listCurrentRubrics(db)).filter(({ key }) => key !== commonKey)
  const older = stored.filter(({ id }) => !newest.some((one) => one.id === id))
  return {
    stored: stored.map(({ id, title }) => ({ id, title })),
    offered: [
      ...older.map((one) => ({ ...one, title: `${one.title}, version ${one.version}` })),
      ...newest,
    ].map(({ id, title, rubric }) => ({ id, title, applies: rubric.applies })),
  }
}
