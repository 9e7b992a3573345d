/** The case feature's SQL: what the council knows of each case file, found by id or by reference. */
import { fromJson, toJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { ServiceStatus } from '../rubrics/rules/service-status.ts'

export interface CaseFile {
  readonly id: string
  readonly reference: string
  readonly serviceStatus: ServiceStatus
  readonly teamId: string | null
  readonly workerId: string | null
  readonly iroId: string | null
  /** Whole years at import; null is not known. */
  readonly age: number | null
  readonly sex: string | null
  readonly ethnicityGroup: string | null
  readonly disability: string | null
  readonly flags: readonly string[]
  readonly statusStartedOn: string | null
  readonly nextReviewOn: string | null
}

const caseColumns = [
  'case_file.id as id',
  'case_file.reference as reference',
  'case_file.service_status as serviceStatus',
  'case_file.team_id as teamId',
  'case_file.worker_id as workerId',
  'case_file.iro_id as iroId',
  'case_file.age as age',
  'case_file.sex as sex',
  'case_file.ethnicity_group as ethnicityGroup',
  'case_file.disability as disability',
  'case_file.flags as flags',
  'case_file.status_started_on as statusStartedOn',
  'case_file.next_review_on as nextReviewOn',
] as const

const asCase = <R extends { serviceStatus: string; flags: string }>(row: R) => ({
  ...row,
  serviceStatus: row.serviceStatus as ServiceStatus,
  flags: fromJson<readonly string[]>(row.flags),
})

/** Few enough for one statement on every database. */
const CHUNK = 500

const inChunks = async <T>(
  values: readonly string[],
  read: (some: readonly string[]) => Promise<T[]>
): Promise<T[]> => {
  const found: T[] = []
  for (let from = 0; from < values.length; from += CHUNK) {
    found.push(...(await read(values.slice(from, from + CHUNK))))
  }
  return found
}

export const findCase = async (db: Db, id: string): Promise<CaseFile | undefined> => {
  const row = await db
    .selectFrom('case_file')
    .select(caseColumns)
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asCase(row)
}

/** By id, in no particular order; unknown ids are left out. */
export const listCases = (db: Db, ids: readonly string[]): Promise<CaseFile[]> =>
  inChunks(ids, async (some) =>
    (await db.selectFrom('case_file').select(caseColumns).where('id', 'in', some).execute()).map(
      asCase
    )
  )

/** By reference key (`toKey`); unknown ones are left out. */
export const listCasesByKey = (
  db: Db,
  keys: readonly string[]
): Promise<{ id: string; reference: string; referenceKey: string }[]> =>
  inChunks(keys, (some) =>
    db
      .selectFrom('case_file')
      .select(['id', 'reference', 'reference_key as referenceKey'])
      .where('reference_key', 'in', some)
      .execute()
  )

/** Whole, by reference key (`toKey`), in no particular order; unknown ones are left out. */
export const listCaseFilesByKey = (db: Db, keys: readonly string[]): Promise<CaseFile[]> =>
  inChunks(keys, async (some) =>
    (
      await db
        .selectFrom('case_file')
        .select(caseColumns)
        .where('reference_key', 'in', some)
        .execute()
    ).map(asCase)
  )

/** @returns false when the reference is known already; nothing is written then */
export const insertCase = async (
  db: Db,
  row: CaseFile & { referenceKey: string; now: string }
): Promise<boolean> => {
  const result = await db
    .insertInto('case_file')
    .values({
      id: row.id,
      reference: row.reference,
      reference_key: row.referenceKey,
      service_status: row.serviceStatus,
      team_id: row.teamId,
      worker_id: row.workerId,
      iro_id: row.iroId,
      age: row.age,
      sex: row.sex,
      ethnicity_group: row.ethnicityGroup,
      disability: row.disability,
      flags: toJson(row.flags),
      status_started_on: row.statusStartedOn,
      next_review_on: row.nextReviewOn,
      created_at: row.now,
      updated_at: row.now,
    })
    .onConflict((conflict) => conflict.column('reference_key').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
