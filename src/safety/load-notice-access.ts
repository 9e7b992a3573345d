/** How a person stands to a notice: reads the people and teams of the council, and asks the rule. */
import type { Db } from '../db/schema.ts'
import { leadsCouncil } from '../people/rules/leads-council.ts'
import type { Role } from '../people/rules/permissions.ts'
import { type CouncilPerson, listLineTeams, listPeopleWithRoles } from './line-store.ts'
import { type Line, lineOf } from './rules/addressees.ts'
import { type NoticeAccess, noticeAccess } from './rules/notice-access.ts'
import { teamTiesOf } from './rules/team-ties.ts'

export interface AccessToNotice extends NoticeAccess {
  /** Everybody with an open account: for choosing who was told. */
  readonly people: readonly CouncilPerson[]
  readonly line: Line
}

export const loadNoticeAccess = async (
  db: Db,
  person: { readonly id: string; readonly roles: readonly Role[]; readonly teamId: string | null },
  notice: {
    readonly auditorId: string | null
    readonly iroId: string | null
    readonly teamId: string | null
  },
  isAddressee: boolean
): Promise<AccessToNotice> => {
  const people = await listPeopleWithRoles(db)
  const teams = await listLineTeams(db)
  const line = lineOf(people, teams, notice.teamId)
  const heads = line.steps.get(3) ?? []
  const access = noticeAccess(notice, {
    id: person.id,
    roles: person.roles,
    ...teamTiesOf(teams, person.teamId, notice.teamId),
    isOfCouncil: leadsCouncil(person),
    isAddressee,
    headIsMissing: !heads.some((id) => id !== notice.auditorId),
  })
  return { ...access, people, line }
}
