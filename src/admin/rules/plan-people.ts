/** What a file of people would do to the accounts there are: who is new, who changes and how, who stays, who is not in it. */
import type { Role } from '../../people/rules/permissions.ts'
import { emailKey, type PersonRow } from './people-file.ts'

export interface KnownAccount {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly teamId: string | null
  readonly isActive: 0 | 1
  readonly revision: number
  readonly roles: readonly Role[]
}

export interface PlannedChange {
  readonly account: KnownAccount
  readonly row: PersonRow
  /** Which of name, job title, roles and team. */
  readonly fields: readonly ('name' | 'jobTitle' | 'roles' | 'teamId')[]
}

export interface PeoplePlan {
  readonly added: readonly PersonRow[]
  readonly changed: readonly PlannedChange[]
  readonly unchanged: number
  /** Open accounts that the file does not name. They stay as they are. */
  readonly notInFile: readonly KnownAccount[]
  /** Rows that name somebody who left, or would leave no administrator. */
  readonly faults: readonly { line: number; message: string }[]
}

const sorted = (held: readonly Role[]): string => held.toSorted().join()

const fieldsOf = (account: KnownAccount, row: PersonRow): PlannedChange['fields'] => [
  ...(row.name === account.name ? [] : (['name'] as const)),
  ...(row.jobTitle === undefined || row.jobTitle === account.jobTitle
    ? []
    : (['jobTitle'] as const)),
  ...(sorted(row.roles) === sorted(account.roles) ? [] : (['roles'] as const)),
  ...(row.teamId === undefined || row.teamId === account.teamId ? [] : (['teamId'] as const)),
]

export const planPeople = (
  rows: readonly PersonRow[],
  accounts: readonly KnownAccount[]
): PeoplePlan => {
  const byEmail = new Map(accounts.map((account) => [emailKey(account.email), account]))
  const named = new Set(rows.map(({ email }) => emailKey(email)))
  const matched = rows.map((row) => ({ row, account: byEmail.get(emailKey(row.email)) }))
  const changed = matched.flatMap(({ row, account }) => {
    if (account?.isActive !== 1) return []
    const fields = fieldsOf(account, row)
    return fields.length === 0 ? [] : [{ account, row, fields }]
  })
  const rolesAfter = new Map(changed.map(({ account, row }) => [account.id, row.roles]))
  const added = matched.filter(({ account }) => account === undefined).map(({ row }) => row)
  const active = accounts.filter(({ isActive }) => isActive === 1)
  const administrators =
    active.filter(({ id, roles }) => (rolesAfter.get(id) ?? roles).includes('administrator'))
      .length + added.filter(({ roles }) => roles.includes('administrator')).length
  const had = active.some(({ roles }) => roles.includes('administrator'))
  const lost = changed.find(
    ({ account, row }) =>
      account.roles.includes('administrator') && !row.roles.includes('administrator')
  )
  return {
    added,
    changed,
    unchanged: matched.filter(({ account }) => account?.isActive === 1).length - changed.length,
    notInFile: active.filter(({ email }) => !named.has(emailKey(email))),
    faults: [
      ...matched.flatMap(({ row, account }) =>
        account?.isActive === 0
          ? {
              line: row.line,
              message: `${account.name} had this address and left; reactivate that account first, or remove the row`,
            }
          : []
      ),
      ...(had && administrators === 0 && lost
        ? [
            {
              line: lost.row.line,
              message: 'nobody would be an administrator any more; keep the role for somebody',
            },
          ]
        : []),
    ],
  }
}

/** Everything that the preview showed, as one text: the same text means that nothing has changed since. */
export const planText = (plan: PeoplePlan): string =>
  JSON.stringify([
    plan.added,
    plan.changed.map(({ account, row, fields }) => [account.id, account.revision, row, fields]),
    plan.unchanged,
    plan.faults,
  ])
