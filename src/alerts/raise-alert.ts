/** Raises a draft: checks it whole, gives it its number and date, and tells those to whom it goes. */

import { addCase } from '../cases/add-case.ts'
import { looksLikeName } from '../cases/rules/case-reference.ts'
import { type CaseFile, findCase } from '../cases/store.ts'
import { toJson, toKey } from '../db/columns.ts'
import { takeNumbers } from '../db/take-numbers.ts'
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { NotFound } from '../errors.ts'
import { hashOf } from '../events/event-hash.ts'
import { recordEvent } from '../events/record-event.ts'
import { namesIn } from '../people/rules/name-question.ts'
import { findPerson, listRoles } from '../people/store.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { readSetting } from '../settings/read-setting.ts'
import { updateDraft } from './draft-store.ts'
import { type LoadedDraft, loadDraftWorld } from './load-draft-world.ts'
import { openAlert } from './open-alert.ts'
import { addAddressees, insertRang, type Part } from './party-store.ts'
import { recordStep } from './record-step.ts'
import { isAlertKind } from './rules/alert-kind.ts'
import { checkDraft, type DraftFaults, type ReadyAlert } from './rules/check-draft.ts'
import type { DraftFields } from './rules/draft.ts'
import { FIRST_LEVEL } from './rules/immediate-risk.ts'
import { findAlert, raiseRow } from './store.ts'

export interface RaiseInput {
  readonly alertId: string
  readonly revision: number
  readonly fields: DraftFields
  /** It was asked whether what looks like a name is one, and it is not. */
  readonly isNoName: boolean
}

export type Raised =
  | { readonly kind: 'raised'; readonly number: number }
  | { readonly kind: 'faults'; readonly faults: DraftFaults; readonly asksForStaff: boolean }
  | { readonly kind: 'names'; readonly names: readonly string[] }

const partOf = (world: LoadedDraft, personId: string): Part => {
  if (world.isImmediate)
    return world.serviceManagers.includes(personId) ? 'service_manager' : 'other'
  if (world.cases.some(({ workerId }) => workerId === personId)) return 'worker'
  return world.proposals.includes(personId) ? 'team_manager' : 'other'
}

/** A case that the council did not know: whoever reviews it raises the alert. */
const addUnknown = async (
  tx: TransactionContext,
  world: LoadedDraft,
  fields: DraftFields,
  iroId: string | null
): Promise<CaseFile[]> => {
  const added: CaseFile[] = []
  for (const reference of world.unknown) {
    const serviceStatus = serviceStatuses.find((status) => status === fields.newStatus)
    if (!serviceStatus) continue
    const id = await addCase(tx, { reference, serviceStatus, teamId: fields.newTeam, iroId })
    const found = await findCase(tx.db, id)
    if (found) added.push(found)
  }
  return added
}

const raiseReady = async (
  tx: TransactionContext,
  opened: Awaited<ReturnType<typeof openAlert>>,
  world: LoadedDraft,
  ready: ReadyAlert,
  cases: readonly CaseFile[]
): Promise<number> => {
  const { alert, personId } = opened
  const number = await takeNumbers(tx.db, 'alert_number')
  const isFormal = ready.kind === 'formal'
  const total = await readSetting(tx.db, 'dispute_total_days')
  await raiseRow(tx.db, alert.id, {
    ...ready,
    number,
    now: tx.now,
    today: world.today,
    formalOn: isFormal ? world.today : null,
    // An immediate risk is outside the ladder: there is no dispute whose days count.
    totalDueOn: isFormal && !alert.isImmediate ? world.calendar.dueAfter(world.today, total) : null,
    cases,
    level: alert.isImmediate ? FIRST_LEVEL : 0,
    lastToldAt: alert.isImmediate ? tx.now : null,
  })
  await addAddressees(
    tx.db,
    alert.id,
    ready.to.map((id) => ({ personId: id, part: partOf(world, id), stage: 0 })),
    tx.now
  )
  if (ready.rang) {
    await insertRang(tx.db, {
      ...ready.rang,
      id: tx.ids(),
      alertId: alert.id,
      rangAt: ready.rang.toldAt,
      now: tx.now,
      by: personId,
    })
  }
  const raised = await findAlert(tx.db, alert.id)
  if (!raised) throw new NotFound('No such alert')
  const good = ready.kind === 'good_practice'
  const kind = alert.isImmediate
    ? ('alert_immediate' as const)
    : good
      ? ('alert_good_practice' as const)
      : ('alert_raised' as const)
  await recordStep(
    tx,
    { ...opened, alert: { ...raised, state: 'draft' } },
    {
      action: 'raise',
      state: 'open',
      stage: 0,
      newDueOn: ready.expectedOn,
      tell: [{ kind, to: ready.to, dueOn: ready.expectedOn, stands: alert.isImmediate }],
    }
  )
  recordEvent(tx, {
    type: 'alert.raised',
    subjectId: alert.id,
    details: {
      kind: ready.kind,
      isImmediate: alert.isImmediate,
      cases: cases.length,
      to: [...ready.to],
      expectedOn: ready.expectedOn,
      hash: hashOf([ready.concern, ready.impact, ready.asked]),
    },
  })
  return number
}

/**
 * @returns `faults` or `names` with what was typed kept in the draft and nobody told
 * @throws Conflict when the draft was saved elsewhere since; as openAlert
 */
export const raiseAlert = (ctx: Context, input: RaiseInput): Promise<Raised> =>
  inTransaction(ctx, async (tx): Promise<Raised> => {
    const { fields } = input
    const opened = await openAlert(tx, input.alertId, 'raise', input.revision)
    const { alert, personId } = opened
    const roles = await listRoles(tx.db, personId)
    const teamId = (await findPerson(tx.db, personId))?.teamId ?? null
    const reader = { id: personId, roles, teamId }
    const world = await loadDraftWorld(tx.db, alert, reader, fields, tx.now)
    const keep = async () => {
      const kind = isAlertKind(fields.kind) ? fields.kind : alert.kind
      await updateDraft(tx.db, alert.id, { kind, fields: toJson(fields), now: tx.now })
      const details = { revision: alert.revision + 1 }
      recordEvent(tx, { type: 'alert.draft_saved', subjectId: alert.id, details })
    }
    const read = checkDraft(fields, world)
    if (!read.ok) {
      await keep()
      return { kind: 'faults', faults: read.faults, asksForStaff: read.asksForStaff }
    }
    const { ready } = read
    const names = [
      ...namesIn([ready.concern, ready.impact, ready.asked].join('\n\n')),
      ...world.unknown.filter(looksLikeName),
    ]
    if (names.length > 0 && !input.isNoName) {
      await keep()
      return { kind: 'names', names: [...new Set(names)] }
    }
    const iroId = roles.includes('iro') ? personId : null
    const all = [...world.cases, ...(await addUnknown(tx, world, fields, iroId))]
    // As they were typed: lists and figures go by the first.
    const cases = world.references.flatMap((key) =>
      all.filter(({ reference }) => toKey(reference) === key)
    )
    return { kind: 'raised', number: await raiseReady(tx, opened, world, ready, cases) }
  })
