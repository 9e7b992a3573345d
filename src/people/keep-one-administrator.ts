/** Refuses what would leave a council without anybody who can let people in. */
import type { TransactionContext } from '../db/transaction.ts'
import { FieldFault } from '../errors.ts'
import { lockAdministrators } from './account-store.ts'

export const LAST_ADMINISTRATOR =
  'This is the only administrator. Make somebody else an administrator first'

/** @throws FieldFault `roles` when the person is the only administrator with an open account */
export const keepOneAdministrator = async (
  tx: TransactionContext,
  personId: string
): Promise<void> => {
  const administrators = await lockAdministrators(tx.db)
  if (administrators.includes(personId) && administrators.length === 1) {
    throw new FieldFault('roles', LAST_ADMINISTRATOR)
  }
}
