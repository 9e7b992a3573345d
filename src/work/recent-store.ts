/** The SQL of what a person opened last: the marks that reading leaves, of audits that they may still read. */
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'

/** Newest first. @param since the first quarter of an hour that counts, as `read_mark` writes it */
export const listOpenedLast = (db: Db, reader: Reader, since: string, size: number) =>
  db
    .selectFrom((eb) =>
      eb
        .selectFrom('read_mark')
        .select((of) => ['read_mark.subject_id as id', of.fn.max('read_mark.period').as('period')])
        .where('read_mark.person_id', '=', reader.id)
        .where('read_mark.period', '>=', since)
        .groupBy('read_mark.subject_id')
        .as('opened')
    )
    .innerJoin('audit', 'audit.id', 'opened.id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.case_reference as caseReference',
      'audit.state as state',
      'audit.audited_on as auditedOn',
      'audit.due_on as dueOn',
      'round.name as roundName',
    ])
    .where(isReadableBy(reader))
    .orderBy('opened.period', 'desc')
    .orderBy('audit.id', 'desc')
    .limit(size)
    .execute()
