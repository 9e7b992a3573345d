/** Who stands under which role on the demonstration's sign-in page, and what each role is good for seeing. */
import { type Role, roleLabels } from '../../people/rules/permissions.ts'

/** In the order of the page: those first whom most visitors come to see. */
const shown: readonly (readonly [Role, string])[] = [
  [
    'manager',
    'Completes learning audits: what is due and what is late, an audit half done, and the results of the council and of their own team.',
  ],
  [
    'qa_lead',
    'Runs the programme: the open round and who has done what, every audit, results over four years, and reopening an audit.',
  ],
  [
    'iro',
    'Audits like a manager, from outside the teams, and reads the audits of the children whose plans they review.',
  ],
  ['iro_manager', 'Leads the reviewing service and reads the audits of every child in review.'],
  [
    'practitioner',
    'Works with the children: has actions to finish, and sees the council’s results without the words of audits.',
  ],
  ['senior_leader', 'Looks for assurance: results by team, and every audit of their own service.'],
  ['partner', 'Answers the part of another agency, and sees nothing else.'],
  ['administrator', 'Looks after accounts and settings, and reads no child’s record by that role.'],
]

/** A person of several roles stands under the one that shows most. */
const precedence: readonly Role[] = [
  'qa_lead',
  'iro_manager',
  'senior_leader',
  'administrator',
  'manager',
  'iro',
  'practitioner',
  'partner',
]

export interface SignInGroup<Account> {
  readonly role: Role
  readonly label: string
  readonly goodFor: string
  readonly accounts: readonly Account[]
}

/** Groups that have nobody are left out; within a group the order given is kept. */
export const groupByRole = <Account extends { readonly roles: readonly Role[] }>(
  accounts: readonly Account[]
): SignInGroup<Account>[] => {
  const mainRole = ({ roles }: Account) => precedence.find((role) => roles.includes(role))
  return shown
    .map(([role, goodFor]) => ({
      role,
      label: roleLabels[role],
      goodFor,
      accounts: accounts.filter((account) => mainRole(account) === role),
    }))
    .filter((group) => group.accounts.length > 0)
}
