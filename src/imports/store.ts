/** The SQL of imports: what is already there under the names of a file, and the rows that an import adds. */
import type { Insertable } from 'kysely'
import type { AuditTable } from '../db/audit-tables.ts'
import type { ResultsImportTable } from '../db/result-tables.ts'
import type { Db, RoundTable } from '../db/schema.ts'
import { type BuiltQuery, inChunks } from '../grading/store.ts'
import type { KnownAudit, KnownRound } from './rules/plan-import.ts'

export type NewRound = Insertable<RoundTable>
export type NewAudit = Insertable<AuditTable>

/** Audits that count or are being worked on under these reference keys, with the judgements of imported ones. */
export const listKnownAudits = async (db: Db, keys: readonly string[]): Promise<KnownAudit[]> => {
  const found: KnownAudit[] = []
  for (const chunk of inChunks(keys)) {
    const audits = await db
      .selectFrom('audit')
      .innerJoin('round', 'round.id', 'audit.round_id')
      .leftJoin('team', 'team.id', 'audit.team_id')
      .leftJoin('team as typed_team', 'typed_team.id', 'audit.imported_team_id')
      .select([
        'audit.id as id',
        'audit.reference_key as key',
        'audit.origin as origin',
        'round.id as roundId',
        'round.name_key as roundKey',
        'round.name as round',
        'audit.audited_on as auditedOn',
        'audit.service_status as serviceStatus',
        'team.name_key as teamKey',
        'team.name as team',
        'typed_team.name_key as typedTeamKey',
        'audit.case_reference as caseRef',
        'audit.auditor_name as auditor',
      ])
      .where('audit.reference_key', 'in', chunk)
      .where('audit.superseded_at', 'is', null)
      .execute()
    const imported = audits.filter((audit) => audit.origin === 'import').map((audit) => audit.id)
    const judgements =
      imported.length === 0
        ? []
        : await db
            .selectFrom('judgement')
            .select(['audit_id as auditId', 'theme', 'item', 'kind'])
            .select(['typed_theme as typedTheme', 'typed_item as typedItem'])
            .select(['auditor_value as value', 'moderated_value as moderated'])
            .where('audit_id', 'in', imported)
            .execute()
    const byAudit = Map.groupBy(judgements, (row) => row.auditId)
    for (const audit of audits) {
      const rows = byAudit.get(audit.id) ?? []
      found.push({
        ...audit,
        judgements: rows.map(
          (row) => [row.theme, row.item, row.kind, row.value, row.moderated] as const
        ),
        typedJudgements: rows.map((row) => [
          row.typedTheme ?? row.theme,
          row.typedItem ?? row.item,
          row.kind,
          row.value,
          row.moderated,
        ]),
      })
    }
  }
  return found
}

export const listRoundsByKey = async (
  db: Db,
  keys: readonly string[]
): Promise<(KnownRound & { id: string; origin: 'product' | 'import' })[]> => {
  if (keys.length === 0) return []
  return db
    .selectFrom('round')
    .select(['id', 'name_key as key', 'name', 'kind', 'origin'])
    .where('name_key', 'in', keys)
    .execute()
}

export const listTeamsByKey = async (
  db: Db,
  keys: readonly string[]
): Promise<{ id: string; key: string }[]> => {
  if (keys.length === 0) return []
  return db
    .selectFrom('team')
    .select(['id', 'name_key as key'])
    .where('name_key', 'in', keys)
    .execute()
}

/** Cases under these reference keys, with the rounds in which an audit of them already counts. */
export const listCasesByKey = async (
  db: Db,
  keys: readonly string[],
  leaving: ReadonlySet<string>
): Promise<{ id: string; key: string; roundIds: string[] }[]> => {
  const found: { id: string; key: string; roundIds: string[] }[] = []
  for (const chunk of inChunks(keys)) {
    const cases = await db
      .selectFrom('case_file')
      .select(['id', 'reference_key as key'])
      .where('reference_key', 'in', chunk)
      .execute()
    if (cases.length === 0) continue
    const audits = await db
      .selectFrom('audit')
      .select(['id', 'case_id as caseId', 'round_id as roundId'])
      .where(
        'case_id',
        'in',
        cases.map((one) => one.id)
      )
      .where('superseded_at', 'is', null)
      .execute()
    const byCase = Map.groupBy(
      audits.filter((audit) => !leaving.has(audit.id)),
      (audit) => audit.caseId
    )
    for (const one of cases) {
      found.push({ ...one, roundIds: (byCase.get(one.id) ?? []).map((audit) => audit.roundId) })
    }
  }
  return found
}

export const insertRounds = async (db: Db, rounds: readonly NewRound[]) => {
  for (const chunk of inChunks(rounds, 200)) await db.insertInto('round').values(chunk).execute()
}

export const auditInserts = (db: Db, audits: readonly NewAudit[]): BuiltQuery[] =>
  inChunks(audits, 200).map((chunk) => db.insertInto('audit').values(chunk).compile())

export const insertImport = async (db: Db, row: Insertable<ResultsImportTable>) => {
  await db.insertInto('results_import').values(row).execute()
}

export const findImport = (db: Db, id: string) =>
  db.selectFrom('results_import').selectAll().where('id', '=', id).executeTakeFirst()

export const listImports = (db: Db) =>
  db.selectFrom('results_import').selectAll().orderBy('imported_at').orderBy('id').execute()

/** Imports at work, or stopped before they were switched in. */
export const listStagedImports = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('results_import')
    .select('id')
    .where('state', '=', 'staged')
    .execute()
  return rows.map((row) => row.id)
}

/** When an import that is not finished last gave a sign of life. */
export const findLastSignOfLife = async (db: Db): Promise<string | undefined> => {
  const row = await db
    .selectFrom('results_import')
    .select((eb) => eb.fn.max('imported_at').as('at'))
    .where('state', '=', 'staged')
    .executeTakeFirst()
  return row?.at ?? undefined
}

export const setUndone = async (
  db: Db,
  id: string,
  undone: { readonly by: string | null; readonly at: string; readonly reason: string | null }
) => {
  await db
    .updateTable('results_import')
    .set({
      state: 'undone',
      undone_by: undone.by,
      undone_at: undone.at,
      undo_reason: undone.reason,
    })
    .where('id', '=', id)
    .execute()
}

/** `at` is also when the audits that it replaced stopped counting. */
export const finishImport = async (db: Db, id: string, at: string) => {
  await db
    .updateTable('results_import')
    .set({ state: 'imported', imported_at: at })
    .where('id', '=', id)
    .execute()
}

/** Imported audits that an import replaced at that instant. */
export const listReplacedBy = (db: Db, at: string) =>
  db
    .selectFrom('audit')
    .innerJoin('results_import', 'results_import.id', 'audit.import_id')
    .select(['audit.id as id', 'audit.reference_key as key', 'audit.round_id as roundId'])
    .where('audit.superseded_at', '=', at)
    .where('results_import.state', '=', 'imported')
    .execute()

/** Tells other imports that this one is alive. */
export const touchImport = async (db: Db, id: string, at: string): Promise<boolean> => {
  const { numUpdatedRows } = await db
    .updateTable('results_import')
    .set({ imported_at: at })
    .where('id', '=', id)
    .where('state', '=', 'staged')
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Audits that an import made and that still stand. */
export const listStandingAudits = (db: Db, importId: string) =>
  db
    .selectFrom('audit')
    .select(['id', 'reference_key as key', 'round_id as roundId'])
    .where('import_id', '=', importId)
    .where('superseded_at', 'is', null)
    .execute()

/** Takes audits out of every list and count, or (`at` null) puts them back in. */
export const setSuperseded = async (db: Db, auditIds: readonly string[], at: string | null) => {
  for (const chunk of inChunks(auditIds)) {
    await db
      .updateTable('audit')
      .set({ superseded_at: at, is_counted: at === null ? 1 : 0 })
      .where('id', 'in', chunk)
      .execute()
  }
}

export const setTeam = async (db: Db, auditIds: readonly string[], teamId: string) => {
  for (const chunk of inChunks(auditIds)) {
    await db.updateTable('audit').set({ team_id: teamId }).where('id', 'in', chunk).execute()
  }
}

/** Which of these references another standing audit bears by now. */
export const listTakenKeys = async (db: Db, keys: readonly string[]): Promise<string[]> => {
  const taken: string[] = []
  for (const chunk of inChunks(keys)) {
    const rows = await db
      .selectFrom('audit')
      .select('reference as reference')
      .where('reference_key', 'in', chunk)
      .where('superseded_at', 'is', null)
      .execute()
    taken.push(...rows.map((row) => row.reference))
  }
  return taken
}

/** An imported round is dated by its latest audit. Rounds of the product keep the end of their window. */
export const redateImportedRounds = async (db: Db, roundIds: readonly string[]) => {
  for (const chunk of inChunks(roundIds)) {
    const rows = await db
      .selectFrom('audit')
      .innerJoin('round', 'round.id', 'audit.round_id')
      .select(['audit.round_id as id'])
      .select((eb) => eb.fn.max('audit.audited_on').as('date'))
      .where('audit.round_id', 'in', chunk)
      .where('audit.superseded_at', 'is', null)
      .where('round.origin', '=', 'import')
      .groupBy('audit.round_id')
      .execute()
    for (const { id, date } of rows) {
      if (date) await db.updateTable('round').set({ round_on: date }).where('id', '=', id).execute()
    }
  }
}
