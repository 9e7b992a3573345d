/** What typed references come to in one round: cases that are known, in it already, or new to the council. Changes nothing. */
import { type References, readReferences } from '../cases/rules/read-references.ts'
import { listCasesByKey } from '../cases/store.ts'
import { toKey } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import { isTeamOpen } from '../people/rules/team-open.ts'
import { listTeams } from '../people/team-store.ts'
import { serviceStatuses } from '../rubrics/rules/service-status.ts'
import { listRoundAudits } from './audit-store.ts'
import type { NewCase } from './enter-cases.ts'
import { chooseForAll, type NewCaseChoice, readNewCase } from './rules/new-case.ts'

export interface ReadCases extends References {
  /** Nothing can be added before the references are typed again. */
  readonly fault: string | undefined
  /** References as the council writes them. */
  readonly known: readonly string[]
  readonly inRound: readonly string[]
  readonly newCases: readonly NewCaseChoice[]
  /** The new cases for which nothing is missing. */
  readonly toEnter: readonly NewCase[]
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  readonly forAll: { readonly status: string; readonly team: string }
}

const MOST = 500

const faultOf = ({ found, faults }: References): string | undefined => {
  if (faults.length > 0) {
    const lines = faults.length === 1 ? '1 reference is' : `${faults.length} references are`
    return `${lines} not as they should be. Nothing has been added`
  }
  if (found.length === 0) return 'Enter at least one case reference'
  return found.length > MOST
    ? `These are ${found.length} references. Enter at most ${MOST} at a time`
    : undefined
}

/** @param raw the form as sent: what was chosen for new cases, by reference */
export const readCases = async (
  db: Db,
  roundId: string,
  text: string,
  raw: Readonly<Record<string, string>>,
  todayOn: string
): Promise<ReadCases> => {
  const read = readReferences(text, toKey)
  const fault = faultOf(read)
  const rows = fault
    ? []
    : await listCasesByKey(
        db,
        read.found.map(({ reference }) => toKey(reference))
      )
  const byKey = new Map(rows.map((row) => [row.referenceKey, row]))
  const inRound = new Set((await listRoundAudits(db, roundId)).map((audit) => audit.caseId))
  const found = read.found.map((one) => ({ ...one, row: byKey.get(toKey(one.reference)) }))
  const teams = (await listTeams(db)).filter((team) => isTeamOpen(team, todayOn))
  const forAll = chooseForAll(raw)
  const unknown = fault ? [] : found.filter(({ row }) => row === undefined)
  const newCases = unknown.map((one, at) =>
    readNewCase(
      raw,
      one,
      at + 1,
      teams.map(({ id }) => id)
    )
  )
  return {
    ...read,
    fault,
    known: found.flatMap(({ row }) => (row && !inRound.has(row.id) ? [row.reference] : [])),
    inRound: found.flatMap(({ row }) => (row && inRound.has(row.id) ? [row.reference] : [])),
    newCases,
    toEnter: newCases.flatMap((one) => {
      const serviceStatus = serviceStatuses.find(
        (status) => status === (one.status || forAll.status)
      )
      const teamId = one.team || forAll.team || null
      return serviceStatus ? [{ reference: one.reference, serviceStatus, teamId }] : []
    }),
    teams,
    forAll,
  }
}
