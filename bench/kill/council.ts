/** The council that the rounds of killing work on: auditors who are signed in, each with an audit of their own. */
import type { Context } from '../../src/db/transaction.ts'
import { csrfToken } from '../../src/http/seal.ts'
import { startSession } from '../../src/people/start-session.ts'
import { findSession, readCouncil } from '../../src/people/store.ts'
import { tokenHash } from '../../src/people/tokens.ts'
import { openAudit } from '../../tests/support/round-builders.ts'

/** The questions that each auditor answers in turn, each a grade with evidence. */
export const ITEMS = ['cp.clarity', 'cp.actions', 'cp.child_focus', 'cp.core_group'] as const

export interface Auditor {
  readonly auditId: string
  readonly cookie: string
  readonly csrf: string
}

/** @returns as many auditors as asked, ready to save over HTTP */
export const addAuditors = async (ctx: Context, count: number): Promise<Auditor[]> => {
  const { secret } = await readCouncil(ctx.db)
  const auditors: Auditor[] = []
  for (let made = 0; made < count; made += 1) {
    const { auditId, auditorId } = await openAudit(ctx)
    const token = await startSession(ctx, auditorId, 168)
    const found = await findSession(ctx.db, tokenHash(token))
    if (!found) throw new Error('the session was not started')
    auditors.push({
      auditId,
      cookie: `plumbline=${token}`,
      csrf: csrfToken(secret, found.session.id),
    })
  }
  return auditors
}
