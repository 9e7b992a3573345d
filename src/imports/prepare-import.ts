/** Planned audits to rows: ids are given here, so that the same rows can be written in one piece or in several. */
import { toKey } from '../db/columns.ts'
import type { TransactionContext } from '../db/transaction.ts'
import { finalValue } from '../grading/rules/judgement.ts'
import type { NewJudgement } from '../grading/store.ts'
import type { StandingMapping } from './rules/known-mappings.ts'
import type { FileAudit } from './rules/plan-import.ts'
import {
  listCasesByKey,
  listRoundsByKey,
  listTeamsByKey,
  type NewAudit,
  type NewRound,
} from './store.ts'

export type PreparedAudit = {
  readonly row: NewAudit
  readonly judgements: readonly NewJudgement[]
}

export type NewTeam = {
  readonly id: string
  readonly name: string
  readonly key: string
  readonly auditIds: string[]
}

export type PreparedImport = {
  readonly rounds: readonly NewRound[]
  /** Teams that the council does not have; added as closed when the import is switched in. */
  readonly newTeams: readonly NewTeam[]
  readonly audits: readonly PreparedAudit[]
}

type Names = Pick<TransactionContext, 'db' | 'ids' | 'now'>

const byKey = <Row extends { key: string }>(rows: readonly Row[]) =>
  new Map(rows.map((row) => [row.key, row]))

const distinct = (names: readonly (string | null)[]) => [
  ...new Set(names.flatMap((name) => (name === null ? [] : toKey(name)))),
]

const prepareRounds = async (ctx: Names, audits: readonly FileAudit[]) => {
  const known = byKey(
    await listRoundsByKey(ctx.db, distinct(audits.map((audit) => audit.first.round)))
  )
  const ids = new Map([...known].map(([key, round]) => [key, round.id]))
  const rounds = [...Map.groupBy(audits, (audit) => toKey(audit.first.round))].flatMap(
    ([key, group]): NewRound[] => {
      const first = group[0]?.first
      if (!first || known.has(key)) return []
      const id = ctx.ids()
      ids.set(key, id)
      const latest = group
        .map((audit) => audit.first.auditedOn)
        .toSorted()
        .at(-1)
      return [
        {
          id,
          name: first.round,
          name_key: key,
          kind: first.roundKind,
          selection: 'not_known',
          state: 'closed',
          origin: 'import',
          round_on: latest ?? first.auditedOn,
          created_at: ctx.now,
        },
      ]
    }
  )
  return { rounds, ids }
}

/** @param leaving audits that will be superseded, so that their case can be linked again */
const prepareCases = async (
  ctx: Names,
  audits: readonly FileAudit[],
  leaving: ReadonlySet<string>
) => {
  const cases = byKey(
    await listCasesByKey(ctx.db, distinct(audits.map((audit) => audit.caseRef)), leaving)
  )
  const taken = new Set<string>()
  /** A case counts once a round; a second imported audit of it keeps the reference alone. */
  return (caseRef: string | null, roundId: string): string | null => {
    const found = caseRef === null ? undefined : cases.get(toKey(caseRef))
    const place = `${found?.id} ${roundId}`
    if (!found || found.roundIds.includes(roundId) || taken.has(place)) return null
    taken.add(place)
    return found.id
  }
}

/** Reads what is there under the names of the file and gives every new row its id. */
export const prepareImport = async (
  ctx: Names,
  importId: string,
  audits: readonly FileAudit[],
  leaving: ReadonlySet<string>,
  mappings: readonly StandingMapping[] = []
): Promise<PreparedImport> => {
  const { rounds, ids: roundIds } = await prepareRounds(ctx, audits)
  const caseFor = await prepareCases(ctx, audits, leaving)
  const teams = byKey(
    await listTeamsByKey(ctx.db, distinct(audits.map((audit) => audit.first.team)))
  )
  const teamMappings = new Map(
    mappings.flatMap((one) => (one.kind === 'team' ? [[one.fromTeamId, one] as const] : []))
  )
  const newTeams = new Map<string, NewTeam>()
  const teamFor = (name: string | null, auditId: string) => {
    if (name === null) return { known: null, id: null, typed: null }
    const named = teams.get(toKey(name))?.id
    const mapping = teamMappings.get(named ?? '')
    const known = mapping?.toTeamId ?? named
    if (known) return { known, id: known, typed: mapping ? (named ?? null) : null }
    const team = newTeams.get(toKey(name)) ?? {
      id: ctx.ids(),
      name,
      key: toKey(name),
      auditIds: [],
    }
    team.auditIds.push(auditId)
    newTeams.set(team.key, team)
    return { known: null, id: team.id, typed: null }
  }

  const prepared = audits.map((audit): PreparedAudit => {
    const { first, rows } = audit
    const id = ctx.ids()
    const roundId = roundIds.get(toKey(first.round)) ?? ''
    const team = teamFor(first.team, id)
    return {
      row: {
        id,
        reference: first.auditRef,
        reference_key: audit.key,
        round_id: roundId,
        case_id: caseFor(audit.caseRef, roundId),
        case_reference: audit.caseRef,
        auditor_name: audit.auditor,
        state: 'submitted',
        origin: 'import',
        audited_on: first.auditedOn,
        service_status: first.serviceStatus,
        team_id: team.known,
        imported_team_id: team.typed,
        is_counted: 0,
        import_id: importId,
        superseded_at: ctx.now,
      },
      judgements: rows.map((row) => ({
        audit_id: id,
        theme: row.theme,
        item: row.item ?? '',
        typed_theme: row.typed?.theme ?? null,
        typed_item: row.typed === null ? null : (row.typed.item ?? ''),
        kind: row.kind,
        value: finalValue({ auditorValue: row.value, moderatedValue: row.moderated }),
        auditor_value: row.value,
        moderated_value: row.moderated,
        round_id: roundId,
        team_id: team.id ?? '',
        service_status: first.serviceStatus ?? '',
      })),
    }
  })
  return { rounds, newTeams: [...newTeams.values()], audits: prepared }
}
