/** The SQL of what is behind a figure: the audits that were counted in it, and which of them a person may read. */
import { type Expression, expressionBuilder, type SqlBool } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import type { Db, Tables } from '../db/schema.ts'

export type FigureQuery = {
  readonly theme: string
  readonly item: string | null
  readonly roundIds: readonly string[]
  /** Values that the figure counts; undefined is all of the round. */
  readonly values: readonly string[] | undefined
  /** Only what is in *n*: neither not applicable nor not enough evidence. */
  readonly isInN?: boolean
  readonly teamIds: readonly string[] | undefined
  /** '' is not known. */
  readonly status: string | undefined
  /** What the child was when the audit was first submitted; '' is not known. */
  readonly child?: Readonly<Partial<Record<ChildColumn, string>>> | undefined
  /** Ages, both ends included. */
  readonly ages?: { readonly from: number; readonly to: number } | 'not_known' | undefined
  readonly auditorId?: string | undefined
  readonly workerId?: string | undefined
}

export type ChildColumn = 'child_sex' | 'child_ethnicity' | 'child_disability'

const isChild = ({ child, ages }: FigureQuery): Expression<SqlBool> => {
  const eb = expressionBuilder<Tables, 'audit'>()
  const facts = Object.entries(child ?? {}) as [ChildColumn, string][]
  return eb.and([
    ...facts.map(([column, value]) =>
      value === '' ? eb(column, 'is', null) : eb(column, '=', value)
    ),
    ...(ages === undefined
      ? []
      : ages === 'not_known'
        ? [eb('audit.child_age', 'is', null)]
        : [eb('audit.child_age', '>=', ages.from), eb('audit.child_age', '<=', ages.to)]),
  ])
}

const counted = (db: Db, query: FigureQuery) =>
  db
    .selectFrom('judgement')
    .innerJoin('audit', 'audit.id', 'judgement.audit_id')
    .where('judgement.theme', '=', query.theme)
    .where('judgement.item', '=', query.item ?? '')
    .where('judgement.round_id', 'in', query.roundIds)
    .where('audit.is_counted', '=', 1)
    .$if(query.values !== undefined, (some) =>
      some.where('judgement.value', 'in', query.values ?? [])
    )
    .$if(query.isInN === true, (some) =>
      some.where('judgement.value', 'not in', ['not_applicable', 'not_enough_evidence'])
    )
    .$if(query.teamIds !== undefined, (some) =>
      some.where('judgement.team_id', 'in', query.teamIds ?? [])
    )
    .$if(query.status !== undefined, (some) =>
      some.where('judgement.service_status', '=', query.status ?? '')
    )
    .$if(query.child !== undefined || query.ages !== undefined, (some) =>
      some.where(isChild(query))
    )
    .$if(query.auditorId !== undefined, (some) =>
      some.where('audit.auditor_id', '=', query.auditorId ?? '')
    )
    .$if(query.workerId !== undefined, (some) =>
      some.where('audit.worker_id', '=', query.workerId ?? '')
    )

/** How many audits the figure counts, whoever may read them. */
export const countAuditsBehind = async (db: Db, query: FigureQuery): Promise<number> => {
  const row = await counted(db, query)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  return Number(row?.count ?? 0)
}

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
