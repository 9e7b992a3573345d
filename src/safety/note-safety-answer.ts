/**
 * What follows for safety from an answer to "Is the child safe today?": the first "no" or "cannot tell" opens a notice
 * and sends it; a later answer is written into the notice that is open and never removes it.
 */
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { listLineTeams, listPeopleWithRoles } from './line-store.ts'
import { firstAddressees, lineOf } from './rules/addressees.ts'
import { type SafeNow, safeNowWords } from './rules/safe-now.ts'
import { findAuditFacts, findNoticeOfAudit, insertAddressees, insertNotice } from './store.ts'
import { insertEntry } from './story-store.ts'

export interface NoteSafetyAnswerInput {
  readonly auditId: string
  readonly answer: SafeNow
  /** False when the same answer was saved again: it opens nothing where a notice was closed already. */
  readonly isChanged: boolean
}

const open = async (
  tx: TransactionContext,
  auditId: string,
  answer: 'no' | 'cannot_tell'
): Promise<string> => {
  const facts = await findAuditFacts(tx.db, auditId)
  if (!facts) throw new NotFound('No such audit')
  const people = await listPeopleWithRoles(tx.db)
  const line = lineOf(people, await listLineTeams(tx.db), facts.teamId)
  const first = firstAddressees(line, facts.auditorId)
  const id = tx.ids()
  const by = tx.actor.kind === 'user' ? tx.actor.id : null
  await insertNotice(tx.db, { id, auditId, answer, now: tx.now, by, level: first.level })
  await insertAddressees(tx.db, id, first.addressees, tx.now)
  if (first.empty.length > 0) {
    const detail = first.empty.join(' ')
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: id,
      kind: 'passed',
      now: tx.now,
      by,
      detail,
    })
  }
  const told = await notify(tx, {
    to: first.addressees.map(({ personId }) => personId),
    kind: 'safety_notice_opened',
    about: { kind: 'safety_notice', id },
    reference: facts.caseReference,
    stands: true,
  })
  recordEvent(tx, {
    type: 'safety_notice.opened',
    subjectId: id,
    details: { auditId, answer, told: told.length },
  })
  return id
}

/** Called in the transaction of the answer. @returns the id of the notice that this opened or wrote into */
export const noteSafetyAnswer = (
  ctx: Context,
  { auditId, answer, isChanged }: NoteSafetyAnswerInput
): Promise<string | undefined> =>
  inTransaction(ctx, async (tx) => {
    const newest = await findNoticeOfAudit(tx.db, auditId)
    if (newest && newest.state !== 'closed') {
      if (!isChanged) return newest.id
      await insertEntry(tx.db, {
        id: tx.ids(),
        noticeId: newest.id,
        kind: 'answer_changed',
        now: tx.now,
        by: tx.actor.kind === 'user' ? tx.actor.id : null,
        detail: safeNowWords(answer),
      })
      recordEvent(tx, {
        type: 'safety_notice.answer_changed',
        subjectId: newest.id,
        details: { auditId, answer: answer ?? 'blank' },
      })
      return newest.id
    }
    const isUnsafe = answer === 'no' || answer === 'cannot_tell'
    // An answer from before there were notices opens one when it is saved again.
    return isUnsafe && (isChanged || !newest) ? open(tx, auditId, answer) : undefined
  })
