/** The tables of mail, as schema.ts has them in its list. */
import type { Generated } from 'kysely'
import type { Flag } from './columns.ts'

/**
 * `waiting` is to be sent; `held` waits for the day's digest and is `gathered` into it; `refused` was refused for good
 * by the mail server and waits for an administrator; `dropped` was not mailed because the account had been closed or
 * the person wants no mail.
 */
export type MailState =
  | 'held'
  | 'gathered'
  | 'waiting'
  | 'refused'
  | 'sent'
  | 'given_up'
  | 'dropped'

/** One row a mail, written with what it tells of. It holds no word of a case. */
export interface MailTable {
  id: string
  person_id: string
  sort: 'notice' | 'digest' | 'test'
  state: MailState
  /** 1: sent at once whatever the person has chosen, and before others. */
  is_urgent: Generated<Flag>
  notice_id: string | null
  /** What kind of thing it is, in the words of its kind of notice; null for a digest. */
  label: string | null
  /** Where it leads, after the address of the product. */
  path: string | null
  /** A number of the thing's own. */
  reference: string | null
  /** London date of a digest. */
  digest_on: string | null
  /** The digest that it was gathered into. */
  digest_id: string | null
  /** Given at the first try and kept for every further one. */
  message_id: string | null
  created_at: string
  next_at: string
  attempts: Generated<number>
  /** One id a try. */
  leased_by: string | null
  /** Past, the server that tried is gone. */
  leased_until: string | null
  tried_at: string | null
  failing_since: string | null
  /** What the mail server said. */
  fault: string | null
  /** When it was sent, given up, dropped or gathered. */
  settled_at: string | null
}

/** What a person has chosen; no row is mail at once. */
export interface MailChoiceTable {
  person_id: string
  choice: 'at_once' | 'digest' | 'none'
  changed_at: string
}

export interface MailTables {
  mail: MailTable
  mail_choice: MailChoiceTable
}
