/** Changes a round while it is a draft. Once it is open, people work by its dates and rubrics. */
import { toKey } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { setDueDates } from './audit-store.ts'
import { checkRound, type RoundInput } from './check-round.ts'
import {
  listRoundRubrics,
  lockRound,
  type Round,
  replaceRoundRubrics,
  updateRound,
} from './store.ts'

const FIELDS = ['name', 'kind', 'windowFrom', 'windowTo', 'dueOn', 'selection'] as const

/**
 * @throws Conflict when somebody saved after `revision`; its `current` is the {@link Round} as stored
 * @throws FieldFault as in creating one
 */
export const changeRound = (
  ctx: Context,
  input: RoundInput & { readonly roundId: string; readonly revision: number }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const round = await lockRound(tx.db, input.roundId)
    if (!round) throw new NotFound('No such round')
    if (round.state !== 'draft') {
      throw new WrongState(
        `This round is ${round.state}. Only a draft can be changed: open audits keep the dates and rubrics they were opened with.`
      )
    }
    if (round.revision !== input.revision) {
      throw new Conflict<Round>('Somebody else changed this round after you opened it.', round)
    }
    await checkRound(tx, input, round.id)
    const before = await listRoundRubrics(tx.db, round.id)
    const name = input.name.trim()
    const fields: string[] = FIELDS.filter((field) => round[field] !== { ...input, name }[field])
    const was = before.map((one) => one.id).join()
    if (was !== input.rubricVersionIds.join()) fields.push('rubrics')
    if (fields.length === 0) return

    await updateRound(tx.db, round.id, { ...input, name, nameKey: toKey(name) })
    await replaceRoundRubrics(tx.db, round.id, input.rubricVersionIds)
    if (fields.includes('dueOn')) await setDueDates(tx.db, round.id, input.dueOn)
    recordEvent(tx, { type: 'round.changed', subjectId: round.id, details: { fields } })
  })
