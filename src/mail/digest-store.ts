/** The SQL of digests: for whom something is held, and what goes into which. */
import { sql } from 'kysely'
import type { MailState } from '../db/mail-tables.ts'
import type { Db } from '../db/schema.ts'

/** Those with something held from before the instant, and no digest of that day yet. */
export const listPeopleToDigest = async (
  db: Db,
  time: { readonly on: string; readonly instant: string }
): Promise<string[]> => {
  const rows = await db
    .selectFrom('mail')
    .select('mail.person_id as personId')
    .distinct()
    .where('mail.state', '=', sql.lit<MailState>('held'))
    .where('mail.created_at', '<', time.instant)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('mail as digest')
            .select('digest.id')
            .whereRef('digest.person_id', '=', 'mail.person_id')
            .where('digest.digest_on', '=', time.on)
        )
      )
    )
    .orderBy('mail.person_id')
    .execute()
  return rows.map(({ personId }) => personId)
}

export const gatherHeld = (
  db: Db,
  digest: { personId: string; digestId: string; before: string; now: string }
) =>
  db
    .updateTable('mail')
    .set({ state: 'gathered', digest_id: digest.digestId, settled_at: digest.now })
    .where('person_id', '=', digest.personId)
    .where('state', '=', sql.lit<MailState>('held'))
    .where('created_at', '<', digest.before)
    .execute()

/** Nothing is gathered for somebody whose account was closed. */
export const dropHeldOfClosed = (db: Db, now: string) =>
  db
    .updateTable('mail')
    .set({ state: 'dropped', settled_at: now })
    .where('state', '=', sql.lit<MailState>('held'))
    .where('person_id', 'in', (eb) =>
      eb.selectFrom('person').select('id').where('is_active', '=', 0)
    )
    .execute()
