/** The SQL of what is behind a figure: the audits that were counted in it, and which of them a person may read. */
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'

export type FigureQuery = {
  readonly theme: string
  readonly item: string | null
  readonly roundId: string
  /** Values that the figure counts; undefined is all of the round. */
  readonly values: readonly string[] | undefined
  readonly teamIds: readonly string[] | undefined
  readonly status: string | undefined
}

const counted = (db: Db, query: FigureQuery) =>
  db
    .selectFrom('judgement')
    .innerJoin('audit', 'audit.id', 'judgement.audit_id')
    .where('judgement.theme', '=', query.theme)
    .where('judgement.item', '=', query.item ?? '')
    .where('judgement.round_id', '=', query.roundId)
    .where('audit.is_counted', '=', 1)
    .$if(query.values !== undefined, (some) =>
      some.where('judgement.value', 'in', query.values ?? [])
    )
    .$if(query.teamIds !== undefined, (some) =>
      some.where('judgement.team_id', 'in', query.teamIds ?? [])
    )
    .$if(query.status !== undefined, (some) =>
      some.where('judgement.service_status', '=', query.status ?? '')
    )

/**
 * Audits of the figure that the person may read, by reference.
 * @param after the reference key of the last audit of the page before
 */
export const listAuditsBehind = (
  db: Db,
  query: FigureQuery,
  reader: Reader,
  page: { readonly after: string; readonly size: number }
) =>
  counted(db, query)
    .leftJoin('team', 'team.id', 'audit.team_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.reference_key as referenceKey',
      'audit.origin as origin',
      'audit.case_reference as caseReference',
      'audit.audited_on as auditedOn',
      'audit.service_status as serviceStatus',
      'team.name as team',
      'judgement.kind as kind',
      'judgement.value as value',
      'judgement.auditor_value as auditorValue',
    ])
    .where('audit.reference_key', '>', page.after)
    .where(isReadableBy(reader))
    .orderBy('audit.reference_key')
    .limit(page.size + 1)
    .execute()

export type AuditBehind = Awaited<ReturnType<typeof listAuditsBehind>>[number]
