/** What has to hold of a round's fields whoever sends them; shared by creating and changing one. */
import { toKey } from '../db/columns.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { listRubricVersions } from '../rubrics/store.ts'
import { nameTaken } from './name-taken.ts'
import { roundDateFaults } from './rules/round-dates.ts'
import type { RoundKind, Selection } from './rules/round-kind.ts'
import { findRoundByName } from './store.ts'

export interface RoundInput {
  readonly name: string
  readonly kind: RoundKind
  /** London dates, YYYY-MM-DD. */
  readonly windowFrom: string
  readonly windowTo: string
  readonly dueOn: string
  /** In the order in which an audit asks them; the common block is always there and is not named. */
  readonly rubricVersionIds: readonly string[]
  readonly selection: Selection
}

/**
 * @param roundId the round that is changed; it may keep its own name
 * @returns the keys of the rubrics, in the order given
 * @throws FieldFault
 */
export const checkRound = async (
  tx: TransactionContext,
  input: RoundInput,
  roundId?: string
): Promise<string[]> => {
  for (const [field, message] of Object.entries(roundDateFaults(input))) {
    throw new FieldFault(field, message)
  }
  const named = await findRoundByName(tx.db, toKey(input.name))
  if (named && named.id !== roundId) {
    throw nameTaken(named.name)
  }
  const versions = await listRubricVersions(tx.db)
  const keys = input.rubricVersionIds.map((id) => versions.find((one) => one.id === id)?.key)
  const known = keys.filter((key) => key !== undefined && key !== commonKey)
  if (known.length < keys.length) throw new FieldFault('rubrics', 'Choose rubrics from the list')
  if (new Set(known).size < known.length) {
    throw new FieldFault('rubrics', 'Choose one version of each rubric')
  }
  return known.filter((key) => key !== undefined)
}
