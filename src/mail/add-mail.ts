/** Writes the mail of notices, in the transaction that makes the notices: neither is there without the other. */
import type { TransactionContext } from '../db/transaction.ts'
import { firstState, STANDARD_CHOICE } from './rules/choice.ts'
import { safeReference } from './rules/mail-words.ts'
import { findSwitch, insertMails, listChoices } from './store.ts'
import { wakeSender } from './wake.ts'

export interface MailToAdd {
  /** The same for everybody who is told. */
  readonly label: string
  readonly path: string
  /** A number of the thing's own, and never a case reference. */
  readonly reference: string | null
  readonly isUrgent: boolean
  /** One mail each. */
  readonly notices: readonly { readonly id: string; readonly personId: string }[]
}

/** Nothing while mail is switched off, nor for those who chose none of this kind. The event is the caller's. */
export const addMail = async (tx: TransactionContext, input: MailToAdd): Promise<void> => {
  const { notices, isUrgent, label, path } = input
  const reference = safeReference(input.reference)
  if (notices.length === 0 || !(await findSwitch(tx.db))) return
  const choices = isUrgent
    ? undefined
    : await listChoices(
        tx.db,
        notices.map(({ personId }) => personId)
      )
  const mails = notices.flatMap(({ id, personId }) => {
    const state = firstState(choices?.get(personId) ?? STANDARD_CHOICE, isUrgent)
    return state === undefined
      ? []
      : [
          {
            id: tx.ids(),
            personId,
            sort: 'notice' as const,
            state,
            isUrgent: isUrgent ? (1 as const) : (0 as const),
            noticeId: id,
            label,
            path,
            reference,
            digestOn: null,
            now: tx.now,
          },
        ]
  })
  await insertMails(tx.db, mails)
  if (mails.some(({ state }) => state === 'waiting')) tx.transaction.afterCommit.push(wakeSender)
}
