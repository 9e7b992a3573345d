/**
 * The SQL of finding: each list asks only for what the reader may open, and is read no further than is shown. Cases are
 * found through the audits and actions of theirs that the reader may open.
 */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { isReadableBy, type Reader, waysToRead } from '../audits/reader-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import type { KeyRange } from './rules/find-text.ts'

/** As the index of migration 0012 has it. */
const caseKey = sql<string | null>`lower(${sql.ref('audit.case_reference')})`

const ofAction = expressionBuilder<Tables, 'action' | 'audit'>()

/** Open or done, and told of: what `isShownToOwner` says, on rows. */
export const isOwnAction = (personId: string): Expression<SqlBool> =>
  ofAction.and([
    ofAction('action.owner_id', '=', personId),
    ofAction('action.state', '<>', 'removed'),
    ofAction('audit.first_submitted_at', 'is not', null),
    ofAction('audit.state', 'in', ['submitted', 'reopened']),
    ofAction('audit.superseded_at', 'is', null),
  ])

/** The place in a list after which a page of it begins. */
export interface FindPage {
  readonly after: string
  readonly size: number
}

/**
 * Keys of cases of the range, in order: those with an audit that the reader may read or an action that they own. Every way
 * to read is walked along its own index and stops at the size of the page.
 */
export const listCaseKeys = async (
  db: Db,
  reader: Reader,
  teamIds: readonly string[] | undefined,
  range: KeyRange,
  page: FindPage
): Promise<string[]> => {
  const inRange = ofAction.and([
    sql<SqlBool>`${caseKey} >= ${range.from}`,
    sql<SqlBool>`${caseKey} < ${range.to}`,
    ...(page.after === '' ? [] : [sql<SqlBool>`${caseKey} > ${page.after}`]),
  ])
  const owned = db
    .selectFrom('action')
    .innerJoin('audit', 'audit.id', 'action.audit_id')
    .select(caseKey.as('key'))
    .where(isOwnAction(reader.id))
    .where(inRange)
    .distinct()
    .orderBy('key')
    .limit(page.size)
  let found = db.selectFrom(owned.as('owned')).select('owned.key as key')
  for (const way of waysToRead(reader, teamIds)) {
    const read = db
      .selectFrom('audit')
      .select(caseKey.as('key'))
      .where(way)
      .where(inRange)
      .distinct()
      .orderBy('key')
      .limit(page.size)
    found = found.unionAll(db.selectFrom(read.as('read')).select('read.key as key'))
  }
  const rows = await db
    .selectFrom(found.as('found'))
    .select('found.key as key')
    .distinct()
    .orderBy('key')
    .limit(page.size)
    .execute()
  return rows.flatMap(({ key }) => (key === null ? [] : [key]))
}

const auditColumns = [
  'audit.id as id',
  'audit.reference as reference',
  'audit.case_reference as caseReference',
  'audit.state as state',
  'audit.audited_on as auditedOn',
  'audit.due_on as dueOn',
  'round.name as roundName',
] as const

const actionColumns = [
  'action.id as actionId',
  'action.what as what',
  'action.state as actionState',
  'action.due_on as actionDueOn',
] as const

const flagOf = (condition: Expression<SqlBool>) =>
  sql<number>`case when ${condition} then 1 else 0 end`

/**
 * The audits and actions of these cases that the reader may open: one row an audit and action, newest audits first.
 * `isReadable` is 0 where they may open the action and not its audit.
 */
export const listOfCases = (db: Db, reader: Reader, keys: readonly string[]) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('action', (join) =>
      join
        .onRef('action.audit_id', '=', 'audit.id')
        .on('action.state', '<>', 'removed')
        .on(ofAction.or([isReadableBy(reader), isOwnAction(reader.id)]))
    )
    .select([...auditColumns, ...actionColumns])
    .select([caseKey.as('caseKey'), flagOf(isReadableBy(reader)).as('isReadable')])
    .where(caseKey, 'in', keys)
    .where((eb) => eb.or([isReadableBy(reader), eb('action.id', 'is not', null)]))
    .orderBy('caseKey')
    .orderBy('audit.id', 'desc')
    .orderBy('action.id')
    .execute()

/** The one audit of this reference (`toKey`), if the reader may read it. */
export const findReadableAudit = (db: Db, reader: Reader, referenceKey: string) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .select(auditColumns)
    .where('audit.reference_key', '=', referenceKey)
    .where('audit.superseded_at', 'is', null)
    .where(isReadableBy(reader))
    .executeTakeFirst()

export const listRoundNames = (db: Db) =>
  db
    .selectFrom('round')
    .select(['id', 'name', 'state', 'round_on as roundOn'])
    .orderBy('round_on', 'desc')
    .orderBy('name_key')
    .execute()

/** Actions with all of the words in what is to be done, newest first: the reader's own, and open ones they may read. */
export const listActionsOfWords = (
  db: Db,
  reader: Reader,
  patterns: readonly string[],
  page: FindPage
) => {
  const matching = (which: Expression<SqlBool>) => {
    let actions = db
      .selectFrom('action')
      .innerJoin('audit', 'audit.id', 'action.audit_id')
      .innerJoin('round', 'round.id', 'audit.round_id')
      .select([
        ...actionColumns,
        'audit.case_reference as caseReference',
        'round.name as roundName',
      ])
      .where(which)
      .orderBy('action.id', 'desc')
      .limit(page.size)
    if (page.after !== '') actions = actions.where('action.id', '<', page.after)
    for (const pattern of patterns) {
      actions = actions.where(sql<SqlBool>`lower(action.what) like ${pattern} escape '\\'`)
    }
    return actions
  }
  const open = matching(ofAction.and([ofAction('action.state', '=', 'open'), isReadableBy(reader)]))
  return db
    .selectFrom(matching(isOwnAction(reader.id)).as('own'))
    .selectAll()
    .union(db.selectFrom(open.as('open')).selectAll())
    .orderBy('actionId', 'desc')
    .limit(page.size)
    .execute()
}

export type FoundRow = Awaited<ReturnType<typeof listOfCases>>[number]
export type FoundAudit = NonNullable<Awaited<ReturnType<typeof findReadableAudit>>>
export type FoundAction = Awaited<ReturnType<typeof listActionsOfWords>>[number]
