/** What rows must agree on: the rows of one audit on its facts, the rows of one round on its kind, and no judgement twice. */
import { asTyped, type FileFault } from './file-fault.ts'
import type { TypedRow } from './read-row.ts'
import { fold } from './resolve-names.ts'
import { inSteps, type Steps } from './steps.ts'

/** The facts of an audit that every row of it repeats (contracts.md §7). */
const REPEATED = [
  ['round', (row: TypedRow) => row.round],
  ['audited_on', (row: TypedRow) => row.auditedOn],
  ['team', (row: TypedRow) => row.team],
  ['service_status', (row: TypedRow) => row.serviceStatus ?? ''],
] as const

/** Facts that may stand on one row of the audit only; an audit is of one case by one auditor (contracts.md §1). */
const ONCE = [
  ['case_ref', (row: TypedRow) => row.caseRef],
  ['auditor', (row: TypedRow) => row.auditor],
] as const

const shown = (value: string) => (value === '' ? 'blank' : asTyped(value))

/** @param faulty lines whose cells could not be read, which are left out of comparisons */
export function* checkAudits(
  rows: readonly TypedRow[],
  faulty: ReadonlySet<number>,
  from: number,
  to: number
): Steps<FileFault[]> {
  const faults: FileFault[] = []
  const audits = new Map<string, TypedRow>()
  const firsts = new Map<string, { line: number; value: string }>()
  const rounds = new Map<string, TypedRow>()

  yield* inSteps(rows, from, to, (row) => {
    if (faulty.has(row.line)) return
    const audit = audits.get(fold(row.auditRef))
    if (!audit) audits.set(fold(row.auditRef), row)
    else {
      for (const [column, of] of REPEATED) {
        if (of(row) === of(audit) || fold(of(row)) === fold(of(audit))) continue
        faults.push({
          line: row.line,
          message: `${column} is ${shown(of(row))}, but ${shown(of(audit))} on line ${audit.line} for the same audit ${asTyped(row.auditRef)}; rows of one audit have one ${column}`,
        })
      }
    }
    for (const [column, of] of ONCE) {
      if (of(row) === '') continue
      const id = `${column}\u0000${fold(row.auditRef)}`
      const first = firsts.get(id)
      if (!first) firsts.set(id, { line: row.line, value: of(row) })
      else if (fold(first.value) !== fold(of(row))) {
        faults.push({
          line: row.line,
          message: `${column} is ${shown(of(row))}, but ${shown(first.value)} on line ${first.line} for the same audit ${asTyped(row.auditRef)}; an audit has one ${column}`,
        })
      }
    }
    const round = rounds.get(fold(row.round))
    if (!round) rounds.set(fold(row.round), row)
    else if (round.roundKind !== row.roundKind) {
      faults.push({
        line: row.line,
        message: `the round ${asTyped(row.round)} is of kind ${row.roundKind} here and ${round.roundKind} on line ${round.line}; a round has one kind`,
      })
    }
  })
  return faults
}

/** The same judgement twice: one audit, one theme, one item. */
export const checkTwice = (
  judgements: readonly { line: number; auditRef: string; theme: string; item: string | null }[]
): FileFault[] => {
  const firsts = new Map<string, number>()
  return judgements.flatMap(({ line, auditRef, theme, item }) => {
    const id = [fold(auditRef), theme, item ?? ''].join('\u0000')
    const first = firsts.get(id)
    if (first === undefined) {
      firsts.set(id, line)
      return []
    }
    const what = item === null ? `the grade of “${theme}”` : `${asTyped(item)} of “${theme}”`
    return {
      line,
      message: `${what} in audit ${asTyped(auditRef)} is already on line ${first}; keep one of the two rows`,
    }
  })
}
