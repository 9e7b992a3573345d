/** Takes one safety notice a step up the line of management, and says in its story why it went. */
import type { TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { listLineTeams, listPeopleWithRoles } from './line-store.ts'
import { lineOf, nextAddressees, TOP_LEVEL } from './rules/addressees.ts'
import { findAuditFacts, insertAddressees, raiseLevel, type Unacknowledged } from './store.ts'
import { insertEntry } from './story-store.ts'

/**
 * @param why the minutes in which nobody of the line acknowledged it, or that somebody who had it has left
 * @returns false when somebody acknowledged it or took it up since `seen`
 */
export const takeUpNotice = async (
  tx: TransactionContext,
  seen: Unacknowledged,
  why: { readonly minutes: number } | 'left'
): Promise<boolean> => {
  const audit = await findAuditFacts(tx.db, seen.auditId)
  if (!audit) return false
  const people = await listPeopleWithRoles(tx.db)
  const line = lineOf(people, await listLineTeams(tx.db), audit.teamId)
  const next = nextAddressees(line, seen.level, audit.auditorId)
  if (!(await raiseLevel(tx.db, seen, { level: next.level, now: tx.now }))) return false
  await insertAddressees(tx.db, seen.id, next.addressees, tx.now)
  if (next.empty.length > 0 && seen.level < TOP_LEVEL) {
    const detail = next.empty.join(' ')
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: seen.id,
      kind: 'passed',
      now: tx.now,
      by: null,
      detail,
    })
  }
  const told = await notify(tx, {
    to: next.addressees.map(({ personId }) => personId),
    kind: 'safety_notice_escalated',
    about: { kind: 'safety_notice', id: seen.id },
    reference: audit.caseReference,
    stands: true,
  })
  const minutes = why === 'left' ? 0 : why.minutes
  await insertEntry(tx.db, {
    id: tx.ids(),
    noticeId: seen.id,
    kind: 'escalated',
    now: tx.now,
    by: null,
    detail: `${next.isRepeated ? 'again' : next.level} ${why === 'left' ? why : minutes} ${told.length}`,
  })
  recordEvent(tx, {
    type: 'safety_notice.escalated',
    subjectId: seen.id,
    details: { level: next.level, told: told.length, minutes },
  })
  return true
}
