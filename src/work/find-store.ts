/**
 * The SQL of finding: each list asks only for what the reader may open, and is read no further than is shown. Cases are
 * found where they lie within the reader's scope, and through audits and actions of theirs that the reader may open.
 */
import { type Expression, expressionBuilder, type SqlBool, sql } from 'kysely'
import { isOpenableBy, waysToOpen } from '../audits/case-reader-store.ts'
import { isReadableBy, type Reader, waysToRead } from '../audits/reader-store.ts'
import {
  isOwnAction,
  isSubmittedAction,
  submittedAction,
  submittedActions,
} from '../audits/submitted-store.ts'
import type { Db, Tables } from '../db/schema.ts'
import type { KeyRange } from './rules/find-text.ts'

/** As the index of migration 0012 has it. */
const caseKey = sql<string | null>`lower(${sql.ref('audit.case_reference')})`

/** The same of a case, as the indexes of migration 0023 have it. */
const caseFileKey = sql<string>`lower(${sql.ref('case_file.reference')})`

const ofAction = expressionBuilder<Tables, 'action' | 'audit'>()

/** The place in a list after which a page of it begins. */
export interface FindPage {
  readonly after: string
  readonly size: number
}

const within = (key: Expression<unknown>, { from, to }: KeyRange, { after }: FindPage) =>
  ofAction.and([
    sql<SqlBool>`${key} >= ${from}`,
    sql<SqlBool>`${key} < ${to}`,
    ...(after === '' ? [] : [sql<SqlBool>`${key} > ${after}`]),
  ])

/**
 * Keys of cases of the range, in order: those within the reader's scope, and those with an audit that the reader may read or
 * an action that they own. Every way is walked along its own index and stops at the size of the page.
 */
export const listCaseKeys = async (
  db: Db,
  reader: Reader,
  teamIds: readonly string[] | undefined,
  range: KeyRange,
  page: FindPage
): Promise<string[]> => {
  const inRange = within(caseKey, range, page)
  const owned = submittedActions(db)
    .select(caseKey.as('key'))
    .where(isOwnAction(db, reader.id))
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
  for (const way of waysToOpen(reader, teamIds)) {
    const opened = db
      .selectFrom('case_file')
      .select(caseFileKey.as('key'))
      .where(way)
      .where(within(caseFileKey, range, page))
      .orderBy('key')
      .limit(page.size)
    found = found.unionAll(db.selectFrom(opened.as('opened')).select('opened.key as key'))
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

const actionColumns = (db: Db) => {
  const { what, state, dueOn } = submittedAction(db)
  return [what.as('what'), state.as('actionState'), dueOn.as('actionDueOn')] as const
}

const flagOf = (condition: Expression<SqlBool>) =>
  sql<number>`case when ${condition} then 1 else 0 end`

/** Those of these cases whose page the reader may open. */
export const listCasePages = (db: Db, reader: Reader, keys: readonly string[]) =>
  db
    .selectFrom('case_file')
    .select(['case_file.id as id', 'case_file.reference as reference', caseFileKey.as('key')])
    .where(caseFileKey, 'in', keys)
    .where(isOpenableBy(reader))
    .execute()

const ofReference = (db: Db, auditKey: string) =>
  db
    .selectFrom('audit')
    .select('audit.id')
    .where('audit.reference_key', '=', auditKey)
    .where('audit.superseded_at', 'is', null)

/**
 * The audits and actions of these cases that the reader may open, and the audit of the reference that was typed, whatever its
 * case: one row an audit and action, newest audits first. `isReadable` is 0 where they may open the action and not its audit.
 */
export const listOfCases = (db: Db, reader: Reader, keys: readonly string[], auditKey: string) =>
  db
    .selectFrom('audit')
    .innerJoin('round', 'round.id', 'audit.round_id')
    .leftJoin('action', (join) =>
      join
        .onRef('action.audit_id', '=', 'audit.id')
        .on(isSubmittedAction)
        .on(ofAction.or([isReadableBy(reader), isOwnAction(db, reader.id)]))
    )
    .select([...auditColumns, 'action.id as actionId'])
    .select(actionColumns(db))
    .select([
      caseKey.as('caseKey'),
      'audit.case_id as caseId',
      'audit.reference_key as referenceKey',
      flagOf(isReadableBy(reader)).as('isReadable'),
    ])
    // Two lists of few, each by its index; an `or` would walk through every audit in the order asked for.
    .where(
      'audit.id',
      'in',
      keys.length === 0
        ? ofReference(db, auditKey)
        : db
            .selectFrom('audit')
            .select('audit.id')
            .where(caseKey, 'in', keys)
            .unionAll(ofReference(db, auditKey))
    )
    .where((eb) => eb.or([isReadableBy(reader), eb('action.id', 'is not', null)]))
    .orderBy('caseKey')
    .orderBy('audit.id', 'desc')
    .orderBy('action.id')
    .execute()

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
    let actions = submittedActions(db)
      .innerJoin('round', 'round.id', 'audit.round_id')
      .select([
        'action.id as actionId',
        'audit.case_reference as caseReference',
        'round.name as roundName',
      ])
      .select(actionColumns(db))
      .where(which)
      .orderBy('action.id', 'desc')
      .limit(page.size)
    if (page.after !== '') actions = actions.where('action.id', '<', page.after)
    for (const pattern of patterns) {
      actions = actions.where(
        sql<SqlBool>`lower(${submittedAction(db).what}) like ${pattern} escape '\\'`
      )
    }
    return actions
  }
  const open = matching(ofAction.and([ofAction('action.state', '=', 'open'), isReadableBy(reader)]))
  return db
    .selectFrom(matching(isOwnAction(db, reader.id)).as('own'))
    .selectAll()
    .union(db.selectFrom(open.as('open')).selectAll())
    .orderBy('actionId', 'desc')
    .limit(page.size)
    .execute()
}

export type FoundRow = Awaited<ReturnType<typeof listOfCases>>[number]
export type FoundAction = Awaited<ReturnType<typeof listActionsOfWords>>[number]
