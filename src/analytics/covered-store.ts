/** The SQL of the audits behind a figure of coverage: by day of audit and place, or by theme in some rounds. */
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db } from '../db/schema.ts'
import { auditThemeKey } from '../rubrics/rules/rubric.ts'
import type { AuditBehind } from './audit-store.ts'

export type CoveredQuery = {
  /** The first day that counts; undefined where rounds say which. */
  readonly since?: string | undefined
  readonly teamIds?: readonly string[] | undefined
  readonly status?: string | undefined
  /** A theme that was judged, in one of these rounds. */
  readonly theme?: { readonly key: string; readonly roundIds: readonly string[] } | undefined
}

const covered = (db: Db, { since, teamIds, status, theme }: CoveredQuery) =>
  db
    .selectFrom('audit')
    .where('audit.is_counted', '=', 1)
    .$if(since !== undefined, (some) => some.where('audit.audited_on', '>=', since ?? ''))
    .$if(teamIds !== undefined, (some) => some.where('audit.team_id', 'in', teamIds ?? []))
    .$if(status !== undefined, (some) => some.where('audit.service_status', '=', status ?? ''))
    .$if(theme !== undefined, (some) =>
      some.where('audit.id', 'in', (eb) =>
        eb
          .selectFrom('judgement')
          .select('judgement.audit_id')
          .where('judgement.theme', '=', theme?.key ?? '')
          .where('judgement.item', '=', '')
          .where('judgement.round_id', 'in', theme?.roundIds ?? [])
      )
    )

/** How many audits the figure counts, whoever may read them. */
export const countCovered = async (db: Db, query: CoveredQuery): Promise<number> => {
  const row = await covered(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

/**
 * Those of them that the person may read, by reference, with the grade of the theme, or of the audit.
 * @param page.after the reference key of the last audit of the page before
 */
export const listCovered = async (
  db: Db,
  query: CoveredQuery,
  reader: Reader,
  page: { readonly after: string; readonly size: number }
): Promise<AuditBehind[]> => {
  const rows = await covered(db, query)
    .leftJoin('team', 'team.id', 'audit.team_id')
    .leftJoin('judgement', (join) =>
      join
        .onRef('judgement.audit_id', '=', 'audit.id')
        .on('judgement.theme', '=', query.theme?.key ?? auditThemeKey)
        .on('judgement.item', '=', '')
    )
    .select(['audit.id', 'audit.reference', 'audit.reference_key as referenceKey'])
    .select(['audit.origin', 'audit.case_reference as caseReference'])
    .select(['audit.audited_on as auditedOn', 'audit.service_status as serviceStatus'])
    .select(['team.name as team', 'judgement.value', 'judgement.auditor_value as auditorValue'])
    .where('audit.reference_key', '>', page.after)
    .where(isReadableBy(reader))
    .orderBy('audit.reference_key')
    .limit(page.size + 1)
    .execute()
  return rows.map(({ value, auditorValue, ...row }) => ({
    ...row,
    kind: 'grade',
    value: value ?? '',
    auditorValue: auditorValue ?? '',
  }))
}
