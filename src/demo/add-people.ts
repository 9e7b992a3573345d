/** Aldermere's services, teams and people, as an administrator would have entered them before the first round. */
import { addPerson } from '../people/add-person.ts'
import { addTeam } from '../people/add-team.ts'
import { emailOf, people, services, teams } from './rules/council.ts'
import { instantOn } from './rules/days.ts'
import type { Stage } from './stage.ts'

/** Nobody in Aldermere signs in with a password: this is a hash that none matches. */
const NO_PASSWORD = `scrypt$16384$8$5$${'A'.repeat(22)}$${'A'.repeat(43)}`

export interface Staff {
  readonly teamIds: ReadonlyMap<string, string>
  readonly personIds: ReadonlyMap<string, string>
}

const idOf = (ids: ReadonlyMap<string, string>, name: string): string => {
  const id = ids.get(name)
  if (id === undefined) throw new Error(`nobody and nothing in Aldermere is called ${name}`)
  return id
}

export const teamIdOf = ({ teamIds }: Staff, name: string): string => idOf(teamIds, name)
export const personIdOf = ({ personIds }: Staff, name: string): string => idOf(personIds, name)

/**
 * @param day on which they are entered, a minute apart, so that lists keep the order of rules/council.ts
 * @returns the ids by name; services are among the teams
 */
export const addPeople = async (stage: Stage, day: string): Promise<Staff> => {
  let minutes = 9 * 60
  const next = () => {
    minutes += 1
    return stage.at(instantOn(day, minutes))
  }
  const teamIds = new Map<string, string>()
  const add = async (name: string, kind: 'service' | 'team', parentId: string | null) => {
    const plain = { openedOn: null, closedOn: null, isHistorical: false }
    teamIds.set(name, await addTeam(next(), { ...plain, name, kind, parentId }))
  }
  for (const name of services) await add(name, 'service', null)
  for (const { name, service } of teams) await add(name, 'team', idOf(teamIds, service))

  const personIds = new Map<string, string>()
  for (const { name, jobTitle, team, roles } of people) {
    const teamId = team === null ? null : idOf(teamIds, team)
    const account = {
      name,
      jobTitle,
      roles,
      teamId,
      email: emailOf(name),
      passwordHash: NO_PASSWORD,
    }
    personIds.set(name, await addPerson(next(), account))
  }
  return { teamIds, personIds }
}
