/** The SQL of mail that is written and waits: what each person has chosen, and the rows of what they are told. */
import type { Db } from '../db/schema.ts'
import { type MailChoice, mailChoices, STANDARD_CHOICE } from './rules/choice.ts'

/** Rows a statement: far under the number of values that either database takes in one. */
const CHUNK = 500

const chunksOf = <T>(rows: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(rows.length / CHUNK) }, (_, i) =>
    rows.slice(i * CHUNK, (i + 1) * CHUNK)
  )

/** In the table of the council, so that whatever process tells somebody something knows it. */
const SWITCH = 'mail'

export const findSwitch = async (db: Db): Promise<boolean> => {
  const row = await db
    .selectFrom('council')
    .select('value')
    .where('key', '=', SWITCH)
    .executeTakeFirst()
  return row?.value === 'on'
}

export const setSwitch = (db: Db, isOn: boolean) =>
  db
    .insertInto('council')
    .values({ key: SWITCH, value: isOn ? 'on' : 'off' })
    .onConflict((oc) => oc.column('key').doUpdateSet({ value: isOn ? 'on' : 'off' }))
    .execute()

const choiceOf = (stored: string | undefined): MailChoice =>
  mailChoices.find((choice) => choice === stored) ?? STANDARD_CHOICE

export const findChoice = async (db: Db, personId: string): Promise<MailChoice> => {
  const row = await db
    .selectFrom('mail_choice')
    .select('choice')
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return choiceOf(row?.choice)
}

/** What each of these people has chosen; those who never chose are not in it. */
export const listChoices = async (
  db: Db,
  personIds: readonly string[]
): Promise<Map<string, MailChoice>> => {
  const choices = new Map<string, MailChoice>()
  for (const some of chunksOf(personIds)) {
    const rows = await db
      .selectFrom('mail_choice')
      .select(['person_id', 'choice'])
      .where('person_id', 'in', some)
      .execute()
    for (const row of rows) choices.set(row.person_id, choiceOf(row.choice))
  }
  return choices
}

export const upsertChoice = (db: Db, personId: string, choice: MailChoice, now: string) =>
  db
    .insertInto('mail_choice')
    .values({ person_id: personId, choice, changed_at: now })
    .onConflict((oc) => oc.column('person_id').doUpdateSet({ choice, changed_at: now }))
    .execute()

export interface NewMail {
  readonly id: string
  readonly personId: string
  readonly sort: 'notice' | 'digest' | 'test'
  readonly state: 'waiting' | 'held'
  readonly isUrgent: 0 | 1
  readonly noticeId: string | null
  readonly label: string | null
  readonly path: string | null
  readonly reference: string | null
  readonly digestOn: string | null
  readonly now: string
}

export const insertMails = async (db: Db, mails: readonly NewMail[]): Promise<void> => {
  for (const some of chunksOf(mails)) {
    await db
      .insertInto('mail')
      .values(
        some.map((mail) => ({
          id: mail.id,
          person_id: mail.personId,
          sort: mail.sort,
          state: mail.state,
          is_urgent: mail.isUrgent,
          notice_id: mail.noticeId,
          label: mail.label,
          path: mail.path,
          reference: mail.reference,
          digest_on: mail.digestOn,
          created_at: mail.now,
          next_at: mail.now,
        }))
      )
      .execute()
  }
}

/** What was held for the digest is sent at once from now on. */
export const releaseHeld = (db: Db, personId: string, now: string) =>
  db
    .updateTable('mail')
    .set({ state: 'waiting', next_at: now })
    .where('person_id', '=', personId)
    .where('state', '=', 'held')
    .execute()

/** Whatever is not urgent and has not left yet is not sent any more. */
export const dropUnsent = (db: Db, personId: string, now: string) =>
  db
    .updateTable('mail')
    .set({ state: 'dropped', settled_at: now, failing_since: null })
    .where('person_id', '=', personId)
    .where('state', 'in', ['held', 'waiting', 'refused'])
    .where('sort', 'in', ['notice', 'digest'])
    .where('is_urgent', '=', 0)
    .execute()

/** What a digest that has not left yet lists is kept. @returns how many were settled before the instant, and are gone */
export const deleteSettledBefore = async (db: Db, before: string): Promise<number> => {
  const result = await db
    .deleteFrom('mail')
    .where('settled_at', 'is not', null)
    .where('settled_at', '<', before)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('mail as digest')
            .select('digest.id')
            .whereRef('digest.id', '=', 'mail.digest_id')
            .where('digest.settled_at', 'is', null)
        )
      )
    )
    .executeTakeFirst()
  return Number(result.numDeletedRows)
}
