/** The SQL of one safety notice: its row with the audit it is of, its story, and what is written. Lists are in list-store.ts. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import type { Addressee } from './rules/addressees.ts'
import type { NoticeState } from './rules/notice-workflow.ts'

/** Of the case when the audit was first submitted; until then of the case as it is. */
const caseOr = (column: 'team_id' | 'iro_id') =>
  sql<string | null>`case when audit.first_submitted_at is null and audit.case_id is not null
    then ${sql.ref(`case_file.${column}`)} else ${sql.ref(`audit.${column}`)} end`

const selectFacts = (db: Db) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
    .leftJoin('team', (join) => join.on(sql<boolean>`team.id = ${caseOr('team_id')}`))
    .select([
      'audit.id as auditId',
      'audit.reference as auditReference',
      'audit.state as auditState',
      'audit.auditor_id as auditorId',
      'audit.started_at as startedAt',
      'auditor.name as auditorName',
      'round.name as roundName',
      'team.name as teamName',
    ])
    .select([
      sql<string>`coalesce(case_file.reference, audit.case_reference, '')`.as('caseReference'),
      caseOr('team_id').as('teamId'),
      caseOr('iro_id').as('iroId'),
    ])

/** What opening a notice has to know of the audit. */
export const findAuditFacts = (db: Db, auditId: string) =>
  selectFacts(db).where('audit.id', '=', auditId).executeTakeFirst()

const noticeColumns = [
  'safety_notice.id as id',
  'safety_notice.state as state',
  'safety_notice.answer as answer',
  'safety_notice.opened_at as openedAt',
  'safety_notice.opened_by as openedBy',
  'safety_notice.level as level',
  'safety_notice.last_told_at as lastToldAt',
  'safety_notice.acknowledged_at as acknowledgedAt',
  'safety_notice.acknowledged_by as acknowledgedBy',
  'safety_notice.closed_at as closedAt',
  'safety_notice.revision as revision',
] as const

export const findNotice = (db: Db, id: string) =>
  selectFacts(db)
    .innerJoin('safety_notice', 'safety_notice.audit_id', 'audit.id')
    .leftJoin('answer', (join) =>
      join
        .onRef('answer.audit_id', '=', 'audit.id')
        .on('answer.item_key', '=', 'common.already_known')
    )
    .leftJoin('answer as safe', (join) =>
      join.onRef('safe.audit_id', '=', 'audit.id').on('safe.item_key', '=', 'common.safe_now')
    )
    .select(noticeColumns)
    .select([
      // Asked once, in the audit: the notice shows what stands there.
      'answer.value as alreadyKnown',
      'answer.evidence as beingDone',
      'safe.value as safeNow',
      'safe.evidence as seenInRecord',
    ])
    .where('safety_notice.id', '=', id)
    .executeTakeFirst()

export type Notice = NonNullable<Awaited<ReturnType<typeof findNotice>>>

/** Takes the notice's row for writing: on PostgreSQL, whoever comes second waits here and reads what the first did. */
export const lockNotice = async (db: Db, id: string): Promise<boolean> => {
  const result = await db
    .updateTable('safety_notice')
    .set((eb) => ({ level: eb.ref('level') }))
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

/** The newest notice of an audit, and how many were told of it by somebody; undefined when there never was one. */
export const findNoticeOfAudit = (db: Db, auditId: string) =>
  db
    .selectFrom('safety_notice')
    .select(noticeColumns)
    .select((eb) =>
      eb
        .selectFrom('safety_told')
        .whereRef('safety_told.notice_id', '=', 'safety_notice.id')
        .select((count) => count.fn.countAll<number>().as('told'))
        .as('told')
    )
    .where('safety_notice.audit_id', '=', auditId)
    .orderBy('safety_notice.opened_at', 'desc')
    .orderBy('safety_notice.id', 'desc')
    .limit(1)
    .executeTakeFirst()

export const insertNotice = (
  db: Db,
  notice: {
    id: string
    auditId: string
    answer: 'no' | 'cannot_tell'
    now: string
    by: string | null
    level: number
  }
) =>
  db
    .insertInto('safety_notice')
    .values({
      id: notice.id,
      audit_id: notice.auditId,
      state: 'open',
      answer: notice.answer,
      opened_at: notice.now,
      opened_by: notice.by,
      level: notice.level,
      last_told_at: notice.now,
      acknowledged_at: null,
      acknowledged_by: null,
      closed_at: null,
    })
    .execute()

/** Who has it already keeps their row, and the step at which they were told first. */
export const insertAddressees = async (
  db: Db,
  noticeId: string,
  addressees: readonly Addressee[],
  now: string
) => {
  if (addressees.length === 0) return
  await db
    .insertInto('safety_addressee')
    .values(
      addressees.map(({ personId, level }) => ({
        notice_id: noticeId,
        person_id: personId,
        level,
        told_at: now,
        acknowledged_at: null,
      }))
    )
    .onConflict((oc) => oc.doNothing())
    .execute()
}

export const findAddressee = (db: Db, noticeId: string, personId: string) =>
  db
    .selectFrom('safety_addressee')
    .select(['person_id as personId', 'level', 'acknowledged_at as acknowledgedAt'])
    .where('notice_id', '=', noticeId)
    .where('person_id', '=', personId)
    .executeTakeFirst()

export const markAcknowledged = (db: Db, noticeId: string, personId: string, now: string) =>
  db
    .updateTable('safety_addressee')
    .set({ acknowledged_at: now })
    .where('notice_id', '=', noticeId)
    .where('person_id', '=', personId)
    .where('acknowledged_at', 'is', null)
    .execute()

export const stopClock = (db: Db, noticeId: string, personId: string, now: string) =>
  db
    .updateTable('safety_notice')
    .set({ acknowledged_at: now, acknowledged_by: personId })
    .where('id', '=', noticeId)
    .where('acknowledged_at', 'is', null)
    .execute()

/** Who has acknowledged it, and when. */
export const listAcknowledged = (db: Db, noticeId: string) =>
  db
    .selectFrom('safety_addressee')
    .where('notice_id', '=', noticeId)
    .where('acknowledged_at', 'is not', null)
    .select((eb) => ['person_id as personId', eb.ref('acknowledged_at').$notNull().as('at')])
    .orderBy('acknowledged_at')
    .execute()

/** Nobody has acknowledged it any more, and it was told just now. */
export const restartClock = async (
  db: Db,
  noticeId: string,
  to: { level: number; now: string }
): Promise<void> => {
  await db
    .updateTable('safety_addressee')
    .set({ acknowledged_at: null })
    .where('notice_id', '=', noticeId)
    .execute()
  await db
    .updateTable('safety_notice')
    .set({ level: to.level, last_told_at: to.now, acknowledged_at: null, acknowledged_by: null })
    .where('id', '=', noticeId)
    .execute()
}

/** Notices that nobody of the line has acknowledged and that were last sent before an instant. */
export const listUnacknowledged = (db: Db, toldBefore: string) =>
  db
    .selectFrom('safety_notice')
    .select(['id', 'audit_id as auditId', 'level', 'last_told_at as lastToldAt'])
    .where('state', '<>', 'closed')
    .where('acknowledged_at', 'is', null)
    .where('last_told_at', '<=', toldBefore)
    .orderBy('opened_at')
    .execute()

export type Unacknowledged = Awaited<ReturnType<typeof listUnacknowledged>>[number]

/** @returns false where it has moved on since `seen`: another server was first, or somebody acknowledged it */
export const raiseLevel = async (
  db: Db,
  seen: { id: string; lastToldAt: string },
  to: { level: number; now: string }
): Promise<boolean> => {
  const result = await db
    .updateTable('safety_notice')
    .set({ level: to.level, last_told_at: to.now })
    .where('id', '=', seen.id)
    .where('last_told_at', '=', seen.lastToldAt)
    .where('acknowledged_at', 'is', null)
    .where('state', '<>', 'closed')
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export const moveNotice = (
  db: Db,
  noticeId: string,
  to: { state: NoticeState; closedAt: string | null }
) =>
  db
    .updateTable('safety_notice')
    .set((eb) => ({
      state: to.state,
      closed_at: to.closedAt,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', noticeId)
    .execute()

export const insertTold = (
  db: Db,
  told: {
    id: string
    noticeId: string
    personId: string | null
    name: string
    role: string
    toldAt: string
    means: string
    now: string
    by: string | null
  }
) =>
  db
    .insertInto('safety_told')
    .values({
      id: told.id,
      notice_id: told.noticeId,
      person_id: told.personId,
      name: told.name,
      role: told.role,
      told_at: told.toldAt,
      means: told.means,
      recorded_at: told.now,
      recorded_by: told.by,
    })
    .execute()
