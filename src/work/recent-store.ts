/** The SQL of what a person opened last: the marks that reading leaves, of audits and cases that they may still open. */

import { isOpenableBy } from '../audits/case-reader-store.ts'
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
    .leftJoin('audit', 'audit.id', 'opened.id')
    .leftJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('case_file', 'case_file.id', 'opened.id')
    .select([
      'opened.id as id',
      'audit.reference as reference',
      'audit.case_reference as caseReference',
      'audit.state as state',
      'audit.audited_on as auditedOn',
      'audit.due_on as dueOn',
      'round.name as roundName',
      'case_file.reference as pageReference',
    ])
    .where((eb) =>
      eb.or([
        eb.and([eb('audit.id', 'is not', null), isReadableBy(reader)]),
        eb.and([eb('case_file.id', 'is not', null), isOpenableBy(reader)]),
      ])
    )
    .orderBy('opened.period', 'desc')
    .orderBy('opened.id', 'desc')
    .limit(size)
    .execute()
