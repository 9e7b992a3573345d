/** Maps a historical theme, item or team to one of today: its judgements are shown there, with what was typed kept. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { moveTeam, renameJudgements } from '../grading/mapped-store.ts'
import { moveChanges } from '../grading/rules/move-changes.ts'
import { addToTallies } from '../grading/store.ts'
import { planMapping, rowsOf } from './load-names.ts'
import { insertMapping } from './map-store.ts'
import { lockMappings } from './mapping-store.ts'
import { quietImports } from './quiet-imports.ts'
import { refuseBusyImports } from './refuse-busy-imports.ts'
import { mappingKey } from './rules/known-mappings.ts'
import type { MappingFrom } from './rules/mapping-faults.ts'

export type MapNameInput = {
  readonly from: MappingFrom
  /** Key of a theme or an item, or id of a team. */
  readonly to: string
  readonly reason: string
}

const carryOut = async (tx: TransactionContext, { from, to, reason }: MapNameInput) => {
  const id = tx.ids()
  await lockMappings(tx.db, id)
  await refuseBusyImports(tx.db)
  const plan = await planMapping(tx.db, from, to)
  if (plan.label === undefined) throw new NotFound('No such historical name')
  if (plan.fault !== undefined) throw new FieldFault('to', plan.fault)
  const place =
    from.kind === 'team' ? { teamId: to } : from.kind === 'theme' ? { theme: to } : { item: to }
  await insertMapping(tx.db, {
    id,
    kind: from.kind,
    from_theme: from.theme,
    from_item: from.item,
    from_team_id: from.teamId,
    from_key: mappingKey({
      kind: from.kind,
      fromTheme: from.theme,
      fromItem: from.item,
      fromTeamId: from.teamId,
    }),
    to_theme: from.kind === 'theme' ? to : from.theme,
    to_item: from.kind === 'item' ? to : '',
    to_team_id: from.kind === 'team' ? to : '',
    audits: plan.audits,
    judgements: plan.judgements,
    rounds: plan.rounds,
    reason,
    mapped_by: tx.actor.kind === 'user' ? tx.actor.id : null,
    mapped_at: tx.now,
  })
  const moves = plan.groups.map((group) => ({
    from: { ...group, count: Number(group.count) },
    to: place,
  }))
  if (from.kind === 'team') await moveTeam(tx.db, rowsOf(from), to, false)
  else await renameJudgements(tx.db, rowsOf(from), place)
  await addToTallies(tx.db, moveChanges(moves))
  recordEvent(tx, {
    type: 'results.mapped',
    subjectId: id,
    details: {
      kind: from.kind,
      mappingId: id,
      audits: plan.audits,
      judgements: plan.judgements,
      reasonHash: createHash('sha256').update(reason).digest('hex'),
    },
  })
  return { id, audits: plan.audits, judgements: plan.judgements }
}

/**
 * @throws FieldFault on `to` with what stands against it
 * @throws WrongState while an import is at work
 * @throws NotFound when there is no such historical name
 */
export const mapName = async (
  ctx: Context,
  input: MapNameInput
): Promise<{ id: string; audits: number; judgements: number }> => {
  await quietImports(ctx)
  return inTransaction(ctx, (tx) => carryOut(tx, input))
}
