/** Makes what a test needs, through the product's own verbs, with everything that the test does not care about filled in. */
import type { Context } from '../../src/db/transaction.ts'
import { addPerson } from '../../src/people/add-person.ts'
import { addTeam } from '../../src/people/add-team.ts'
import type { Role } from '../../src/people/rules/permissions.ts'

let people = 0

/** @returns the person's id */
export const addPersonWith = (
  ctx: Context,
  person: {
    name?: string
    email?: string
    roles?: readonly Role[]
    teamId?: string | null
    passwordHash?: string | null
  } = {}
): Promise<string> => {
  people += 1
  return addPerson(ctx, {
    email: person.email ?? `person${people}@aldermere.example`,
    name: person.name ?? `Person ${people}`,
    jobTitle: 'Team manager',
    roles: person.roles ?? ['manager'],
    teamId: person.teamId ?? null,
    passwordHash: person.passwordHash ?? null,
  })
}

/** @returns the team's id */
export const addTeamWith = (
  ctx: Context,
  team: { name: string; parentId?: string | null; kind?: 'service' | 'team' }
): Promise<string> =>
  addTeam(ctx, {
    name: team.name,
    parentId: team.parentId ?? null,
    kind: team.kind ?? 'team',
    openedOn: null,
    closedOn: null,
    isHistorical: false,
  })
