/** A council in which every role has one person, for tests that go through all routes or all roles. */

import { startAlertLists } from '../../src/alerts/start-alert-lists.ts'
import type { LayoutAssets } from '../../src/http/assets.ts'
import type { Role } from '../../src/people/rules/permissions.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { readLibrary } from '../../src/rubrics/read-rubric-files.ts'
import { type Browser, newApp, type TestApp } from './app.ts'
import { addPersonWith, addTeamWith } from './builders.ts'

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

let library: ReturnType<typeof readLibrary> | undefined

export const newWorld = async (
  settings: Record<string, string> = {},
  assets?: LayoutAssets
): Promise<World> => {
  const t = await newApp(settings, assets)
  const ctx = t.context()
  library ??= readLibrary()
  await publishLibrary(ctx, library)
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
  return {
    ...t,
    people,
    teamId,
    serviceId,
    otherTeamId,
    strangerId,
    as: async (role) => (role === 'visitor' ? t.visitor : t.browserOf(people[role])),
  }
}
