/** The SQL of one alert's row, from draft to closed. Its people and cases, its steps and lists are in stores of their own. */
import { sql } from 'kysely'
import { type Flag, fromJson } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { AlertKind } from './rules/alert-kind.ts'
import type { AlertState } from './rules/alert-workflow.ts'
import { type DraftFields, emptyDraft } from './rules/draft.ts'
import type { Stage } from './rules/standard-lists.ts'

const columns = [
  'alert.id as id',
  'alert.number as number',
  'alert.state as state',
  'alert.kind as kind',
  'alert.stage as stage',
  'alert.is_immediate as isImmediate',
  'alert.raised_by as raisedBy',
  'raiser.name as raiserName',
  'alert.saved_at as savedAt',
  'alert.raised_at as raisedAt',
  'alert.raised_on as raisedOn',
  'alert.formal_on as formalOn',
  'alert.total_due_on as totalDueOn',
  'alert.ladder_id as ladderId',
  'alert.expected_on as expectedOn',
  'alert.responded_at as respondedAt',
  'alert.closed_at as closedAt',
  'alert.closed_on as closedOn',
  'alert.closed_as as closedAs',
  'alert.times_reopened as timesReopened',
  'alert.times_extended as timesExtended',
  'alert.audit_id as auditId',
  'alert.case_reference as caseReference',
  'alert.team_id as teamId',
  'alert.service_status as serviceStatus',
  'alert.concern as concern',
  'alert.impact as impact',
  'alert.asked as asked',
  'alert.draft as draftJson',
  'alert.child_told as childTold',
  'alert.child_told_why as childToldWhy',
  'alert.advocate_offered as advocateOffered',
  'alert.advocate_why as advocateWhy',
  'alert.level as level',
  'alert.last_told_at as lastToldAt',
  'alert.acknowledged_at as acknowledgedAt',
  'alert.acknowledged_by as acknowledgedBy',
  'alert.revision as revision',
  'dispute_ladder.stages as stages',
  'alert_cafcass.considered as cafcassConsidered',
  'alert_cafcass.why as cafcassWhy',
  'alert_cafcass.legal_advice_on as legalAdviceOn',
  'alert_cafcass.referred_on as referredOn',
  'alert_cafcass.outcome as cafcassOutcome',
  'alert_cafcass.outcome_on as cafcassOutcomeOn',
  'alert_cafcass.revision as cafcassRevision',
] as const

export const draftOf = (json: string | null): DraftFields => ({
  ...emptyDraft,
  ...fromJson<Partial<DraftFields>>(json ?? '{}'),
})

const asAlert = <
  R extends {
    state: string
    kind: string
    isImmediate: Flag
    stages: string | null
    draftJson: string | null
  },
>({
  isImmediate,
  stages,
  draftJson,
  ...row
}: R) => ({
  ...row,
  state: row.state as AlertState,
  kind: row.kind as AlertKind,
  isImmediate: isImmediate === 1,
  /** The form as typed, while it is a draft. */
  draft: draftOf(draftJson),
  /** Those of the ladder that it is on; none before it is a dispute. */
  stages: stages === null ? [] : fromJson<readonly Stage[]>(stages),
})

const selectAlert = (db: Db, id: string) =>
  db
    .selectFrom('alert')
    .innerJoin('person as raiser', 'raiser.id', 'alert.raised_by')
    .leftJoin('dispute_ladder', 'dispute_ladder.id', 'alert.ladder_id')
    .leftJoin('alert_cafcass', 'alert_cafcass.alert_id', 'alert.id')
    .where('alert.id', '=', id)
    .select(columns)
    .executeTakeFirst()

export const findAlert = async (db: Db, id: string) => {
  const row = await selectAlert(db, id)
  return row && asAlert(row)
}

export type Alert = NonNullable<Awaited<ReturnType<typeof findAlert>>>

/** Holds the row until the transaction ends. @returns false when there is no such alert */
export const lockAlert = async (db: Db, id: string): Promise<boolean> => {
  const result = await db
    .updateTable('alert')
    .set((eb) => ({ level: eb.ref('level') }))
    .where('id', '=', id)
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export interface RaisedAlert {
  readonly number: number
  readonly kind: AlertKind
  readonly now: string
  /** London date. */
  readonly today: string
  readonly expectedOn: string | null
  readonly formalOn: string | null
  readonly totalDueOn: string | null
  readonly concern: string
  readonly impact: string
  readonly asked: string
  /** The first is the one that lists and figures go by. */
  readonly cases: readonly {
    readonly id: string
    readonly reference: string
    readonly teamId: string | null
    readonly serviceStatus: string
    readonly age: number | null
  }[]
  readonly categories: readonly string[]
  readonly level: number
  readonly lastToldAt: string | null
}

export const raiseRow = async (db: Db, id: string, alert: RaisedAlert): Promise<void> => {
  const [first] = alert.cases
  await db
    .updateTable('alert')
    .set((eb) => ({
      number: alert.number,
      state: 'open',
      kind: alert.kind,
      raised_at: alert.now,
      raised_on: alert.today,
      saved_at: alert.now,
      formal_on: alert.formalOn,
      total_due_on: alert.totalDueOn,
      expected_on: alert.expectedOn,
      first_expected_on: alert.expectedOn,
      case_id: first?.id ?? null,
      case_reference: first?.reference ?? null,
      team_id: first?.teamId ?? null,
      service_status: first?.serviceStatus ?? null,
      age: first?.age ?? null,
      category_ids: alert.categories.length === 0 ? null : alert.categories.join(' '),
      concern: alert.concern,
      impact: alert.impact,
      asked: alert.asked,
      level: alert.level,
      last_told_at: alert.lastToldAt,
      draft: null,
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
  await db
    .insertInto('alert_case')
    .values(
      alert.cases.map((each, position) => ({
        alert_id: id,
        case_id: each.id,
        position,
        team_id: each.teamId,
      }))
    )
    .execute()
  if (alert.categories.length === 0) return
  await db
    .insertInto('alert_concern')
    .values(alert.categories.map((category) => ({ alert_id: id, category_id: category })))
    .execute()
}

export interface AlertChange {
  readonly state?: AlertState
  readonly kind?: AlertKind
  readonly stage?: number
  readonly ladderId?: string | null
  readonly formalOn?: string | null
  readonly totalDueOn?: string | null
  readonly expectedOn?: string | null
  readonly respondedAt?: string | null
  readonly closed?: {
    readonly at: string
    readonly on: string
    readonly by: string
    readonly as: string
  } | null
  readonly isReopened?: boolean
  readonly isExtended?: boolean
  readonly isEscalated?: boolean
}

/** Every change counts the revision up, so that a page that was opened before is known to be stale. */
export const moveAlert = (db: Db, id: string, to: AlertChange) =>
  db
    .updateTable('alert')
    .set((eb) => ({
      ...(to.state === undefined ? {} : { state: to.state }),
      ...(to.kind === undefined ? {} : { kind: to.kind }),
      ...(to.stage === undefined
        ? {}
        : {
            stage: to.stage,
            highest_stage: sql<number>`case when highest_stage < ${to.stage} then ${to.stage} else highest_stage end`,
          }),
      ...(to.ladderId === undefined ? {} : { ladder_id: to.ladderId }),
      ...(to.formalOn === undefined ? {} : { formal_on: to.formalOn }),
      ...(to.totalDueOn === undefined ? {} : { total_due_on: to.totalDueOn }),
      ...(to.expectedOn === undefined ? {} : { expected_on: to.expectedOn }),
      ...(to.respondedAt === undefined ? {} : { responded_at: to.respondedAt }),
      ...(to.closed === undefined
        ? {}
        : {
            closed_at: to.closed?.at ?? null,
            closed_on: to.closed?.on ?? null,
            closed_by: to.closed?.by ?? null,
            closed_as: to.closed?.as ?? null,
          }),
      times_reopened: eb('times_reopened', '+', to.isReopened === true ? 1 : 0),
      times_extended: eb('times_extended', '+', to.isExtended === true ? 1 : 0),
      times_escalated: eb('times_escalated', '+', to.isEscalated === true ? 1 : 0),
      revision: eb('revision', '+', 1),
    }))
    .where('id', '=', id)
    .execute()
