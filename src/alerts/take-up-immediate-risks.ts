/**
 * A job: an immediate risk that nobody acknowledged in time goes a step up the line, as a safety notice does; of brothers and
 * sisters up the line of every one. At the top it goes on being told once a day.
 */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import { notify } from '../notices/notify.ts'
import { listLineTeams, listPeopleWithRoles } from '../safety/line-store.ts'
import { lineOf, QA_LEVEL, TOP_LEVEL } from '../safety/rules/addressees.ts'
import { readSetting } from '../settings/read-setting.ts'
import { listUnacknowledged, raiseLevel, type UnacknowledgedAlert } from './immediate-store.ts'
import { addAddressees, listParties, NOBODY } from './party-store.ts'
import { alertReference } from './rules/alert-kind.ts'
import { nextOfLines } from './rules/immediate-risk.ts'
import { insertStep } from './step-store.ts'
import { findAlert } from './store.ts'
import { keepTraits } from './trait-store.ts'
import { withCover } from './with-cover.ts'

const REPEAT_MINUTES = 24 * 60

const minutesBefore = (now: string, minutes: number): string =>
  toInstant(new Date(Date.parse(now) - minutes * 60_000))

const takeUp = async (
  tx: TransactionContext,
  seen: UnacknowledgedAlert,
  minutes: number
): Promise<boolean> => {
  const alert = await findAlert(tx.db, seen.id)
  if (!alert) return false
  const people = await listPeopleWithRoles(tx.db)
  const { addressees: known, cases } = await listParties(tx.db, alert.id, NOBODY)
  const teams = await listLineTeams(tx.db)
  const teamIds = new Set(cases.length === 0 ? [alert.teamId] : cases.map(({ teamId }) => teamId))
  const lines = [...teamIds].map((teamId) => lineOf(people, teams, teamId))
  const next = nextOfLines(lines, seen.level, alert.raisedBy)
  if (!(await raiseLevel(tx.db, seen, { level: next.level, now: tx.now }))) return false
  const overseers = people.filter(({ roles }) => roles.includes('iro_manager')).map(({ id }) => id)
  // Managers are asked to act; QA leads and IRO managers are told, and could not stop the clock.
  const asked = next.addressees
    .filter(({ personId, level }) => level > QA_LEVEL && personId !== alert.raisedBy)
    .map(({ personId }) => personId)
  const to = [
    ...new Set([...asked, ...next.addressees.map(({ personId }) => personId), ...overseers]),
  ]
  await addAddressees(
    tx.db,
    alert.id,
    asked
      .filter((id) => !known.some((each) => each.personId === id && each.part !== 'other'))
      .map((personId) => ({ personId, part: 'line', stage: 0 })),
    tx.now
  )
  const told = await notify(tx, {
    to: [...(await withCover(tx, to, alert.raisedBy)), alert.raisedBy],
    kind: 'alert_immediate_up',
    about: { kind: 'alert', id: alert.id },
    reference: alert.caseReference ?? undefined,
    mailReference: alertReference(alert),
    stands: true,
  })
  const at = { state: alert.state, stage: alert.stage }
  await insertStep(
    tx.db,
    {
      id: tx.ids(),
      alertId: alert.id,
      now: tx.now,
      action: 'gone_up',
      by: null,
      actedAs: null,
      forId: null,
      from: at,
      to: at,
      words: '',
      oldDueOn: null,
      newDueOn: null,
      detail: { level: next.level, minutes, isRepeated: next.isRepeated },
    },
    told
  )
  await keepTraits(tx.db, [alert.id])
  recordEvent(tx, {
    type: 'alert.gone_up',
    subjectId: alert.id,
    details: { level: next.level, told: told.length, minutes },
  })
  return true
}

/** @returns how many went up */
export const takeUpImmediateRisks = async (ctx: Context): Promise<number> => {
  const minutes = await readSetting(ctx.db, 'alert_acknowledge_minutes')
  let raised = 0
  for (const seen of await listUnacknowledged(ctx.db, minutesBefore(ctx.now, minutes))) {
    const wait = seen.level >= TOP_LEVEL ? Math.max(minutes, REPEAT_MINUTES) : minutes
    if ((seen.lastToldAt ?? '') > minutesBefore(ctx.now, wait)) continue
    if (await inTransaction(ctx, (tx) => takeUp(tx, seen, wait))) raised += 1
  }
  return raised
}
