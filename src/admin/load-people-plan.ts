/** Reads a file of people that waits, against the accounts and teams there are now. */
import { createHash } from 'node:crypto'
import type { Db } from '../db/schema.ts'
import { readUpload } from '../imports/read-upload.ts'
import type { FileFault } from '../imports/rules/file-fault.ts'
import { listAccounts } from '../people/account-store.ts'
import { isTeamOpen } from '../people/rules/team-open.ts'
import { listTeams } from '../people/team-store.ts'
import { readPeopleFile } from './rules/people-file.ts'
import { type PeoplePlan, planPeople, planText } from './rules/plan-people.ts'

export type LoadedPlan =
  | { readonly ok: true; readonly plan: PeoplePlan; readonly fingerprint: string }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** @returns the plan with a fingerprint of all that it rests on, or every fault */
export const loadPeoplePlan = async (
  db: Db,
  uploadId: string,
  todayOn: string
): Promise<LoadedPlan> => {
  const teams = (await listTeams(db)).map((team) => ({
    id: team.id,
    name: team.name,
    isOpen: isTeamOpen(team, todayOn),
  }))
  const accounts = await listAccounts(db)
  const file = readPeopleFile(await readUpload(db, uploadId), teams, accounts)
  if (!file.ok) return file
  const plan = planPeople(file.rows, accounts)
  if (plan.faults.length > 0) return { ok: false, faults: plan.faults }
  const fingerprint = createHash('sha256').update(planText(plan)).digest('base64url')
  return { ok: true, plan, fingerprint }
}
