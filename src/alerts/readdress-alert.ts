/** Somebody else answers an alert at the same stage and by the same date, because whoever was to answer has left or cannot. */
import { type Context, inTransaction, type TransactionContext } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { clearStanding } from '../notices/clear-standing.ts'
import { listLineTeams } from '../safety/line-store.ts'
import { findAnswererFault } from './find-answerer-fault.ts'
import { loadAnswerers } from './load-answerers.ts'
import { openAlert } from './open-alert.ts'
import { type AddressedTo, addAddressees, endAddressees, type Part } from './party-store.ts'
import { recordStep } from './record-step.ts'
import { leadsService, stopsTheClock } from './rules/immediate-risk.ts'
import { stepWordsFault } from './rules/step-words.ts'
import { type Alert, moveAlert } from './store.ts'
import { withCover } from './with-cover.ts'

export interface ReaddressInput {
  readonly alertId: string
  readonly revision: number
  /** Person ids of those addressed now who no longer answer; those left out go on. */
  readonly instead: readonly string[]
  /** Person id of whoever answers now. */
  readonly to: string
  readonly words: string
}

/** As what they answer. An immediate risk goes on being answered for by two who lead a service. */
const partFor = async (
  tx: TransactionContext,
  alert: Pick<Alert, 'isImmediate'>,
  person: Parameters<typeof leadsService>[0],
  instead: readonly AddressedTo[]
): Promise<Part> => {
  if (!alert.isImmediate) return instead[0]?.part ?? 'other'
  const services = (await listLineTeams(tx.db)).filter(({ kind }) => kind === 'service')
  if (leadsService(person, new Set(services.map(({ id }) => id)))) return 'service_manager'
  if (!instead.some(stopsTheClock)) return 'other'
  throw new FieldFault(
    'to',
    'A child may be at immediate risk: choose a manager of a service, or somebody above one'
  )
}

/** What stood above the pages of those who no longer answer goes, and above those of whoever covers for them. */
const takeDown = async (
  tx: TransactionContext,
  alertId: string,
  before: readonly string[],
  asked: readonly string[]
): Promise<void> => {
  const still = await withCover(tx, asked, null)
  const about = { kind: 'alert', id: alertId } as const
  for (const personId of await withCover(tx, before, null)) {
    if (!still.includes(personId)) await clearStanding(tx, { about, personId })
  }
}

/**
 * The date stays: giving another is a decision of its own.
 *
 * @throws FieldFault `instead`, `to` or `words`; Conflict when somebody else was first; as openAlert
 */
export const readdressAlert = (ctx: Context, input: ReaddressInput): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const opened = await openAlert(tx, input.alertId, 'readdress', input.revision)
    const { alert, step, addressees, personId } = opened
    const current = addressees.filter(({ isCurrent }) => isCurrent)
    const instead = current.filter((each) => input.instead.includes(each.personId))
    if (instead.length === 0) throw new FieldFault('instead', 'Choose who no longer answers')
    if (input.to === '') throw new FieldFault('to', 'Choose who answers now')
    const same = current.find((each) => each.personId === input.to)
    if (same) {
      throw new FieldFault('to', `It is addressed to ${same.name} already. Choose somebody else`)
    }
    const people = await loadAnswerers(tx.db)
    const toFault = await findAnswererFault(tx.db, people, [input.to], {
      raisedBy: alert.raisedBy,
      personId,
    })
    const person = people.find(({ id }) => id === input.to)
    if (toFault || !person) throw new FieldFault('to', toFault ?? 'Choose somebody from the list')
    const part = await partFor(tx, alert, person, instead)
    const fault = stepWordsFault(step, input.words)
    if (fault) throw new FieldFault('words', fault)

    const before = instead.map((each) => each.personId)
    await moveAlert(tx.db, alert.id, {})
    await endAddressees(tx.db, alert.id, before)
    await addAddressees(tx.db, alert.id, [{ personId: input.to, part, stage: alert.stage }], tx.now)
    const staying = current.filter((each) => !instead.includes(each)).map((each) => each.personId)
    await takeDown(tx, alert.id, before, [...staying, input.to])
    // An immediate risk stands above the page of whoever is to act on it, until it is acknowledged.
    const isUrgent = alert.isImmediate && alert.state === 'open'
    await recordStep(tx, opened, {
      action: 'readdress',
      state: alert.state,
      stage: alert.stage,
      words: input.words.trim(),
      detail: { to: [input.to], instead: before },
      tell: [
        {
          kind: isUrgent
            ? 'alert_immediate'
            : alert.kind === 'good_practice'
              ? 'alert_good_practice'
              : 'alert_passed_to',
          to: [input.to],
          dueOn: alert.expectedOn,
          stands: isUrgent,
        },
        { kind: 'alert_passed_on', to: before },
        ...(alert.raisedBy === personId
          ? []
          : [{ kind: 'alert_passed_on' as const, to: [alert.raisedBy] }]),
      ],
    })
  })
