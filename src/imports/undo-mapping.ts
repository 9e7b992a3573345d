/** Takes a mapping back: judgements stand under what was typed again. The mapping stays on record, with who and why. */
import { createHash } from 'node:crypto'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FieldFault, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import {
  countMapped,
  countMappedAudits,
  type MappedRows,
  moveTeam,
  restoreTyped,
  restoreTypedItem,
} from '../grading/mapped-store.ts'
import { moveChanges } from '../grading/rules/move-changes.ts'
import { addToTallies } from '../grading/store.ts'
import { findMapping, type Mapping, setMappingUndone } from './map-store.ts'
import { listStandingMappings, lockMappings } from './mapping-store.ts'
import { quietImports } from './quiet-imports.ts'
import { refuseBusyImports } from './refuse-busy-imports.ts'

export type UndoMappingInput = { readonly id: string; readonly reason: string }

const rowsOf = (mapping: Mapping): MappedRows =>
  mapping.kind === 'team'
    ? { teamId: mapping.toTeamId, typedTeamId: mapping.fromTeamId }
    : mapping.kind === 'theme'
      ? { theme: mapping.toTheme, typedTheme: mapping.fromTheme }
      : { theme: mapping.toTheme, item: mapping.toItem, typedItem: mapping.fromItem }

/** A mapping of one of its items came later and has to go first. */
const refuseBuiltOn = async (tx: TransactionContext, mapping: Mapping) => {
  if (mapping.kind !== 'theme') return
  for (const later of await listStandingMappings(tx.db)) {
    if (later.kind !== 'item' || later.toTheme !== mapping.toTheme) continue
    const rows = {
      theme: later.toTheme,
      item: later.toItem,
      typedItem: later.fromItem,
      typedTheme: mapping.fromTheme,
    }
    if ((await countMappedAudits(tx.db, rows)) > 0) {
      throw new FieldFault(
        'reason',
        `Its item “${later.fromItem}” was mapped too. Undo that mapping first, then this one`
      )
    }
  }
}

const carryOut = async (tx: TransactionContext, { id, reason }: UndoMappingInput) => {
  await lockMappings(tx.db, `${id} undone`)
  await refuseBusyImports(tx.db)
  const mapping = await findMapping(tx.db, id)
  if (!mapping) throw new NotFound('No such mapping')
  if (mapping.undoneAt !== null) {
    throw new FieldFault(
      'reason',
      `${mapping.undoneByName ?? 'Somebody else'} has undone this mapping already`
    )
  }
  await refuseBuiltOn(tx, mapping)
  const rows = rowsOf(mapping)
  const groups = await countMapped(tx.db, rows)
  const audits = groups.length === 0 ? 0 : await countMappedAudits(tx.db, rows)
  const place =
    mapping.kind === 'team'
      ? { teamId: mapping.fromTeamId }
      : mapping.kind === 'theme'
        ? { theme: mapping.fromTheme }
        : { item: mapping.fromItem }
  if (mapping.kind === 'team') await moveTeam(tx.db, rows, mapping.fromTeamId, true)
  else if (mapping.kind === 'theme') await restoreTyped(tx.db, rows)
  else await restoreTypedItem(tx.db, rows)
  const moves = groups.map((group) => ({
    from: { ...group, count: Number(group.count) },
    to: place,
  }))
  await addToTallies(tx.db, moveChanges(moves))
  await setMappingUndone(tx.db, id, {
    by: tx.actor.kind === 'user' ? tx.actor.id : null,
    at: tx.now,
    reason,
  })
  recordEvent(tx, {
    type: 'results.mapping_undone',
    subjectId: id,
    details: {
      kind: mapping.kind,
      mappingId: id,
      audits,
      judgements: groups.reduce((sum, { count }) => sum + Number(count), 0),
      reasonHash: createHash('sha256').update(reason).digest('hex'),
    },
  })
}

/**
 * @throws FieldFault on `reason` when it is undone already, or a later mapping builds on it
 * @throws WrongState while an import is at work
 */
export const undoMapping = async (ctx: Context, input: UndoMappingInput): Promise<void> => {
  await quietImports(ctx)
  await inTransaction(ctx, (tx) => carryOut(tx, input))
}
