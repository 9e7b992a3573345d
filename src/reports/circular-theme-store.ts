/** The SQL of a theme's rubric as a learning circular needs it: what is in force, and what its items were ever called. */
import type { Db } from '../db/schema.ts'
import { rubricFromCanonical } from '../rubrics/rules/rubric-identity.ts'
import { compareVersions, currentVersion } from '../rubrics/rules/rubric-version.ts'
import { scaleOf } from '../rubrics/rules/scale.ts'
import type { ThemeNow } from './rules/circular.ts'

export type CircularTheme = {
  /** Undefined where every version is withdrawn. */
  readonly now: ThemeNow | undefined
  /** Short names of the items of all versions, by key. */
  readonly items: ReadonlyMap<string, string>
}

export const loadCircularTheme = async (db: Db, key: string): Promise<CircularTheme> => {
  const rows = await db
    .selectFrom('rubric_version')
    .leftJoin('rubric_withdrawal', (join) =>
      join
        .onRef('rubric_withdrawal.version_id', '=', 'rubric_version.id')
        .on('restored_at', 'is', null)
    )
    .select(['version', 'content', 'rubric_withdrawal.id as withdrawalId'])
    .where('rubric_key', '=', key)
    .execute()
  const versions = rows
    .toSorted((a, b) => compareVersions(a.version, b.version))
    .map(({ version, content, withdrawalId }) => {
      const rubric = rubricFromCanonical(content)
      return { rubric, version, isWithdrawn: withdrawalId !== null }
    })
  const current = currentVersion(versions)?.rubric
  return {
    now: current && { ...current, scale: scaleOf(current) },
    items: new Map(
      versions.flatMap(({ rubric }) =>
        rubric.items.map(({ key, short }): [string, string] => [key, short])
      )
    ),
  }
}
