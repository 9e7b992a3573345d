/**
 * Tells people something inside the product. Called by a verb in its own transaction, so that the notice commits with
 * the change that it tells of; the event of that change is the verb's.
 */
import { toFlag } from '../db/columns.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { addMail } from '../mail/add-mail.ts'
import type { About, MailReference, NoticeKindDefinition } from './rules/kind-definition.ts'
import { type NoticeKind, noticeKinds } from './rules/notice-kind.ts'
import { insertNotices, listOpenAccounts } from './store.ts'

export interface Notification {
  /** Person ids; each is told once, and those whose account is closed are left out. */
  readonly to: readonly string[]
  readonly kind: NoticeKind
  readonly about: About
  /** A case reference or the name of a round, and never anything else of a case. */
  readonly reference?: string | undefined
  /** What its mail may call the thing: a number of the thing's own, never a case reference. */
  readonly mailReference?: MailReference | undefined
  /** London date. */
  readonly dueOn?: string | undefined
  /** Stands above every page of theirs until {@link clearStanding}. */
  readonly stands?: boolean
  /** Never told again to the same person for the same kind, subject and due date, whoever asks and however often. */
  readonly once?: boolean
}

/** @returns the ids of the people really told, in the order given */
export const notify = async (tx: TransactionContext, input: Notification): Promise<string[]> => {
  const { kind, about, reference = null, dueOn = null } = input
  if (input.to.length === 0) return []
  const notices = (await listOpenAccounts(tx.db, input.to)).map((personId) => ({
    id: tx.ids(),
    personId,
    kind,
    about,
    reference,
    dueOn,
    onceKey: input.once ? [kind, about.kind, about.id, dueOn ?? ''].join(' ') : null,
    stands: toFlag(input.stands ?? false),
    now: tx.now,
  }))
  const told = await insertNotices(tx.db, notices)
  const words: NoticeKindDefinition = noticeKinds[kind]
  await addMail(tx, {
    label: words.mailLabel ?? words.label,
    path: words.address(about.id),
    reference: input.mailReference ?? null,
    isUrgent: words.isUrgent ?? false,
    notices: notices.filter(({ personId }) => told.includes(personId)),
  })
  return input.to.filter((id, at) => told.includes(id) && input.to.indexOf(id) === at)
}
