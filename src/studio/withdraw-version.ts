/** Withdraws a published version from new use. Audits and rounds that have it keep it; nothing is deleted. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import { findRubric, listRubricVersions } from '../rubrics/store.ts'
import { insertWithdrawal, listWithdrawn } from '../rubrics/version-store.ts'

/**
 * @throws NotFound for a version that is not there
 * @throws FieldFault `reason` when it is empty
 * @throws WrongState when it is withdrawn already, or is the last of the common questions
 */
export const withdrawVersion = (
  ctx: Context,
  input: { readonly key: string; readonly version: string; readonly reason: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const found = await findRubric(tx.db, input.key, input.version)
    if (!found) throw new NotFound('No such rubric')
    const reason = input.reason.trim()
    if (reason === '') throw new FieldFault('reason', 'Say why it is withdrawn')
    const by = tx.actor.kind === 'user' ? tx.actor.id : null
    const row = { id: tx.ids(), versionId: found.id, reason, at: tx.now, by }
    if (!(await insertWithdrawal(tx.db, row))) {
      throw new WrongState('This version is already withdrawn.')
    }
    if (found.key === commonKey) {
      const withdrawn = await listWithdrawn(tx.db)
      const versions = (await listRubricVersions(tx.db)).filter(({ key }) => key === commonKey)
      if (versions.every(({ id }) => withdrawn.has(id))) {
        throw new WrongState(
          'This is the last version of the common questions, which every audit has. Publish another before you withdraw it.'
        )
      }
    }
    recordEvent(tx, { type: 'rubric.withdrawn', subjectId: found.id, details: {} })
  })
