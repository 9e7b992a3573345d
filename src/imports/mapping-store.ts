/** The SQL of mappings that stand: what reading a results file needs of them. Making and undoing them is for map-store.ts. */
import type { Db } from '../db/schema.ts'
import type { StandingMapping } from './rules/known-mappings.ts'

const REVISION = 'history_mappings'

export const listStandingMappings = (db: Db): Promise<StandingMapping[]> =>
  db
    .selectFrom('history_mapping')
    .leftJoin('person', 'person.id', 'history_mapping.mapped_by')
    .select([
      'history_mapping.id as id',
      'history_mapping.kind as kind',
      'history_mapping.from_theme as fromTheme',
      'history_mapping.from_item as fromItem',
      'history_mapping.from_team_id as fromTeamId',
      'history_mapping.to_theme as toTheme',
      'history_mapping.to_item as toItem',
      'history_mapping.to_team_id as toTeamId',
      'person.name as mappedByName',
      'history_mapping.mapped_at as mappedAt',
    ])
    .where('history_mapping.undone_at', 'is', null)
    .orderBy('history_mapping.mapped_at')
    .orderBy('history_mapping.id')
    .execute()

/** Changes with every mapping made or undone. */
export const readMappingRevision = async (db: Db): Promise<string> => {
  const row = await db
    .selectFrom('council')
    .select('value')
    .where('key', '=', REVISION)
    .executeTakeFirst()
  return row?.value ?? ''
}

/**
 * Makes whoever maps and whoever switches an import in wait for each other, to the end of this transaction.
 * @param next the new revision; without it the revision stays
 * @returns the revision as it was before, seen behind the lock
 */
export const lockMappings = async (db: Db, next?: string): Promise<string> => {
  const row = await db
    .insertInto('council')
    .values({ key: REVISION, value: '' })
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet((eb) => ({ value: eb.ref('council.value') }))
    )
    .returning('value')
    .executeTakeFirstOrThrow()
  if (next !== undefined) {
    await db.updateTable('council').set({ value: next }).where('key', '=', REVISION).execute()
  }
  return row.value
}
