/**
 * A job: takes every notice that nobody of the line has acknowledged in time one step up. Two servers that try at once
 * do it once, and at the top it goes on being told once a day.
 */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { readSetting } from '../settings/read-setting.ts'
import { listLineTeams, listPeopleWithRoles } from './line-store.ts'
import { lineOf, nextAddressees, TOP_LEVEL } from './rules/addressees.ts'
import { findAuditFacts, insertAddressees, listUnacknowledged, raiseLevel } from './store.ts'
import { insertEntry } from './story-store.ts'

const REPEAT_MINUTES = 24 * 60

type Unacknowledged = Awaited<ReturnType<typeof listUnacknowledged>>[number]

/** Minutes are counted on the instant, so that neither midnight nor a change of the clocks is special. */
const minutesBefore = (now: string, minutes: number): string =>
  toInstant(new Date(Date.parse(now) - minutes * 60_000))

const takeUp = async (
  tx: TransactionContext,
  seen: Unacknowledged,
  minutes: number
): Promise<boolean> => {
  const audit = await findAuditFacts(tx.db, seen.auditId)
  if (!audit) return false
  const people = await listPeopleWithRoles(tx.db)
  const line = lineOf(people, await listLineTeams(tx.db), audit.teamId)
  const next = nextAddressees(line, seen.level, audit.auditorId)
  if (!(await raiseLevel(tx.db, seen, { level: next.level, now: tx.now }))) return false
  await insertAddressees(tx.db, seen.id, next.addressees, tx.now)
  if (next.empty.length > 0 && seen.level < TOP_LEVEL) {
    const detail = next.empty.join(' ')
    await insertEntry(tx.db, {
      id: tx.ids(),
      noticeId: seen.id,
      kind: 'passed',
      now: tx.now,
      by: null,
      detail,
    })
  }
  const told = await notify(tx, {
    to: next.addressees.map(({ personId }) => personId),
    kind: 'safety_notice_escalated',
    about: { kind: 'safety_notice', id: seen.id },
    reference: audit.caseReference,
    stands: true,
  })
  await insertEntry(tx.db, {
    id: tx.ids(),
    noticeId: seen.id,
    kind: 'escalated',
    now: tx.now,
    by: null,
    detail: `${next.isRepeated ? 'again' : next.level} ${minutes} ${told.length}`,
  })
  recordEvent(tx, {
    type: 'safety_notice.escalated',
    subjectId: seen.id,
    details: { level: next.level, told: told.length, minutes },
  })
  return true
}

/** @returns how many went up */
export const escalateSafetyNotices = async (ctx: Context): Promise<number> => {
  const minutes = await readSetting(ctx.db, 'safety_escalate_minutes')
  const due = await listUnacknowledged(ctx.db, minutesBefore(ctx.now, minutes))
  let raised = 0
  for (const seen of due) {
    const wait = seen.level >= TOP_LEVEL ? Math.max(minutes, REPEAT_MINUTES) : minutes
    if (seen.lastToldAt > minutesBefore(ctx.now, wait)) continue
    if (await inTransaction(ctx, (tx) => takeUp(tx, seen, wait))) raised += 1
  }
  return raised
}
