/** The SQL of evidence packs: the audits that count under the filters, and what is said of some of them at a time. */
import { sql } from 'kysely'
import {
  joinSubmittedActions,
  joinSubmittedFindings,
  submittedAction,
  submittedActions,
  submittedFindings,
  submittedTheme,
} from '../audits/submitted-store.ts'
import { fromJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { EvidencePeriod } from './rules/evidence-filters.ts'

export interface EvidenceQuery extends EvidencePeriod {
  /** Audits that were asked one of these; empty is all. */
  readonly themes: readonly string[]
  readonly teamIds: readonly string[] | undefined
}

const audits = (db: Db, query: EvidenceQuery) =>
  db
    .selectFrom('audit')
    .where('audit.is_counted', '=', 1)
    .$if(query.from !== null, (some) => some.where('audit.audited_on', '>=', query.from ?? ''))
    .$if(query.to !== null, (some) => some.where('audit.audited_on', '<=', query.to ?? ''))
    .$if(query.teamIds !== undefined, (some) =>
      some.where('audit.team_id', 'in', query.teamIds ?? [])
    )
    .$if(query.themes.length > 0, (some) =>
      some.where((eb) =>
        eb.exists(
          eb
            .selectFrom('judgement')
            .select(sql`1`.as('one'))
            .whereRef('judgement.audit_id', '=', 'audit.id')
            .where('judgement.theme', 'in', query.themes)
        )
      )
    )

export interface EvidenceCounts {
  readonly audits: number
  readonly findings: number
  readonly actions: number
}

export const countEvidence = async (db: Db, query: EvidenceQuery): Promise<EvidenceCounts> => {
  const row = await db
    .selectNoFrom([
      audits(db, query)
        .select((eb) => eb.fn.countAll().as('n'))
        .as('audits'),
      audits(db, query)
        .$call(joinSubmittedFindings)
        .select((eb) => eb.fn.countAll().as('n'))
        .as('findings'),
      audits(db, query)
        .$call(joinSubmittedActions)
        .select((eb) => eb.fn.countAll().as('n'))
        .as('actions'),
    ])
    .executeTakeFirstOrThrow()
  return {
    audits: Number(row.audits),
    findings: Number(row.findings),
    actions: Number(row.actions),
  }
}

/** Earliest first; with `latest` only so many, the latest first. */
export const listEvidenceIds = async (
  db: Db,
  query: EvidenceQuery,
  latest?: number
): Promise<string[]> => {
  const order = latest === undefined ? 'asc' : 'desc'
  const rows = await audits(db, query)
    .select('audit.id')
    .orderBy('audit.audited_on', order)
    .orderBy('audit.id', order)
    .$if(latest !== undefined, (some) => some.limit(latest ?? 0))
    .execute()
  return rows.map(({ id }) => id)
}

/** In the order of the ids. */
const inOrder = <Row extends { readonly auditId: string }>(
  ids: readonly string[],
  rows: readonly Row[]
): Row[] => {
  const places = new Map(ids.map((id, place) => [id, place]))
  return rows.toSorted((a, b) => (places.get(a.auditId) ?? 0) - (places.get(b.auditId) ?? 0))
}

/** What is said of each row about its audit. */
const auditColumns = [
  'audit.id as auditId',
  'audit.reference as reference',
  'audit.case_reference as caseReference',
  'audit.audited_on as auditedOn',
  'team.name as team',
] as const

export const readAuditRows = async (db: Db, ids: readonly string[]) =>
  inOrder(
    ids,
    await db
      .selectFrom('audit')
      .innerJoin('round', 'round.id', 'audit.round_id')
      .leftJoin('team', 'team.id', 'audit.team_id')
      .leftJoin('person as auditor', 'auditor.id', 'audit.auditor_id')
      .leftJoin('judgement as overall', (join) =>
        join
          .onRef('overall.audit_id', '=', 'audit.id')
          .on('overall.theme', '=', 'audit')
          .on('overall.item', '=', '')
      )
      .select([
        ...auditColumns,
        'round.name as round',
        'round.kind as roundKind',
        'audit.service_status as serviceStatus',
        'audit.state as state',
        'audit.origin as origin',
        'overall.value as grade',
        'overall.auditor_value as auditorGrade',
        'overall.moderated_value as moderatedGrade',
      ])
      .select((eb) => eb.fn.coalesce('auditor.name', 'audit.auditor_name').as('auditor'))
      .where('audit.id', 'in', ids)
      .execute()
  )

export type EvidenceAudit = Awaited<ReturnType<typeof readAuditRows>>[number]

/** Theme grades, the audit grade left out. */
export const readGradeRows = async (db: Db, ids: readonly string[], themes: readonly string[]) =>
  inOrder(
    ids,
    await db
      .selectFrom('judgement')
      .innerJoin('audit', 'audit.id', 'judgement.audit_id')
      .leftJoin('team', 'team.id', 'audit.team_id')
      .leftJoin('audit_theme', (join) =>
        join
          .onRef('audit_theme.audit_id', '=', 'judgement.audit_id')
          .onRef('audit_theme.theme', '=', 'judgement.theme')
      )
      .select([
        ...auditColumns,
        'judgement.theme as theme',
        'judgement.value as grade',
        'judgement.auditor_value as auditorGrade',
        'judgement.moderated_value as moderatedGrade',
        submittedTheme.indicativeGrade.as('indicativeGrade'),
        submittedTheme.auditorReason.as('auditorReason'),
      ])
      .where('judgement.audit_id', 'in', ids)
      .where('judgement.item', '=', '')
      .where('judgement.theme', '<>', 'audit')
      .$if(themes.length > 0, (some) => some.where('judgement.theme', 'in', themes))
      .orderBy('judgement.theme')
      .execute()
  )

export type EvidenceGrade = Awaited<ReturnType<typeof readGradeRows>>[number]

/** Grades of items, answers to measures apart. */
export const readItemRows = async (db: Db, ids: readonly string[], themes: readonly string[]) =>
  inOrder(
    ids,
    await db
      .selectFrom('judgement')
      .innerJoin('audit', 'audit.id', 'judgement.audit_id')
      .leftJoin('team', 'team.id', 'audit.team_id')
      .select([
        ...auditColumns,
        'judgement.theme as theme',
        'judgement.item as itemKey',
        'judgement.value as grade',
        'judgement.auditor_value as auditorGrade',
        'judgement.moderated_value as moderatedGrade',
      ])
      .where('judgement.audit_id', 'in', ids)
      .where('judgement.item', '<>', '')
      .where('judgement.kind', '=', 'grade')
      .$if(themes.length > 0, (some) => some.where('judgement.theme', 'in', themes))
      .orderBy('judgement.theme')
      .orderBy('judgement.item')
      .execute()
  )

export type EvidenceItem = Awaited<ReturnType<typeof readItemRows>>[number]

export const readFindingRows = async (db: Db, ids: readonly string[]) =>
  inOrder(
    ids,
    await submittedFindings(db)
      .leftJoin('team', 'team.id', 'audit.team_id')
      .select([
        ...auditColumns,
        'finding.kind as kind',
        'finding.item_key as itemKey',
        'finding.words as words',
      ])
      .where('finding.audit_id', 'in', ids)
      .orderBy('finding.position')
      .orderBy('finding.id')
      .execute()
  )

export type EvidenceFinding = Awaited<ReturnType<typeof readFindingRows>>[number]

export const readActionRows = async (db: Db, ids: readonly string[]) => {
  const { itemKey, what, intendedChange, ownerId, dueOn, state } = submittedAction(db)
  return inOrder(
    ids,
    await submittedActions(db)
      .leftJoin('team', 'team.id', 'audit.team_id')
      .leftJoin('person as owner', (join) => join.on('owner.id', '=', ownerId))
      .select([
        ...auditColumns,
        'owner.name as owner',
        'action.done_at as doneAt',
        'action.done_note as doneNote',
      ])
      .select([
        what.as('what'),
        intendedChange.as('intendedChange'),
        itemKey.as('itemKey'),
        dueOn.as('dueOn'),
        state.as('state'),
      ])
      .where('action.audit_id', 'in', ids)
      .orderBy('action.created_at')
      .orderBy('action.id')
      .execute()
  )
}

export type EvidenceAction = Awaited<ReturnType<typeof readActionRows>>[number]

/** The subject of every event about evidence packs, so that they are found along the index of subjects. */
export const EVIDENCE = 'evidence'

export interface ExportDetails {
  readonly exportId: string
  readonly format: 'xlsx' | 'docx'
  readonly from: string | null
  readonly to: string | null
  readonly themes: readonly string[]
  readonly otherThemes: number
  readonly teamId: string | null
  readonly hasReferences: boolean
  readonly audits: number
  readonly findings: number
  readonly actions: number
}

/** The latest first. @param before the number of the last one of the page before */
export const listExports = async (db: Db, before: number | undefined, size: number) => {
  const rows = await db
    .selectFrom('event')
    .leftJoin('person', 'person.id', 'event.actor_id')
    .select(['event.number', 'event.at', 'event.details', 'person.name as by'])
    .where('event.subject_id', '=', EVIDENCE)
    .where('event.type', '=', 'evidence.exported')
    .$if(before !== undefined, (some) => some.where('event.number', '<', before ?? 0))
    .orderBy('event.number', 'desc')
    .limit(size + 1)
    .execute()
  return rows.map(({ details, ...row }) => ({ ...row, ...fromJson<ExportDetails>(details) }))
}

/** Which of the exports came to their end, and whether whole. */
export const listExportEnds = async (db: Db, since: number) => {
  const rows = await db
    .selectFrom('event')
    .select('details')
    .where('subject_id', '=', EVIDENCE)
    .where('type', '=', 'evidence.export_ended')
    .where('number', '>=', since)
    .execute()
  return rows.map(({ details }) =>
    fromJson<{ exportId: string; rows: number; isWhole: boolean }>(details)
  )
}
