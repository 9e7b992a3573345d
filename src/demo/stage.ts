/** Contexts for acting out the past: each with an instant and an actor of its own, all on one database. */
import type { Db } from '../db/schema.ts'
import type { Actor, Context } from '../db/transaction.ts'
import { newChance } from './rules/chance.ts'
import { newDemoId } from './rules/demo-ids.ts'

export interface Stage {
  readonly db: Db
  /** The date on which the council is made; everything else is told from it. */
  readonly today: string
  /** @param personId whoever acts; left out, the command itself */
  readonly at: (instant: string, personId?: string) => Context
}

export const newStage = (db: Db, today: string): Stage => {
  const chance = newChance(`ids ${today}`)
  const command: Actor = { kind: 'command', name: 'demo' }
  return {
    db,
    today,
    at: (now, personId) => ({
      db,
      now,
      actor: personId === undefined ? command : { kind: 'user', id: personId },
      ids: () => newDemoId(chance, now),
    }),
  }
}
