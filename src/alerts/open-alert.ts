/** How every write on an alert begins: its row held, the person's part in it and its state checked. */
import type { TransactionContext } from '../db/transaction.ts'
import { Conflict, NotAllowed, NotFound, NotTheirs, WrongState } from '../errors.ts'
import { findPerson, listRoles } from '../people/store.ts'
import {
  type AlertAction,
  type AlertPart,
  type AlertStepRow,
  alertStateWords,
  mayEver,
  notYoursWords,
  stepsFrom,
} from './rules/alert-workflow.ts'
import { type SeenAlert, seeAlert } from './see-alert.ts'
import { type Alert, lockAlert } from './store.ts'

export interface OpenAlert extends SeenAlert {
  readonly step: AlertStepRow
  readonly personId: string
  /** The person of the part in which they act. */
  readonly actedAs: AlertPart
  /** For whom, when it is not in their own name. */
  readonly forId: string | null
}

const absentOf = (seen: SeenAlert, part: AlertPart): string | null => {
  if (part === 'raiser_cover' || part === 'iro_manager') return seen.alert.raisedBy
  if (part !== 'addressee_cover') return null
  const absent = seen.addressees.find(
    (each) => each.isCurrent && seen.covers.includes(each.personId)
  )
  return absent?.personId ?? null
}

/**
 * @param revision the one that the page showed; undefined for what changes nothing that another could have changed
 * @throws NotFound, or NotTheirs when the person may not read it; NotAllowed when this is never theirs to do
 * @throws WrongState when it is not in a state in which this can be done; Conflict when somebody else was first
 */
export const openAlert = async (
  tx: TransactionContext,
  alertId: string,
  action: AlertAction,
  revision?: number
): Promise<OpenAlert> => {
  if (!(await lockAlert(tx.db, alertId))) throw new NotFound('No such alert')
  const person = tx.actor.kind === 'user' ? await findPerson(tx.db, tx.actor.id) : undefined
  if (!person) throw new NotTheirs('No such alert')
  const roles = await listRoles(tx.db, person.id)
  const seen = await seeAlert(tx.db, alertId, { ...person, roles }, tx.now)
  if (!seen) throw new NotFound('No such alert')
  const { alert, access } = seen
  if (!access.mayRead) throw new NotTheirs('No such alert')
  if (!mayEver(access.parts, alert, action)) throw new NotAllowed(notYoursWords(action))
  if (revision !== undefined && revision !== alert.revision) {
    throw new Conflict<Alert>(
      'Somebody else recorded something on this alert after you opened it. Read it below, then decide again: what you wrote is still here.',
      alert
    )
  }
  const step = stepsFrom(access.parts, alert).get(action)
  if (!step) throw new WrongState(alertStateWords(alert.state, action))
  return {
    ...seen,
    step,
    personId: person.id,
    actedAs: step.part,
    forId: absentOf(seen, step.part),
  }
}
