/**
 * What an import would do: which audits of the file are new, which are there already just so, and which differ.
 * Pure; import-results.ts loads what is there and carries the plan out.
 */
import { asTyped, byLine, type FileFault } from './file-fault.ts'
import { fold } from './resolve-names.ts'
import type { ResultsRow } from './results-file.ts'

/** One audit of the file with its judgements. */
export type FileAudit = {
  readonly key: string
  readonly first: ResultsRow
  readonly caseRef: string | null
  readonly auditor: string | null
  readonly rows: readonly ResultsRow[]
}

export type KnownJudgement = readonly [string, string, string, string, string | null]

/** An audit that the database has under a reference of the file. */
export type KnownAudit = {
  readonly id: string
  readonly key: string
  readonly origin: 'product' | 'import'
  readonly roundId: string
  readonly roundKey: string
  readonly round: string
  readonly auditedOn: string | null
  readonly serviceStatus: string | null
  readonly teamKey: string | null
  readonly team: string | null
  /** The historical team that the file named, where a mapping has put today's in its place. */
  readonly typedTeamKey: string | null
  readonly caseRef: string | null
  readonly auditor: string | null
  /** `theme`, `item` ('' for the theme grade), `kind`, auditor's and moderated value, in any order. */
  readonly judgements: readonly KnownJudgement[]
  /** The same under the names of the file, before any mapping. */
  readonly typedJudgements: readonly KnownJudgement[]
}

export type KnownRound = { readonly key: string; readonly name: string; readonly kind: string }

export type ImportPlan = {
  readonly fresh: readonly FileAudit[]
  readonly replaced: readonly { readonly audit: FileAudit; readonly known: KnownAudit }[]
  readonly unchanged: readonly FileAudit[]
  /** Audits that are there with other content and may not be superseded; each is a fault. */
  readonly different: readonly FileAudit[]
  readonly faults: readonly FileFault[]
}

/** Rows by audit, in the order of the file. */
export const groupAudits = (rows: readonly ResultsRow[]): FileAudit[] =>
  [...Map.groupBy(rows, (row) => fold(row.auditRef))].flatMap(([key, group]) => {
    const [first] = group
    if (!first) return []
    const some = (of: (row: ResultsRow) => string | null) =>
      group.map(of).find((value) => value !== null) ?? null
    return {
      key,
      first,
      caseRef: some((row) => row.caseRef),
      auditor: some((row) => row.auditor),
      rows: group,
    }
  })

const judgementLines = (judgements: readonly KnownJudgement[]): string =>
  judgements
    .map((judgement) => judgement.join('\u0000'))
    .toSorted()
    .join('\u0001')

/** What differs, in the names of the file's columns. */
const differences = (audit: FileAudit, known: KnownAudit): string[] => {
  const { first, rows } = audit
  const same = (a: string | null, b: string | null) => fold(a ?? '') === fold(b ?? '')
  const judgements = judgementLines(
    rows.map((row) => [row.theme, row.item ?? '', row.kind, row.value, row.moderated])
  )
  const typed = judgementLines(
    rows.map(({ theme, item, typed, kind, value, moderated }) => [
      typed?.theme ?? theme,
      (typed ? typed.item : item) ?? '',
      kind,
      value,
      moderated,
    ])
  )
  // A mapping that was made or undone since changes what a judgement is under, and nothing of what was judged.
  const isSame =
    judgements === judgementLines(known.judgements) ||
    typed === judgementLines(known.typedJudgements)
  return [
    same(first.round, known.roundKey) ? '' : 'round',
    first.auditedOn === known.auditedOn ? '' : 'audited_on',
    same(first.team, known.teamKey) || same(first.team, known.typedTeamKey) ? '' : 'team',
    same(first.serviceStatus, known.serviceStatus) ? '' : 'service_status',
    same(audit.caseRef, known.caseRef) ? '' : 'case_ref',
    same(audit.auditor, known.auditor) ? '' : 'auditor',
    isSame ? '' : 'grades',
  ].filter((name) => name !== '')
}

/** What the command says about an audit that differs; the browser has a button for it. */
const USE_REPLACE = 'correct the file, or use --replace to supersede the audit'

/**
 * @param replace whether audits that differ may be superseded
 * @param remedy what would be right where they differ and may not
 */
export const planImport = (
  rows: readonly ResultsRow[],
  known: readonly KnownAudit[],
  rounds: readonly KnownRound[],
  replace: boolean,
  remedy: string = USE_REPLACE
): ImportPlan => {
  const audits = groupAudits(rows)
  const knownByKey = new Map(known.map((audit) => [audit.key, audit]))
  const roundByKey = new Map(rounds.map((round) => [round.key, round]))
  const faults: FileFault[] = []
  const plan = {
    fresh: [] as FileAudit[],
    replaced: [] as { audit: FileAudit; known: KnownAudit }[],
    unchanged: [] as FileAudit[],
    different: [] as FileAudit[],
  }

  const toldRounds = new Set<string>()
  for (const audit of audits) {
    const { first } = audit
    const reference = asTyped(first.auditRef)
    const round = roundByKey.get(fold(first.round))
    if (round && round.kind !== first.roundKind && !toldRounds.has(round.key)) {
      toldRounds.add(round.key)
      faults.push({
        line: first.line,
        message: `the round ${asTyped(first.round)} is of kind ${first.roundKind} here, but it is known as ${round.kind}; a round has one kind`,
      })
    }
    const there = knownByKey.get(audit.key)
    if (!there) plan.fresh.push(audit)
    else if (there.origin === 'product') {
      faults.push({
        line: first.line,
        message: `audit ${reference} was made in Plumbline and cannot be imported; give the imported audit another audit_ref`,
      })
    } else {
      const different = differences(audit, there)
      if (different.length === 0) plan.unchanged.push(audit)
      else if (replace) plan.replaced.push({ audit, known: there })
      else {
        plan.different.push(audit)
        faults.push({
          line: first.line,
          message: `audit ${reference} is already imported with other content (${different.join(', ')}); ${remedy}`,
        })
      }
    }
  }
  return { ...plan, faults: byLine(faults) }
}
