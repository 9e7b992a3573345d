/** The SQL of settings: every value that each ever had, the newest counts. */
import type { Db } from '../db/schema.ts'

export interface StoredSetting {
  readonly key: string
  readonly revision: number
  readonly value: string
}

export const findSetting = (db: Db, key: string): Promise<StoredSetting | undefined> =>
  db
    .selectFrom('setting')
    .select(['key', 'revision', 'value'])
    .where('key', '=', key)
    .orderBy('revision', 'desc')
    .limit(1)
    .executeTakeFirst()

/** The values that several settings have now, by key; what was never changed is not in it. */
export const findSettingValues = async (
  db: Db,
  keys: readonly string[]
): Promise<ReadonlyMap<string, string>> => {
  const rows = await db
    .selectFrom('setting')
    .select(['key', 'value'])
    .where('key', 'in', keys)
    .orderBy('revision')
    .execute()
  return new Map(rows.map(({ key, value }) => [key, value]))
}

/** What each setting that was ever changed is now, and who changed it last. */
export const listSettings = (db: Db) =>
  db
    .selectFrom('setting')
    .leftJoin('person', 'person.id', 'setting.changed_by')
    .select([
      'setting.key as key',
      'setting.revision as revision',
      'setting.value as value',
      'setting.changed_at as changedAt',
      'person.name as changedBy',
    ])
    .where((eb) =>
      eb(
        'setting.revision',
        '=',
        eb
          .selectFrom('setting as newest')
          .select((inner) => inner.fn.max('newest.revision').as('revision'))
          .whereRef('newest.key', '=', 'setting.key')
      )
    )
    .execute()

/** @returns false when somebody else was first with this revision */
export const insertSetting = async (
  db: Db,
  row: StoredSetting & { now: string; by: string | null }
): Promise<boolean> => {
  const result = await db
    .insertInto('setting')
    .values({
      key: row.key,
      revision: row.revision,
      value: row.value,
      changed_at: row.now,
      changed_by: row.by,
    })
    .onConflict((oc) => oc.doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}
