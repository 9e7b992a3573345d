/** Those to whom an alert can be addressed: with an open account, and with a role that reads alerts. */
import type { Db } from '../db/schema.ts'
import { isGranted } from '../people/rules/permissions.ts'
import { type CouncilPerson, listPeopleWithRoles } from '../safety/line-store.ts'

/** By name. */
export const loadAnswerers = async (db: Db): Promise<CouncilPerson[]> =>
  (await listPeopleWithRoles(db)).filter(({ roles }) => isGranted(roles, 'alerts.read'))
