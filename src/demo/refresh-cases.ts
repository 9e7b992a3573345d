/** Brings the case files to what they were on a day, as each refresh of the sampling frame would have. */
import { addCase } from '../cases/add-case.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { personIdOf, type Staff, teamIdOf } from './add-people.ts'
import { type CaseOn, caseOn } from './rules/case-on.ts'
import type { DemoCase } from './rules/cases.ts'
import { updateCase } from './store.ts'

export interface CaseKnown {
  readonly id: string
  readonly file: DemoCase
  readonly now: CaseOn
}

/** By reference. */
export type KnownCases = ReadonlyMap<string, CaseKnown>

/** Dates of reviews and birthdays move on all the time; what a round draws by is the status. */
const differences = (before: CaseOn, now: CaseOn, isToday: boolean): string[] => {
  if (before.status === now.status && !isToday) return []
  return [
    before.status === now.status ? [] : ['service_status'],
    before.statusStartedOn === now.statusStartedOn ? [] : ['status_started_on'],
    before.iro === now.iro ? [] : ['iro_id'],
    before.age === now.age ? [] : ['age'],
    before.nextReviewOn === now.nextReviewOn ? [] : ['next_review_on'],
  ].flat()
}

/** @returns the case as it is now, or as it was where nothing was changed */
const change = async (
  tx: TransactionContext,
  staff: Staff,
  known: CaseKnown,
  now: CaseOn,
  isToday: boolean
): Promise<CaseKnown> => {
  const fields = differences(known.now, now, isToday)
  if (fields.length === 0) return known
  await updateCase(tx.db, known.id, {
    service_status: now.status,
    status_started_on: now.statusStartedOn,
    iro_id: now.iro === null ? null : personIdOf(staff, now.iro),
    age: now.age,
    next_review_on: now.nextReviewOn,
    updated_at: tx.now,
  })
  recordEvent(tx, { type: 'case.changed', subjectId: known.id, details: { fields } })
  return { ...known, now }
}

const add = (tx: TransactionContext, staff: Staff, file: DemoCase, now: CaseOn): Promise<string> =>
  addCase(tx, {
    reference: file.reference,
    serviceStatus: now.status,
    teamId: teamIdOf(staff, file.team),
    workerId: personIdOf(staff, file.worker),
    iroId: now.iro === null ? null : personIdOf(staff, now.iro),
    age: now.age,
    sex: file.sex,
    ethnicityGroup: file.ethnicityGroup,
    disability: file.disability,
    statusStartedOn: now.statusStartedOn,
    nextReviewOn: now.nextReviewOn,
  })

/** @returns every case known by then; `day` and `today` are London dates */
export const refreshCases = (
  ctx: Context,
  staff: Staff,
  files: readonly DemoCase[],
  at: { readonly day: string; readonly today: string; readonly known: KnownCases }
): Promise<KnownCases> =>
  inTransaction(ctx, async (tx) => {
    const refreshed = new Map<string, CaseKnown>()
    for (const file of files) {
      const now = caseOn(file, at.day, at.today)
      if (!now) continue
      const before = at.known.get(file.reference)
      refreshed.set(
        file.reference,
        before
          ? await change(tx, staff, before, now, at.day === at.today)
          : { id: await add(tx, staff, file, now), file, now }
      )
    }
    return refreshed
  })
