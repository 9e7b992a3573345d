/** The SQL of midway checks: of which children one is due, and what was recorded. Whose cases is asked by the caller. */
import type { Db } from '../db/schema.ts'

/** The last check before, whoever made it. */
export const findLastCheck = (db: Db, caseId: string) =>
  db
    .selectFrom('midway_check')
    .where('case_id', '=', caseId)
    .select(['checked_on as checkedOn', 'progress as progress'])
    .orderBy('checked_on', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Open cases with a reviewing officer whose next review lies in the window and of which no check counts for that review, the
 * soonest review first.
 *
 * @param iroId only those that this person reviews; undefined: everybody's
 */
export const listMidwayDue = async (
  db: Db,
  iroId: string | undefined,
  { from, until, since }: { readonly from: string; readonly until: string; readonly since: string },
  limit: number
) => {
  let query = db
    .selectFrom('case_file')
    .innerJoin('person as iro', 'iro.id', 'case_file.iro_id')
    .leftJoin('team', 'team.id', 'case_file.team_id')
    .where('case_file.next_review_on', '>=', from)
    .where('case_file.next_review_on', '<=', until)
    .where('case_file.service_status', '<>', 'closed')
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('midway_check')
            .select('midway_check.id')
            .whereRef('midway_check.case_id', '=', 'case_file.id')
            .where((one) =>
              one.or([
                one('midway_check.review_on', '=', one.ref('case_file.next_review_on')),
                // The review was moved after the check.
                one('midway_check.checked_on', '>=', since),
              ])
            )
        )
      )
    )
    .select([
      'case_file.id as id',
      'case_file.reference as reference',
      'case_file.service_status as serviceStatus',
      'case_file.next_review_on as nextReviewOn',
      'iro.id as iroId',
      'iro.name as iroName',
      'team.name as teamName',
    ])
    .select((eb) =>
      eb
        .selectFrom('midway_check')
        .whereRef('midway_check.case_id', '=', 'case_file.id')
        .select((max) => max.fn.max('midway_check.checked_on').as('lastOn'))
        .as('lastOn')
    )
    .orderBy('case_file.next_review_on')
    .orderBy('case_file.id')
    .limit(limit)
  if (iroId !== undefined) query = query.where('case_file.iro_id', '=', iroId)
  return query.execute()
}

/** Two checks of one case wait for each other: nothing is changed, the row is held until the transaction ends. */
export const lockCase = (db: Db, caseId: string) =>
  db
    .updateTable('case_file')
    .set((eb) => ({ reference: eb.ref('reference') }))
    .where('id', '=', caseId)
    .execute()

/** Whether this person has recorded a check of this case on this London date. */
export const hasCheckOn = async (
  db: Db,
  check: { readonly caseId: string; readonly by: string; readonly on: string }
): Promise<boolean> => {
  const row = await db
    .selectFrom('midway_check')
    .where('case_id', '=', check.caseId)
    .where('by_id', '=', check.by)
    .where('checked_on', '=', check.on)
    .select('id')
    .executeTakeFirst()
  return row !== undefined
}

export const insertCheck = (
  db: Db,
  check: {
    readonly id: string
    readonly caseId: string
    readonly on: string
    readonly progress: string
    readonly words: string
    readonly reviewOn: string | null
    readonly by: string
    readonly now: string
    readonly alertId: string | null
  }
) =>
  db
    .insertInto('midway_check')
    .values({
      id: check.id,
      case_id: check.caseId,
      checked_on: check.on,
      progress: check.progress,
      words: check.words,
      review_on: check.reviewOn,
      by_id: check.by,
      recorded_at: check.now,
      alert_id: check.alertId,
    })
    .execute()

/** Before a draft that a check led to is thrown away. */
export const unlinkChecks = (db: Db, alertId: string) =>
  db.updateTable('midway_check').set({ alert_id: null }).where('alert_id', '=', alertId).execute()
