/** Puts an audit's judgements where its old ones were, and keeps the roll-ups in step in the same transaction. */
import type { TransactionContext } from '../db/transaction.ts'
import { childChanges } from './rules/group-changes.ts'
import { finalValue, type JudgedAudit, type Judgement } from './rules/judgement.ts'
import { tallyChanges } from './rules/tally-changes.ts'
import {
  addToTallies,
  deleteJudgements,
  findChildFacts,
  groupUpserts,
  insertJudgements,
  runBuilt,
} from './store.ts'

/**
 * Replaces all judgements of `audit`; an empty list takes it out of every count. The caller records the event and sets
 * the audit's `is_counted`, and has written what the child was before. A handful of statements for the hundred judgements of an audit.
 *
 * @throws when one theme and item comes twice (the primary key refuses it and the transaction rolls back)
 */
export const replaceJudgements = async (
  ctx: TransactionContext,
  audit: JudgedAudit,
  judgements: readonly Judgement[]
): Promise<void> => {
  const removed = await deleteJudgements(ctx.db, audit.id)
  const rows = judgements.map((judgement) => ({
    audit_id: audit.id,
    theme: judgement.theme,
    item: judgement.item ?? '',
    kind: judgement.kind,
    value: finalValue(judgement),
    auditor_value: judgement.auditorValue,
    moderated_value: judgement.moderatedValue,
    round_id: audit.roundId,
    team_id: audit.teamId ?? '',
    service_status: audit.serviceStatus ?? '',
  }))
  await insertJudgements(ctx.db, rows)
  const added = rows.map((row) => ({
    theme: row.theme,
    item: row.item,
    kind: row.kind,
    value: row.value,
    roundId: row.round_id,
    teamId: row.team_id,
    serviceStatus: row.service_status,
  }))
  const changes = tallyChanges(added, removed)
  await addToTallies(ctx.db, changes)
  const child = await findChildFacts(ctx.db, audit.id)
  if (child) await runBuilt(ctx.db, groupUpserts(ctx.db, childChanges(changes.team, child)))
}
