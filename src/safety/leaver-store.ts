/** The SQL of the safety notices that somebody who leaves has in hand. */
import type { Db } from '../db/schema.ts'
import { QA_LEVEL } from './rules/addressees.ts'

/** Notices that are not closed and went to the person, as of the line or as a QA lead. */
const openNoticesOf = (db: Db, personId: string) =>
  db
    .selectFrom('safety_notice')
    .innerJoin('safety_addressee', 'safety_addressee.notice_id', 'safety_notice.id')
    .where('safety_addressee.person_id', '=', personId)
    .where('safety_notice.state', '<>', 'closed')

/**
 * Notices that went to the person as somebody of the line and that nobody has acknowledged, or nobody but the person
 * while no decision is recorded.
 */
export const listNoticesOfLeaver = (db: Db, personId: string) =>
  openNoticesOf(db, personId)
    .where('safety_addressee.level', '>', QA_LEVEL)
    .where((eb) =>
      eb.or([
        eb('safety_notice.acknowledged_at', 'is', null),
        eb.and([
          eb('safety_notice.state', '=', 'open'),
          eb('safety_notice.acknowledged_by', '=', personId),
          eb.not(
            eb.exists(
              eb
                .selectFrom('safety_addressee as other')
                .innerJoin('person', 'person.id', 'other.person_id')
                .innerJoin('audit', 'audit.id', 'safety_notice.audit_id')
                .select('other.person_id')
                .whereRef('other.notice_id', '=', 'safety_notice.id')
                .where('other.person_id', '<>', personId)
                .where('other.level', '>', QA_LEVEL)
                .where('other.acknowledged_at', 'is not', null)
                .where('person.is_active', '=', 1)
                .where((or) =>
                  or.or([
                    or('audit.auditor_id', 'is', null),
                    or('audit.auditor_id', '<>', or.ref('other.person_id')),
                  ])
                )
            )
          ),
        ]),
      ])
    )
    .select([
      'safety_notice.id as id',
      'safety_notice.audit_id as auditId',
      'safety_notice.level as level',
      'safety_notice.last_told_at as lastToldAt',
    ])
    .orderBy('safety_notice.opened_at')
    .orderBy('safety_notice.id')
    .execute()

/** Where the person stopped the clock, it runs again. */
export const forgetAcknowledgement = (db: Db, noticeId: string, personId: string) =>
  db
    .updateTable('safety_notice')
    .set({ acknowledged_at: null, acknowledged_by: null })
    .where('id', '=', noticeId)
    .where('acknowledged_by', '=', personId)
    .execute()
