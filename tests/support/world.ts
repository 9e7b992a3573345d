/** A council in which every role has one person, for tests that go through all routes or all roles. */

import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import type { Context } from '../../src/db/transaction.ts'
import type { LayoutAssets } from '../../src/http/assets.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { type Browser, newApp, type TestApp } from './app.ts'
import { addPersonWith, addTeamWith } from './builders.ts'
import { countingIds, NOW } from './context.ts'
import { databaseWith } from './database.ts'
import { wholeLibrary } from './published-rubrics.ts'

export interface World extends TestApp {
  readonly people: Readonly<Record<Role, string>>
  /** Where the people work: a team in a service of its own. */
  readonly teamId: string
  readonly serviceId: string
  /** A team in another service, where nobody of `people` works. */
  readonly otherTeamId: string
  /** Somebody of the other team, with every role but the administrator's. */
  readonly strangerId: string
  /** A new session of the role's person; nobody's for a visitor. */
  readonly as: (role: Role | 'visitor') => Promise<Browser>
}

/** An id of the right form that no record has. */
export const NO_RECORD = '00000000-0000-7000-8000-ffffffffffff'

/** What everybody starts from is made once: the library alone is twenty rubrics. */
const councilOfRoles = databaseWith('world', async (db) => {
  let idsMade = 0
  const ids = countingIds()
  const ctx: Context = {
    db,
    actor: { kind: 'command', name: 'test' },
    now: NOW,
    ids: () => {
      idsMade += 1
      return ids()
    },
  }
  await publishLibrary(ctx, wholeLibrary())
  await startAlertLists(ctx)
  const serviceId = await addTeamWith(ctx, { name: 'Safeguarding', kind: 'service' })
  const teamId = await addTeamWith(ctx, { name: 'North 1', parentId: serviceId })
  const otherService = await addTeamWith(ctx, { name: 'Corporate parenting', kind: 'service' })
  const otherTeamId = await addTeamWith(ctx, { name: 'Care 1', parentId: otherService })
  const person = (role: Role) => addPersonWith(ctx, { name: `The ${role}`, roles: [role], teamId })
  const people: Record<Role, string> = {
    administrator: await person('administrator'),
    qa_lead: await person('qa_lead'),
    manager: await person('manager'),
    iro: await person('iro'),
    iro_manager: await person('iro_manager'),
    practitioner: await person('practitioner'),
    senior_leader: await person('senior_leader'),
    partner: await person('partner'),
  }
  const strangerId = await addPersonWith(ctx, {
    name: 'A stranger',
    roles: ['qa_lead', 'manager', 'iro'],
    teamId: otherTeamId,
  })
  return { people, teamId, serviceId, otherTeamId, strangerId, idsMade }
})

export const newWorld = async (
  settings: Record<string, string> = {},
  assets?: LayoutAssets
): Promise<World> => {
  const { db, made } = await councilOfRoles()
  const { idsMade, ...found } = made
  const t = await newApp(settings, assets, db, idsMade)
  return {
    ...t,
    ...found,
    as: async (role) => (role === 'visitor' ? t.visitor : t.browserOf(found.people[role])),
  }
}
