/**
 * A QA lead sets aside that an audit is capped because the child is not safe: safety today is not by itself the quality
 * of practice. The indicative grade is worked out anew; the auditor's own grade stays as it is.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { FieldFault, WrongState } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { findPerson } from '../people/store.ts'
import { wordsFault } from '../safety/rules/check-words.ts'
import { insertCapOverride } from './cap-store.ts'
import { openCap } from './open-cap.ts'
import { unsafeCapOf } from './rules/cap-set-aside.ts'
import { settleWork } from './settle-work.ts'

/**
 * @throws FieldFault `reason`; WrongState also where the answers cap nothing or it is set aside already; as openCap
 */
export const setCapAside = (
  ctx: Context,
  input: { readonly auditId: string; readonly reason: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { audit, work, personId } = await openCap(tx, input.auditId)
    if (work.capSetAside) {
      throw new WrongState(`${work.capSetAside.byName} has already set the cap aside.`)
    }
    if (unsafeCapOf(work) === undefined) {
      throw new WrongState(
        'The answers about the child’s safety do not hold the grade down. There is no cap to set aside.'
      )
    }
    const fault = wordsFault(input.reason, 'Say why the cap is set aside')
    if (fault) throw new FieldFault('cap-reason', fault)
    const reason = input.reason.trim()
    const id = tx.ids()
    await insertCapOverride(tx.db, { id, auditId: audit.id, reason, now: tx.now, by: personId })
    const person = personId === null ? undefined : await findPerson(tx.db, personId)
    const capSetAside = { id, at: tx.now, byName: person?.name ?? '', reason }
    await settleWork(tx, audit, { ...work, capSetAside })
    await notify(tx, {
      to: audit.auditorId === null ? [] : [audit.auditorId],
      kind: 'audit_cap_set_aside',
      about: { kind: 'audit', id: audit.id },
      reference: audit.caseReference ?? undefined,
    })
    recordEvent(tx, {
      type: 'audit.cap_set_aside',
      subjectId: audit.id,
      details: { reasonHash: hashOf(reason) },
    })
  })
