/** The person who acts, for the columns that say who did something; nobody for jobs and commands. */
import type { Context } from '../db/transaction.ts'

export const actorIdOf = (ctx: Pick<Context, 'actor'>): string | null =>
  ctx.actor.kind === 'user' ? ctx.actor.id : null
