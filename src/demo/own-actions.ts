/** Who is to do what an audit asks for, and by when. */
import { personIdOf } from './add-people.ts'
import type { Chance } from './rules/chance.ts'
import { people, teams } from './rules/council.ts'
import type { AuditPlan, OwnedAction } from './rules/plan-audit.ts'
import { drawDueOn } from './rules/sittings.ts'
import type { AuditToDo } from './run-round.ts'
import type { Show } from './show.ts'

/** The worker, their team manager, now and then the service manager. */
const ownerOf = (audit: AuditToDo, chance: Chance): string => {
  const { file } = audit.case
  const service = teams.find(({ name }) => name === file.team)?.service
  const managerOf = (team: string | undefined) =>
    people.find((person) => person.team === team && person.roles.includes('manager'))?.name
  return chance.pickBy([
    [file.worker, 72],
    [managerOf(file.team) ?? file.worker, 21],
    [managerOf(service) ?? file.worker, 7],
  ])
}

export const ownActions = (
  show: Show,
  audit: AuditToDo,
  plan: AuditPlan,
  day: string,
  chance: Chance
): OwnedAction[] =>
  plan.actions.map((action) => ({
    ...action,
    ownerId: personIdOf(show.staff, ownerOf(audit, chance)),
    dueOn: drawDueOn(day, chance),
  }))
