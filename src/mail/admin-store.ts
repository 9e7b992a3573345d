/** The SQL of what an administrator sees of mail: numbers, what fails and why. No mail says anything of a case. */
import type { Db } from '../db/schema.ts'

/** Neither sent nor settled, with something that went wrong: put off, refused, or no server answered. */
export const countFailing = async (db: Db): Promise<number> => {
  const row = await db
    .selectFrom('mail')
    .select((eb) => eb.fn.countAll<number>().as('failing'))
    .where('failing_since', 'is not', null)
    .executeTakeFirstOrThrow()
  return Number(row.failing)
}

/** @param dayAgo the instant since which what was sent is counted */
export const countMail = async (db: Db, dayAgo: string) => {
  const rows = await db
    .selectFrom('mail')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where((eb) =>
      eb.or([
        eb('state', 'in', ['waiting', 'held', 'refused']),
        eb.and([eb('state', '=', 'sent'), eb('settled_at', '>=', dayAgo)]),
      ])
    )
    .groupBy('state')
    .execute()
  const of = (state: string): number => Number(rows.find((row) => row.state === state)?.count ?? 0)
  return { waiting: of('waiting'), held: of('held'), sent: of('sent'), refused: of('refused') }
}

export type MailCounts = Awaited<ReturnType<typeof countMail>>

const failing = (db: Db) =>
  db
    .selectFrom('mail')
    .innerJoin('person', 'person.id', 'mail.person_id')
    .select([
      'mail.id as id',
      'mail.sort as sort',
      'mail.state as state',
      'mail.label as label',
      'mail.reference as reference',
      'mail.fault as fault',
      'mail.failing_since as failingSince',
      'mail.next_at as nextAt',
      'mail.attempts as attempts',
      'person.name as to',
    ])
    .where('mail.failing_since', 'is not', null)

/** Those that have failed longest first. */
export const listFailing = (db: Db, page: { readonly offset: number; readonly size: number }) =>
  failing(db)
    .orderBy('mail.failing_since')
    .orderBy('mail.id')
    .offset(page.offset)
    .limit(page.size)
    .execute()

export const findFailing = (db: Db, id: string) =>
  failing(db).where('mail.id', '=', id).executeTakeFirst()

export type FailingMail = NonNullable<Awaited<ReturnType<typeof findFailing>>>

/** @param id left out, all that fail. @returns how many are due now, with their waits begun anew */
export const makeDue = async (db: Db, id: string | undefined, now: string): Promise<number> => {
  const result = await db
    .updateTable('mail')
    .set({ state: 'waiting', next_at: now, attempts: 0 })
    .where('failing_since', 'is not', null)
    .where('state', 'in', ['waiting', 'refused'])
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}

/** @returns false when it does not fail any more */
export const markGivenUp = async (db: Db, id: string, now: string): Promise<boolean> => {
  const result = await db
    .updateTable('mail')
    .set({ state: 'given_up', settled_at: now, failing_since: null })
    .where('id', '=', id)
    .where('failing_since', 'is not', null)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}
