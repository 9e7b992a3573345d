/** The SQL of findings that a learning circular can be made of: those of a theme, of submitted audits that count. */
import { sql } from 'kysely'
import { listAuditsOfFindings, submittedFindings } from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import type { CircularSettings } from './circular-store.ts'
import type { CircularSources } from './rules/circular-check.ts'

export type CircularFinding = {
  readonly id: string
  readonly kind: 'strength' | 'area'
  readonly itemKey: string | null
  readonly words: string
  /** London date of its audit: with `same`, it tells findings of the same words apart. */
  readonly auditedOn: string
  /** How many of those asked for say the same, itself among them. */
  readonly same: number
}

export const FINDINGS_A_PAGE = 20

export type FindingsAsked = Pick<CircularSettings, 'theme' | 'from' | 'to'> & {
  /** Of every version of the theme. */
  readonly itemKeys: readonly string[]
  readonly kind?: CircularFinding['kind'] | undefined
  readonly ids?: readonly string[] | undefined
}

/** A finding without an item is of the audit as a whole, and is offered under each of its themes. */
const findings = (db: Db, asked: FindingsAsked) =>
  submittedFindings(db)
    .where('audit.superseded_at', 'is', null)
    .where('audit.audited_on', '>=', asked.from)
    .where('audit.audited_on', '<=', asked.to)
    .where((eb) =>
      eb.or([
        ...(asked.itemKeys.length > 0 ? [eb('finding.item_key', 'in', asked.itemKeys)] : []),
        eb.and([
          eb('finding.item_key', 'is', null),
          eb.exists(
            eb
              .selectFrom('audit_theme')
              .select('audit_theme.theme')
              .whereRef('audit_theme.audit_id', '=', 'audit.id')
              .where('audit_theme.theme', '=', asked.theme)
          ),
        ]),
      ])
    )
    .$if(asked.kind !== undefined, (some) => some.where('finding.kind', '=', asked.kind ?? 'area'))
    .$if(asked.ids !== undefined, (some) => some.where('finding.id', 'in', asked.ids ?? []))

/** By item and words, so that what was found of one thing, and what was found again, stands together. No column of it says whose case it was. */
export const listFindings = async (
  db: Db,
  asked: FindingsAsked,
  page: number
): Promise<{ findings: CircularFinding[]; count: number }> => {
  const counted = await findings(db, asked)
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await findings(db, asked)
    .select(['finding.id as id', 'finding.kind as kind', 'finding.item_key as itemKey'])
    .select(['finding.words as words', sql<string>`audit.audited_on`.as('auditedOn')])
    .select(
      sql<number>`count(*) over (partition by finding.item_key, finding.kind, finding.words)`.as(
        'same'
      )
    )
    .orderBy('finding.item_key')
    .orderBy('finding.kind', 'desc')
    .orderBy('finding.words')
    .orderBy('audit.audited_on', 'desc')
    .orderBy('finding.id')
    .limit(FINDINGS_A_PAGE)
    .offset((page - 1) * FINDINGS_A_PAGE)
    .execute()
  return {
    findings: rows.map((row) => ({ ...row, same: Number(row.same) })),
    count: Number(counted.count),
  }
}

/** Where findings come from: how many audits and workers, and what nobody may read of them. */
export const readSources = async (db: Db, ids: readonly string[]): Promise<CircularSources> => {
  if (ids.length === 0) return { audits: 0, workers: undefined, references: [] }
  const rows = await listAuditsOfFindings(db, ids)
  const workers = new Set(rows.flatMap(({ workerId }) => workerId ?? []))
  return {
    audits: new Set(rows.map(({ auditId }) => auditId)).size,
    workers: rows.some(({ workerId }) => workerId === null) ? undefined : workers.size,
    references: [
      ...new Set(rows.flatMap((row) => [row.reference, row.caseReference ?? ''])),
    ].filter((reference) => reference !== ''),
  }
}
