/**
 * Which cases a person may open, as SQL and in this one place (docs/decisions/0029): those that lie within a scope of theirs
 * as they are now, and those of which they may read an audit. How much of a case they then see is asked row by row where
 * the rows are read.
 */
import { expressionBuilder, type SqlBool, sql } from 'kysely'
import type { Tables } from '../db/schema.ts'
import { leadsCouncil } from '../people/rules/leads-council.ts'
import { isGranted, scopesOf } from '../people/rules/permissions.ts'
import { type Reach, reachesOf, type ScopeColumns } from '../people/scope-store.ts'
import { isReadableBy, type Reader } from './reader-store.ts'

const eb = expressionBuilder<Tables, 'case_file'>()

const columns: ScopeColumns = {
  own: eb.ref('case_file.worker_id'),
  team: eb.ref('case_file.team_id'),
  reviewer: eb.ref('case_file.iro_id'),
}

/**
 * The ways in which a case, as it is now, is the person's to open: conditions on rows of `case_file`, each of which an index
 * can answer.
 *
 * @param teamIds where the caller has read them (`listTeamsToRead`): one condition a team
 */
export const waysToOpen = (
  reader: Reader,
  teamIds?: readonly string[],
  permission: 'cases.read' | 'cases.copy' = 'cases.read'
): Reach[] => {
  const scopes = scopesOf(reader.roles, permission)
  // A copy of everything is made by those who read every audit of it, and that goes by service.
  const isAll = scopes.includes('all') || (permission === 'cases.read' && leadsCouncil(reader))
  return (isAll ? (['all'] as const) : scopes).flatMap((scope) =>
    reachesOf(scope, columns, reader, teamIds)
  )
}

/** Holds for the cases that lie within a scope of the person as they are now; for nobody's it holds for none. */
export const isWithinScope = (reader: Reader): Reach => eb.or(waysToOpen(reader))

/** Holds for the cases of which the person may make a copy of everything, if they may read all of it. */
export const isWithinCopyScope = (reader: Reader): Reach =>
  eb.or(waysToOpen(reader, undefined, 'cases.copy'))

/** The one case that rows of `audit` are asked about: by its id, or by its reference where history knows no more. */
export interface CaseKey {
  /** Empty for a reference that only imported history has. */
  readonly caseId: string
  /** A to Z in small letters, as `lower` folds in both databases. */
  readonly referenceKey: string
}

const ofAudit = expressionBuilder<Tables, 'audit'>()

/** Rows of `audit` that are of the case; imported ones bear its reference and no id. */
export const isOfCase = ({ caseId, referenceKey }: CaseKey): Reach =>
  ofAudit.or([
    ofAudit('audit.case_id', '=', caseId),
    ofAudit.and([
      ofAudit('audit.case_id', 'is', null),
      sql<SqlBool>`lower(audit.case_reference) = ${referenceKey}`,
    ]),
  ])

/** The audits of the case of a row of `case_file`, as a query to go on with. */
export const auditsOfCaseRow = () =>
  ofAudit
    .selectFrom('audit')
    .select('audit.id')
    .where(
      sql<SqlBool>`(audit.case_id = case_file.id or (audit.case_id is null
        and lower(audit.case_reference) = lower(case_file.reference)))`
    )

/** Holds for rows of `case_file` of which the person may read an audit. */
export const hasReadableAudit = (reader: Reader): Reach =>
  isGranted(reader.roles, 'cases.read')
    ? ofAudit.exists(auditsOfCaseRow().where(isReadableBy(reader)))
    : sql<SqlBool>`1 = 0`

/** Holds for rows of `case_file` whose page the person may open. */
export const isOpenableBy = (reader: Reader): Reach =>
  eb.or([isWithinScope(reader), hasReadableAudit(reader)])
