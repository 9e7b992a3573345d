/** Takes in a list of people that somebody has looked at and confirmed: all of it, or nothing. */
import { type Context, inTransaction } from '../db/transaction.ts'
import { Conflict, FaultyInput, NotFound } from '../errors.ts'
import { recordEvent } from '../events/record-event.ts'
import { deleteUpload, findUpload } from '../imports/upload-store.ts'
import { lockAdministrators } from '../people/account-store.ts'
import { addPerson } from '../people/add-person.ts'
import { londonDate } from '../people/rules/london-date.ts'
import { lockTeamTree } from '../people/team-store.ts'
import { changeAccount } from './change-account.ts'
import { loadPeoplePlan } from './load-people-plan.ts'

export interface ImportPeopleInput {
  readonly uploadId: string
  /** Of the preview that was confirmed. */
  readonly fingerprint: string
}

/**
 * Nobody who is not in the file is touched. People who are new get no link yet: one is made on the page of each.
 *
 * @throws NotFound when the file is not waiting any more
 * @throws Conflict when accounts or teams have changed since the preview
 */
export const importPeople = (
  ctx: Context,
  input: ImportPeopleInput
): Promise<{ readonly added: number; readonly changed: number }> =>
  inTransaction(ctx, async (tx) => {
    await lockTeamTree(tx.db)
    await lockAdministrators(tx.db)
    const upload = await findUpload(tx.db, input.uploadId, 'people')
    if (!upload) throw new NotFound('No such upload')
    const loaded = await loadPeoplePlan(tx.db, upload.id, londonDate(tx.now))
    if (!loaded.ok) throw new FaultyInput(loaded.faults.map(({ message }) => message))
    if (loaded.fingerprint !== input.fingerprint) {
      throw new Conflict(
        'Accounts or teams have changed since you looked at this list. Look at it again',
        undefined
      )
    }
    const { added, changed } = loaded.plan
    for (const { email, name, jobTitle = '', roles, teamId = null } of added) {
      await addPerson(tx, { email, name, jobTitle, roles, teamId, passwordHash: null })
    }
    // Whoever becomes an administrator comes before whoever stops being one.
    const ordered = changed.toSorted(
      (a, b) =>
        Number(b.row.roles.includes('administrator')) -
        Number(a.row.roles.includes('administrator'))
    )
    for (const { account, row } of ordered) {
      await changeAccount(tx, {
        personId: account.id,
        revision: account.revision,
        name: row.name,
        email: account.email,
        jobTitle: row.jobTitle ?? account.jobTitle,
        roles: row.roles,
        teamId: row.teamId === undefined ? account.teamId : row.teamId,
      })
    }
    await deleteUpload(tx.db, upload.id)
    const counts = { added: added.length, changed: changed.length }
    recordEvent(tx, {
      type: 'person.list_imported',
      subjectId: upload.id,
      details: { fileHash: upload.fileHash, ...counts },
    })
    return counts
  })
