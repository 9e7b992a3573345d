/** Every audit that is or was a person's: to do, submitted, handed over, withdrawn, voided. A page at a time. */
import { type Expression, type SqlBool, sql } from 'kysely'
import { isReadableBy, type Reader } from '../audits/reader-store.ts'
import { submittedTheme } from '../audits/submitted-store.ts'
import type { Db } from '../db/schema.ts'
import type { OwnState } from './rules/own-state.ts'

const OWN_AUDITS_A_PAGE = 25

export interface OwnFilters {
  readonly state?: OwnState | undefined
  readonly round?: string | undefined
  /** Of the day it was audited, or while it is to do of its due date. */
  readonly year?: string | undefined
  readonly sort?: 'due' | 'newest' | 'case' | undefined
}

const OPEN = ['allocated', 'in_progress', 'reopened'] as const

/** `own` is 1 while it is theirs; somebody they handed it to has it otherwise. */
const ownAudits = (db: Db, personId: string) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .where('audit.superseded_at', 'is', null)
    // In a draft nobody has been told of anything.
    .where('audit.state', '<>', 'to_allocate')
    .where((eb) =>
      eb.or([
        eb('audit.auditor_id', '=', personId),
        // A QA lead gave it to somebody else after the round had opened.
        eb('audit.previous_auditor_id', '=', personId),
        eb(
          'audit.id',
          'in',
          eb
            .selectFrom('hand_over')
            .select('hand_over.audit_id')
            .where('hand_over.from_id', '=', personId)
            .where('hand_over.state', '=', 'agreed')
        ),
      ])
    )

const isOwn = (personId: string) => sql<SqlBool>`audit.auditor_id = ${personId}`

const isOpen = sql<SqlBool>`audit.state in (${sql.join(OPEN)})`

const both = (first: Expression<SqlBool>, second: Expression<SqlBool>) =>
  sql<SqlBool>`(${first} and ${second})`

const inState: Readonly<Record<OwnState, (personId: string) => Expression<SqlBool>>> = {
  open: (personId) => both(isOwn(personId), isOpen),
  submitted: (personId) => both(isOwn(personId), sql<SqlBool>`audit.state = 'submitted'`),
  handed_over: (personId) =>
    sql<SqlBool>`(audit.auditor_id is null or audit.auditor_id <> ${personId})`,
  ended: (personId) => both(isOwn(personId), sql<SqlBool>`audit.state in ('withdrawn', 'voided')`),
}

const yearOf = sql<string>`substr(coalesce(audit.audited_on, audit.due_on, ''), 1, 4)`

/** What is to do first and the longest late first of it; then what was done, the last first. */
export const listOwnAudits = async (db: Db, person: Reader, filters: OwnFilters, page: number) => {
  const personId = person.id
  let matching = ownAudits(db, personId)
  if (filters.state) matching = matching.where(inState[filters.state](personId))
  if (filters.round) matching = matching.where('round.id', '=', filters.round)
  if (filters.year) matching = matching.where(yearOf, '=', filters.year)
  const { count } = await matching
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(Number(count) / OWN_AUDITS_A_PAGE))
  const shown = Math.min(page, pages)
  let selected = matching
    .leftJoin('case_file', 'case_file.id', 'audit.case_id')
    .leftJoin('audit_theme', (join) =>
      join
        .onRef('audit_theme.audit_id', '=', 'audit.id')
        .on('audit_theme.theme', '=', sql.lit('audit'))
    )
    .select([
      'audit.id as id',
      'audit.reference as reference',
      'audit.state as state',
      'audit.auditor_id as auditorId',
      'audit.due_on as dueOn',
      'audit.audited_on as auditedOn',
      'audit.submitted_at as submittedAt',
      'audit.answered as answered',
      'audit.to_answer as toAnswer',
      'round.name as roundName',
    ])
    .select([
      'audit.allocated_at as allocatedAt',
      sql<0 | 1>`case when exists (select 1 from hand_over where hand_over.audit_id = audit.id
        and hand_over.from_id = ${personId} and hand_over.state = 'agreed') then 1 else 0 end`.as(
        'isHandedOver'
      ),
      sql<0 | 1>`case when ${isReadableBy(person)} then 1 else 0 end`.as('isReadable'),
      sql<string>`coalesce(case_file.reference, audit.case_reference, '')`.as('caseReference'),
      submittedTheme.grade.as('grade'),
    ])
  const newest = sql`coalesce(audit.submitted_at, audit.allocated_at, '')`
  if (filters.sort === 'case') {
    selected = selected.orderBy(sql`coalesce(case_file.reference_key, audit.case_reference, '')`)
  } else if (filters.sort !== 'newest') {
    const toDo = both(isOwn(personId), isOpen)
    selected = selected
      .orderBy(sql`case when ${toDo} then 0 else 1 end`)
      .orderBy(sql`case when ${toDo} then coalesce(audit.due_on, '9999-12-31') else '' end`)
  }
  const audits = await selected
    .orderBy(newest, 'desc')
    .orderBy('audit.reference_key')
    .limit(OWN_AUDITS_A_PAGE)
    .offset((shown - 1) * OWN_AUDITS_A_PAGE)
    .execute()
  return { audits, count: Number(count), pages, page: shown }
}

/** The rounds and years that a person's audits are of, for the filters; the newest first. */
export const listOwnChoices = async (db: Db, personId: string) => {
  const rows = await ownAudits(db, personId)
    .select(['round.id as id', 'round.name as name', 'round.round_on as roundOn'])
    .select(yearOf.as('year'))
    .distinct()
    .orderBy('round.round_on', 'desc')
    .orderBy('round.name')
    .execute()
  const rounds = new Map(rows.map(({ id, name }) => [id, { id, name }]))
  const years = new Set(rows.flatMap(({ year }) => (year === '' ? [] : [year])))
  return { rounds: [...rounds.values()], years: [...years].toSorted().toReversed() }
}
