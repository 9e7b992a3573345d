/** The SQL of the history of imports: who brought in what, and the audits of one import. */
import type { Db } from '../db/schema.ts'

export const IMPORTS_A_PAGE = 25
export const AUDITS_A_PAGE = 50

const imports = (db: Db) =>
  db
    .selectFrom('results_import')
    .leftJoin('person', 'person.id', 'results_import.imported_by')
    .leftJoin('person as undoer', 'undoer.id', 'results_import.undone_by')
    .where('results_import.state', '<>', 'staged')
    .select([
      'results_import.id as id',
      'results_import.file_name as fileName',
      'results_import.file_hash as fileHash',
      'person.name as importedByName',
      'results_import.imported_at as importedAt',
      'results_import.state as state',
      'results_import.audits as audits',
      'results_import.judgements as judgements',
      'undoer.name as undoneByName',
      'results_import.undone_at as undoneAt',
      'results_import.undo_reason as undoReason',
    ])

/** One import, as its page shows it. */
export const findImportPage = (db: Db, id: string) =>
  imports(db).where('results_import.id', '=', id).executeTakeFirst()

export type ImportPage = NonNullable<Awaited<ReturnType<typeof findImportPage>>>

/** Newest first; one more than a page shows, so that the caller can tell whether there is another. */
export const listImportPages = (db: Db, page: number): Promise<ImportPage[]> =>
  imports(db)
    .orderBy('results_import.imported_at', 'desc')
    .orderBy('results_import.id', 'desc')
    .offset((page - 1) * IMPORTS_A_PAGE)
    .limit(IMPORTS_A_PAGE + 1)
    .execute()

/** Audits that an import made; one more than a page shows. `supersededAt` not null: it no longer counts. */
export const listAuditsOfImport = (db: Db, importId: string, page: number) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('team', 'team.id', 'audit.team_id')
    .leftJoin('team as typed_team', 'typed_team.id', 'audit.imported_team_id')
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.case_reference as caseReference',
      'audit.audited_on as auditedOn',
      'round.name as round',
      'team.name as team',
      'typed_team.name as typedTeam',
      'audit.superseded_at as supersededAt',
    ])
    .where('audit.import_id', '=', importId)
    .orderBy('audit.reference_key')
    .offset((page - 1) * AUDITS_A_PAGE)
    .limit(AUDITS_A_PAGE + 1)
    .execute()

export type ImportedAudit = Awaited<ReturnType<typeof listAuditsOfImport>>[number]

/** What undoing an import would take out and put back. */
export const countUndo = async (db: Db, importId: string, importedAt: string) => {
  const standing = await db
    .selectFrom('audit')
    .select((eb) => eb.fn.countAll<number>().as('audits'))
    .select((eb) => eb.fn.count<number>('round_id').distinct().as('rounds'))
    .where('import_id', '=', importId)
    .where('superseded_at', 'is', null)
    .executeTakeFirst()
  const judgements = await db
    .selectFrom('judgement')
    .innerJoin('audit', 'audit.id', 'judgement.audit_id')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('audit.import_id', '=', importId)
    .where('audit.superseded_at', 'is', null)
    .executeTakeFirst()
  const restored = await db
    .selectFrom('audit')
    .innerJoin('results_import', 'results_import.id', 'audit.import_id')
    .innerJoin('audit as after', (join) =>
      join
        .onRef('after.reference_key', '=', 'audit.reference_key')
        .on('after.import_id', '=', importId)
        .on('after.superseded_at', 'is', null)
    )
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('audit.superseded_at', '=', importedAt)
    .where('results_import.state', '=', 'imported')
    .executeTakeFirst()
  return {
    audits: Number(standing?.audits ?? 0),
    rounds: Number(standing?.rounds ?? 0),
    judgements: Number(judgements?.count ?? 0),
    restored: Number(restored?.count ?? 0),
  }
}

export type UndoCounts = Awaited<ReturnType<typeof countUndo>>
