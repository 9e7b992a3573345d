/** The SQL of backup, restore and check: tables as a whole, and what must hold between them. */
import { sql } from 'kysely'
import type { Db } from '../db/schema.ts'
import { backupTables, type TableName, tableKeys } from '../db/table-keys.ts'
import type { BackupRow } from './rules/backup-format.ts'

type Row = Readonly<Record<string, string | number | null>>

/** The next rows of a table in the order of its primary key. */
export const listRowsAfter = async (
  db: Db,
  table: TableName,
  last: Row | undefined,
  limit: number
): Promise<Row[]> => {
  const keys = tableKeys[table]
  const columns = sql.join(keys.map((key) => sql.ref(key)))
  const after = last ? sql`where (${columns}) > (${sql.join(keys.map((key) => last[key]))})` : sql``
  const { rows } = await sql<Row>`
    select * from ${sql.table(table)} ${after} order by ${columns} limit ${limit}`.execute(db)
  return rows
}

export const countRows = async (db: Db, table: TableName): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}`.execute(db)
  return rows[0]?.count ?? 0
}

export const insertRows = async (
  db: Db,
  table: TableName,
  columns: readonly string[],
  rows: readonly BackupRow[]
): Promise<void> => {
  const values = rows.map((row) => sql`(${sql.join(row)})`)
  await sql`insert into ${sql.table(table)} (${sql.join(columns.map((name) => sql.ref(name)))})
    values ${sql.join(values)}`.execute(db)
}

/** What the migrations themselves put in; everything else is data. */
export const deleteFirstRows = async (db: Db): Promise<void> => {
  await db.deleteFrom('council').where('key', '=', 'secret').execute()
  await db.deleteFrom('event_head').where('number', '=', 0).execute()
}

/** One-click sign-in belongs to the file that `demo` made, never to a copy of it. */
export const removeDemoMark = (db: Db) =>
  db.deleteFrom('council').where('key', '=', 'demo').execute()

/** Tables that hold more than the migrations put in. */
export const listTablesWithData = async (db: Db): Promise<TableName[]> => {
  const found: TableName[] = []
  for (const table of backupTables) {
    const isFirst =
      table === 'council'
        ? sql`key = 'secret'`
        : table === 'event_head'
          ? sql`number = 0`
          : sql`1 = 0`
    const { rows } = await sql`
      select 1 from ${sql.table(table)} where not (${isFirst}) limit 1`.execute(db)
    if (rows.length > 0) found.push(table)
  }
  return found
}

/** References of audits that should be counted and have no judgement, or are not marked as counted. */
export const listAuditsWithoutJudgements = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('audit')
    .select('reference')
    .where('superseded_at', 'is', null)
    .where('state', 'in', ['submitted', 'reopened'])
    .where((eb) =>
      eb.or([
        eb('is_counted', '=', 0),
        eb.not(
          eb.exists(
            eb
              .selectFrom('judgement')
              .select('audit_id')
              .whereRef('judgement.audit_id', '=', 'audit.id')
          )
        ),
      ])
    )
    .orderBy('reference')
    .execute()
  return rows.map((row) => row.reference)
}

/** References of audits that are counted though they are not submitted, or are voided or superseded. */
export const listAuditsCountedWrongly = async (db: Db): Promise<string[]> => {
  const rows = await db
    .selectFrom('audit')
    .select('reference')
    .where('is_counted', '=', 1)
    .where((eb) =>
      eb.or([eb('superseded_at', 'is not', null), eb('state', 'not in', ['submitted', 'reopened'])])
    )
    .orderBy('reference')
    .execute()
  return rows.map((row) => row.reference)
}

/** Rubric versions with what the event log says was published. */
export const listRubricContents = (db: Db) =>
  db
    .selectFrom('rubric_version')
    .leftJoin('event', (join) =>
      join
        .onRef('event.subject_id', '=', 'rubric_version.id')
        .on('event.type', '=', 'rubric.published')
    )
    .select([
      'rubric_version.rubric_key as key',
      'rubric_version.version',
      'rubric_version.content',
      'rubric_version.content_hash as contentHash',
      'event.details as published',
    ])
    .orderBy('rubric_version.rubric_key')
    .orderBy('rubric_version.version')
    .execute()

/** Submitted audits of which judgements differ from the answers and grades they were made of, with how many. */
export const listAuditsJudgedOtherwise = async (
  db: Db
): Promise<{ reference: string; count: number }[]> => {
  const { rows } = await sql<{ reference: string; count: number }>`
    select audit.reference as reference, count(*) as count
    from audit
    join judgement on judgement.audit_id = audit.id
    left join answer on answer.audit_id = audit.id and answer.item_key = judgement.item
    left join audit_theme on audit_theme.audit_id = audit.id
      and audit_theme.theme = judgement.theme and judgement.item = ''
    where audit.origin = 'product' and audit.state = 'submitted' and judgement.kind <> 'category'
      and judgement.auditor_value <> case
        when judgement.item = '' then coalesce(audit_theme.auditor_grade, 'not_applicable')
        when answer.state = 'answered' then answer.value
        else coalesce(answer.state, '') end
    group by audit.reference order by audit.reference`.execute(db)
  return rows
}

/** What every version says of its items' meanings, with the versions that it names. */
export const listMeaningsOfVersions = (db: Db) =>
  db
    .selectFrom('rubric_meaning')
    .innerJoin('rubric_version as own', 'own.id', 'rubric_meaning.version_id')
    .innerJoin('rubric_version as since', 'since.id', 'rubric_meaning.since_version_id')
    .select(['own.rubric_key as key', 'own.version', 'own.content', 'item_key as item'])
    .select(['since.rubric_key as sinceKey', 'since.version as sinceVersion'])
    .select(['own.published_at as publishedAt', 'since.published_at as sincePublishedAt'])
    .orderBy('own.rubric_key')
    .orderBy('own.version')
    .orderBy('item_key')
    .execute()

/** Versions that audits of a round have and that are not noted for it. */
export const listUnnotedVersions = async (
  db: Db
): Promise<{ round: string; theme: string; version: string }[]> => {
  const { rows } = await sql<{ round: string; theme: string; version: string }>`
    select distinct round.name as round, audit_theme.theme as theme, rubric_version.version as version
    from audit_theme
    join audit on audit.id = audit_theme.audit_id
    join round on round.id = audit.round_id
    join rubric_version on rubric_version.id = audit_theme.rubric_version_id
    where not exists (
      select 1 from round_version rv where rv.theme = audit_theme.theme
        and rv.round_id = audit.round_id and rv.rubric_version_id = audit_theme.rubric_version_id
    )
    order by round.name, audit_theme.theme`.execute(db)
  return rows
}

/** Pairs of the team tree that are kept and should not be, or are missing: walked here, and not as they are written. */
export const listWrongPaths = async (
  db: Db
): Promise<{ team: string; ancestor: string; kept: number }[]> => {
  const { rows } = await sql<{ team: string; ancestor: string; kept: number }>`
    with recursive walked(ancestor_id, team_id) as (
      select id, id from team
      union
      select walked.ancestor_id, team.id from walked join team on team.parent_id = walked.team_id
    )
    select team.name as team, above.name as ancestor, pair.kept as kept from (
      select ancestor_id, team_id, 0 as kept from walked
        where not exists (select 1 from team_path p
          where p.ancestor_id = walked.ancestor_id and p.team_id = walked.team_id)
      union all
      select ancestor_id, team_id, 1 as kept from team_path
        where not exists (select 1 from walked w
          where w.ancestor_id = team_path.ancestor_id and w.team_id = team_path.team_id)
    ) pair
    join team on team.id = pair.team_id join team above on above.id = pair.ancestor_id
    order by team.name_key, above.name_key`.execute(db)
  return rows.map((row) => ({ ...row, kept: Number(row.kept) }))
}
