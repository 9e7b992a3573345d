/** How every write on a safety notice begins: its row held, the person's part in it and its state checked. */
import type { TransactionContext } from '../db/transaction.ts'
import { NotAllowed, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { findPerson, listRoles } from '../people/store.ts'
import { type AccessToNotice, loadNoticeAccess } from './load-notice-access.ts'
import {
  mayEver,
  type NoticeAction,
  type NoticeStep,
  noticeStateWords,
  noticeStepOf,
  notYoursWords,
} from './rules/notice-workflow.ts'
import { findAddressee, findNotice, lockNotice, type Notice } from './store.ts'

export interface OpenNotice {
  readonly notice: Notice
  readonly access: AccessToNotice
  readonly step: NoticeStep
  readonly personId: string
}

/**
 * @throws NotFound, or NotTheirs when the person may not read it; NotAllowed when this is never theirs to do
 * @throws WrongState when it is not in a state in which this can be done
 */
export const openNotice = async (
  tx: TransactionContext,
  noticeId: string,
  action: NoticeAction
): Promise<OpenNotice> => {
  const isThere = await lockNotice(tx.db, noticeId)
  const notice = isThere ? await findNotice(tx.db, noticeId) : undefined
  if (!notice) throw new NotFound('No such safety notice')
  const person = tx.actor.kind === 'user' ? await findPerson(tx.db, tx.actor.id) : undefined
  if (!person) throw new NotTheirs('No such safety notice')
  const addressee = await findAddressee(tx.db, noticeId, person.id)
  const access = await loadNoticeAccess(
    tx.db,
    { id: person.id, teamId: person.teamId, roles: await listRoles(tx.db, person.id) },
    notice,
    addressee !== undefined
  )
  if (!access.mayRead) throw new NotTheirs('No such safety notice')
  if (!mayEver(access.roles, action)) throw new NotAllowed(notYoursWords(action))
  const step = noticeStepOf(access.roles, notice.state, action)
  if (!step) throw new WrongState(noticeStateWords(notice.state, action))
  return { notice, access, step, personId: person.id }
}
