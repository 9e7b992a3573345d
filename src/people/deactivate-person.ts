/**
 * Closes an account: sessions end, links and the calendar address stop working, nobody can choose the person any more, and their name stays on
 * what they did. What becomes of their open work is the administration's.
 */
import { type Context, inTransaction } from '../db/transaction.ts'
import { NotFound, WrongState } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { lockPersonAccount, setLeft } from './account-store.ts'
import { deleteCalendarFeed } from './calendar-store.ts'
import { keepOneAdministrator } from './keep-one-administrator.ts'
import { endAllSessions, usePasswordLinks } from './store.ts'

/**
 * @throws WrongState when the account is closed already
 * @throws FieldFault `roles` for the last administrator
 */
export const deactivatePerson = (
  ctx: Context,
  input: { readonly personId: string }
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const person = await lockPersonAccount(tx.db, input.personId)
    if (!person) throw new NotFound('No such person')
    if (person.isActive === 0) throw new WrongState('This account is closed already.')
    await keepOneAdministrator(tx, person.id)
    await setLeft(tx.db, person.id, tx.now)
    await endAllSessions(tx.db, person.id, tx.now)
    await deleteCalendarFeed(tx.db, person.id)
    await usePasswordLinks(tx.db, person.id, tx.now)
    recordEvent(tx, { type: 'person.deactivated', subjectId: person.id, details: {} })
  })
