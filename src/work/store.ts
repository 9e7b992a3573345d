/** What My work shows, one query a list. Everything is asked for one person; what they may see is in the conditions. */
import { sql } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import {
  isOpenAction,
  isOwnAction,
  submittedAction,
  submittedActions,
  submittedTheme,
} from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import { teamsBelow } from '../people/team-store.ts'
import { auditThemeKey, commonKey } from '../rubrics/rules/rubric.ts'

/** What is his or hers to answer: started or not, or reopened. */
const TO_DO = ['allocated', 'in_progress', 'reopened'] as const

/** With the titles of their themes in the order in which they are asked. */
export const listAuditsToDo = async (db: Db, personId: string) => {
  const rows = await selectAuditsToDo(db, personId).execute()
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((same) => {
    const [first] = same
    if (!first) return []
    const { theme: _theme, ...audit } = first
    return { ...audit, themes: same.flatMap(({ theme }) => theme ?? []) }
  })
}

/** One row a theme. */
const selectAuditsToDo = (db: Db, personId: string) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('audit_theme', (join) =>
      join
        .onRef('audit_theme.audit_id', '=', 'audit.id')
        .on('audit_theme.theme', '<>', commonKey)
        .on('audit_theme.rubric_version_id', 'is not', null)
    )
    .leftJoin('rubric_version', 'rubric_version.id', 'audit_theme.rubric_version_id')
    .select([
      'audit.id as id',
      'audit.case_reference as caseReference',
      'audit.reference as reference',
      'audit.state as state',
      'audit.due_on as dueOn',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'round.name as roundName',
      'rubric_version.title as theme',
    ])
    .select((eb) =>
      eb
        .selectFrom('audit_note')
        .whereRef('audit_note.audit_id', '=', 'audit.id')
        .where('audit_note.person_id', '=', personId)
        .where('audit_note.is_marked', '=', 1)
        .select((inner) => inner.fn.countAll<number>().as('marked'))
        .as('later')
    )
    .where('audit.auditor_id', '=', personId)
    .where('audit.state', 'in', TO_DO)
    .where('audit.superseded_at', 'is', null)
    // The one longest late comes first by itself; without a date comes last.
    .orderBy(sql`coalesce(audit.due_on, '9999-12-31')`)
    .orderBy('audit.reference_key')
    .orderBy('audit_theme.position')

const selectActions = (db: Db) => {
  const { what, dueOn, ownerId } = submittedAction(db)
  return submittedActions(db)
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('person as owner', (join) => join.on('owner.id', '=', ownerId))
    .select([
      'action.id as id',
      'owner.name as ownerName',
      'audit.case_reference as caseReference',
      'round.name as roundName',
    ])
    .select([what.as('what'), dueOn.as('dueOn'), ownerId.as('ownerId')])
    .where(isOpenAction)
    .orderBy(sql`coalesce(${dueOn}, '9999-12-31')`)
    .orderBy('action.id')
}

/** How many of a team's actions a page shows; the rest are due later. */
export const TEAM_ACTIONS_SHOWN = 12

/** Actions that others own, on cases of the team and the teams below it; one more than are shown, to know of more. */
const selectTeamActions = (db: Db, teamId: string, exceptOwnerId: string) =>
  selectActions(db)
    .where('audit.team_id', 'in', teamsBelow(teamId))
    .where('audit.state', '=', 'submitted')
    // Not reopened, so that its owner is the one that was submitted.
    .where((eb) => eb.or([eb('owner.id', 'is', null), eb('owner.id', '<>', exceptOwnerId)]))
    .limit(TEAM_ACTIONS_SHOWN + 1)

/** The person's own actions and, with a team, those of others in it, by id: who owns each tells them apart. */
export const listActionsToDo = (db: Db, personId: string, teamId: string | null) => {
  const own = selectActions(db).where(isOwnAction(db, personId))
  const actions = db.selectFrom(own.as('own')).selectAll()
  if (teamId === null) return actions.orderBy('id').execute()
  const team = selectTeamActions(db, teamId, personId)
  return actions
    .unionAll(db.selectFrom(team.as('team')).selectAll())
    .orderBy('id')
    .execute()
}

/** The last five that the person submitted, with the grade that counts and whether they may still read it. */
export const listSubmittedLately = (db: Db, person: Reader) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('audit_theme', (join) =>
      join
        .onRef('audit_theme.audit_id', '=', 'audit.id')
        .on('audit_theme.theme', '=', auditThemeKey)
    )
    .select([
      'audit.id as id',
      'audit.case_reference as caseReference',
      'audit.reference as reference',
      'audit.submitted_at as submittedAt',
      'round.name as roundName',
    ])
    .select(submittedTheme.grade.as('grade'))
    .select(sql<number>`case when ${isReadableBy(person)} then 1 else 0 end`.as('isReadable'))
    .where('audit.auditor_id', '=', person.id)
    .where('audit.state', '=', 'submitted')
    .where('audit.submitted_at', 'is not', null)
    .where('audit.superseded_at', 'is', null)
    .orderBy('audit.submitted_at', 'desc')
    .orderBy('audit.id')
    .limit(5)
    .execute()

/** Open rounds with how far each is, the one due first in front. */
export const listOpenRounds = (db: Db, todayOn: string) =>
  db
    .selectFrom('round')
    .leftJoin('audit', (join) =>
      join
        .onRef('audit.round_id', '=', 'round.id')
        .on('audit.state', 'not in', ['withdrawn', 'voided'])
    )
    .select(['round.id as id', 'round.name as name', 'round.due_on as dueOn'])
    .select((eb) => [
      eb.fn.count<number>('audit.id').as('audits'),
      sql<number>`coalesce(sum(case when audit.state = 'submitted' then 1 else 0 end), 0)`.as(
        'submitted'
      ),
      sql<number>`coalesce(sum(case when audit.state = 'reopened' then 1 else 0 end), 0)`.as(
        'reopened'
      ),
      sql<number>`coalesce(sum(case when audit.state = 'to_allocate' then 1 else 0 end), 0)`.as(
        'toAllocate'
      ),
      sql<number>`coalesce(sum(case when audit.state <> 'submitted' and audit.due_on < ${todayOn} then 1 else 0 end), 0)`.as(
        'late'
      ),
    ])
    .where('round.state', '=', 'open')
    .groupBy(['round.id', 'round.name', 'round.due_on'])
    .orderBy(sql`coalesce(round.due_on, '9999-12-31')`)
    .orderBy('round.name')
    .execute()
