/** The SQL of copies of everything about a case: which were made, and the midway checks with their words. */
import type { CaseCopyTable } from '../db/auditor-tables.ts'
import type { Db } from '../db/schema.ts'

export type CaseCopyFormat = CaseCopyTable['format']

/** The last ones made, the newest first. */
const COPIES_SHOWN = 5

export const insertCaseCopy = (
  db: Db,
  copy: { id: string; subjectId: string; format: CaseCopyFormat; madeAt: string; madeBy: string }
) =>
  db
    .insertInto('case_copy')
    .values({
      id: copy.id,
      subject_id: copy.subjectId,
      format: copy.format,
      made_at: copy.madeAt,
      made_by: copy.madeBy,
    })
    .execute()

export const listCaseCopies = (db: Db, subjectId: string) =>
  db
    .selectFrom('case_copy')
    .innerJoin('person', 'person.id', 'case_copy.made_by')
    .where('case_copy.subject_id', '=', subjectId)
    .select([
      'case_copy.id as id',
      'case_copy.format as format',
      'case_copy.made_at as madeAt',
      'person.name as madeByName',
    ])
    .orderBy('case_copy.made_at', 'desc')
    .orderBy('case_copy.id', 'desc')
    .limit(COPIES_SHOWN)
    .execute()

export const hasCaseCopySince = async (
  db: Db,
  copy: { subjectId: string; format: CaseCopyFormat; madeBy: string; since: string }
): Promise<boolean> => {
  const row = await db
    .selectFrom('case_copy')
    .where('subject_id', '=', copy.subjectId)
    .where('format', '=', copy.format)
    .where('made_by', '=', copy.madeBy)
    .where('made_at', '>=', copy.since)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

/** With what was written, the first one first. */
export const listChecksToCopy = (db: Db, caseId: string) =>
  db
    .selectFrom('midway_check')
    .leftJoin('person as checker', 'checker.id', 'midway_check.by_id')
    .select([
      'midway_check.checked_on as checkedOn',
      'midway_check.progress as progress',
      'midway_check.words as words',
      'checker.name as checkedByName',
    ])
    .where('midway_check.case_id', '=', caseId)
    .orderBy('midway_check.checked_on')
    .orderBy('midway_check.id')
    .execute()
