/** The SQL of where rubric versions are used: rounds that chose them and audits that are graded on them. */
import type { Db } from '../db/schema.ts'
import { compareVersions } from '../rubrics/rules/rubric-version.ts'

/** A round that uses a version, and how many of its audits have it. */
export interface VersionUse {
  readonly roundId: string
  readonly roundName: string
  readonly roundOn: string
  readonly roundState: string
  readonly audits: number
  readonly submitted: number
}

/** Rounds in which audits have this version, the latest first. */
export const listVersionUse = async (db: Db, versionId: string): Promise<VersionUse[]> => {
  const rows = await db
    .selectFrom('audit_theme')
    .innerJoin('audit', 'audit.id', 'audit_theme.audit_id')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select(['round.id as roundId', 'round.name as roundName', 'round.round_on as roundOn'])
    .select(['round.state as roundState'])
    .select((eb) => [
      eb.fn.countAll<number>().as('audits'),
      eb.fn
        .sum<number>(eb.case().when('audit.state', '=', 'submitted').then(1).else(0).end())
        .as('submitted'),
    ])
    .where('audit_theme.rubric_version_id', '=', versionId)
    .where('audit.superseded_at', 'is', null)
    .groupBy(['round.id', 'round.name', 'round.round_on', 'round.state'])
    .orderBy('round.round_on', 'desc')
    .execute()
  return rows.map((row) => ({
    ...row,
    audits: Number(row.audits),
    submitted: Number(row.submitted),
  }))
}

/** A version of a rubric beside the others of its rubric. */
export interface VersionInList {
  readonly version: string
  readonly publishedAt: string
  readonly isWithdrawn: boolean
  /** How many audits are graded on it. */
  readonly audits: number
}

/** Every version of a rubric, the oldest first. */
export const listVersionsOf = async (db: Db, key: string): Promise<VersionInList[]> => {
  const rows = await db
    .selectFrom('rubric_version')
    .select(['version', 'published_at as publishedAt'])
    .select((eb) => [
      eb
        .selectFrom('rubric_withdrawal')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('rubric_withdrawal.version_id', '=', 'rubric_version.id')
        .where('restored_at', 'is', null)
        .as('withdrawals'),
      eb
        .selectFrom('audit_theme')
        .select((inner) => inner.fn.countAll<number>().as('count'))
        .whereRef('audit_theme.rubric_version_id', '=', 'rubric_version.id')
        .as('audits'),
    ])
    .where('rubric_key', '=', key)
    .execute()
  return rows
    .map(({ withdrawals, audits, ...row }) => ({
      ...row,
      isWithdrawn: Number(withdrawals) > 0,
      audits: Number(audits),
    }))
    .toSorted((a, b) => compareVersions(a.version, b.version))
}

/** Audits of a theme that are being worked on, whatever version they have. */
export const countAuditsInProgress = async (db: Db, key: string): Promise<number> => {
  const row = await db
    .selectFrom('audit_theme')
    .innerJoin('audit', 'audit.id', 'audit_theme.audit_id')
    .innerJoin('rubric_version', 'rubric_version.id', 'audit_theme.rubric_version_id')
    .select((eb) => eb.fn.countAll<number>().as('audits'))
    .where('rubric_key', '=', key)
    .where('audit.state', 'in', ['allocated', 'in_progress', 'reopened'])
    .executeTakeFirstOrThrow()
  return Number(row.audits)
}
