/**
 * What the pages of results ask for and would otherwise have to count from every judgement: two small roll-ups, and what a
 * child was when the audit was first submitted. Audits of before take that from the case as it stands now, which is the
 * best that is known of them.
 */
import { type Kysely, sql } from 'kysely'
import { isPostgres, text as textOf } from './column-types.ts'

/** Whoever changes these bands changes src/grading/rules/age-band.ts, and counts anew. */
const ageBand = sql`case
  when audit.child_age < 1 then 'under_1' when audit.child_age < 5 then '1_to_4'
  when audit.child_age < 10 then '5_to_9' when audit.child_age < 16 then '10_to_15'
  when audit.child_age < 18 then '16_to_17' else '18_and_over' end`

const childFacts = [
  ['sex', sql`audit.child_sex`, 'child_sex'],
  ['ethnicity', sql`audit.child_ethnicity`, 'child_ethnicity'],
  ['disability', sql`audit.child_disability`, 'child_disability'],
  ['age', ageBand, 'child_age'],
] as const

export const analytics = {
  async up(db: Kysely<any>): Promise<void> {
    const text = textOf(db)
    // Rows lie in the order of their key: a page reads the rounds that it shows, one after the other.
    const end = isPostgres(db) ? sql`` : sql`without rowid`

    await db.schema.alterTable('audit').addColumn('child_age', 'integer').execute()
    for (const column of ['child_sex', 'child_ethnicity', 'child_disability']) {
      await db.schema.alterTable('audit').addColumn(column, text).execute()
    }
    for (const [column, from] of [
      ['child_age', 'age'],
      ['child_sex', 'sex'],
      ['child_ethnicity', 'ethnicity_group'],
      ['child_disability', 'disability'],
    ] as const) {
      await sql`update audit set ${sql.ref(column)} = (
          select ${sql.ref(from)} from case_file where case_file.id = audit.case_id)
        where first_submitted_at is not null and case_id is not null`.execute(db)
    }

    await db.schema
      .createIndex('audit_by_coverage')
      .on('audit')
      .columns(['team_id', 'service_status', 'is_counted', 'audited_on'])
      .execute()
    await db.schema
      .createIndex('case_file_by_team_status')
      .on('case_file')
      .columns(['team_id', 'service_status'])
      .execute()

    await db.schema
      .createTable('tally_group')
      .addColumn('dimension', text, (c) => c.notNull())
      .addColumn('round_id', text, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('group_key', text, (c) => c.notNull())
      .addColumn('service_status', text, (c) => c.notNull())
      .addColumn('value', text, (c) => c.notNull())
      .addColumn('count', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_group_pk', [
        'dimension',
        'round_id',
        'theme',
        'group_key',
        'service_status',
        'value',
      ])
      .modifyEnd(end)
      .execute()
    await db.schema
      .createTable('tally_item')
      .addColumn('round_id', text, (c) => c.notNull())
      .addColumn('theme', text, (c) => c.notNull())
      .addColumn('item', text, (c) => c.notNull())
      .addColumn('team_id', text, (c) => c.notNull())
      .addColumn('graded', 'integer', (c) => c.notNull())
      .addColumn('weak', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('tally_item_pk', ['round_id', 'theme', 'item', 'team_id'])
      .modifyEnd(end)
      .execute()

    const columns = sql`(dimension, round_id, theme, group_key, service_status, value, count)`
    await sql`insert into tally_group ${columns}
      select 'team', round_id, theme, team_id, '', value, sum(count) from tally_team
      group by round_id, theme, team_id, value`.execute(db)
    await sql`insert into tally_group ${columns}
      select 'status', round_id, theme, service_status, '', value, sum(count) from tally_team
      group by round_id, theme, service_status, value`.execute(db)
    for (const [dimension, group, column] of childFacts) {
      await sql`insert into tally_group ${columns}
        select ${sql.lit(dimension)}, judgement.round_id, theme, ${group}, judgement.service_status, value, count(*)
        from audit join judgement on judgement.audit_id = audit.id
        where audit.is_counted = 1 and ${sql.ref(`audit.${column}`)} is not null and item = ''
        group by judgement.round_id, theme, ${group}, judgement.service_status, value`.execute(db)
    }
    await sql`insert into tally_item (round_id, theme, item, team_id, graded, weak)
      select judgement.round_id, theme, item, judgement.team_id, count(*),
        sum(case when value in ('requires_improvement', 'inadequate') then 1 else 0 end)
      from audit join judgement on judgement.audit_id = audit.id
      where audit.is_counted = 1 and item <> '' and kind = 'grade'
        and value in ('outstanding', 'good', 'requires_improvement', 'inadequate')
      group by judgement.round_id, theme, item, judgement.team_id`.execute(db)
  },
}
