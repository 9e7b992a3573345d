/** What a file says of an audit that is there already, against what is stored: old and new side by side. */
import type { FileAudit, KnownAudit } from './plan-import.ts'

/** `what` is a column of the file, or a theme and its item (`item` null: the grade of the theme). Null: not there. */
export type AuditChange = {
  readonly what:
    | { readonly column: string }
    | { readonly theme: string; readonly item: string | null }
  readonly from: string | null
  readonly to: string | null
}

export type ChangedAudit = {
  readonly line: number
  readonly reference: string
  readonly changes: readonly AuditChange[]
}

const final = (value: string, moderated: string | null) =>
  moderated === null || moderated === value ? value : `${value}, moderated ${moderated}`

export const auditChanges = (audit: FileAudit, known: KnownAudit): ChangedAudit => {
  const { first, rows } = audit
  const facts: readonly (readonly [string, string | null, string | null])[] = [
    ['round', known.round, first.round],
    ['audited_on', known.auditedOn, first.auditedOn],
    ['team', known.team, first.team],
    ['service_status', known.serviceStatus, first.serviceStatus],
    ['case_ref', known.caseRef, audit.caseRef],
    ['auditor', known.auditor, audit.auditor],
  ]
  const plain = (text: string | null) => (text ?? '').trim().toLowerCase()
  const changed: AuditChange[] = facts.flatMap(([column, from, to]) =>
    plain(from) === plain(to) ? [] : { what: { column }, from, to }
  )
  const place = (theme: string, item: string) => JSON.stringify([theme, item])
  const before = new Map(
    known.judgements.map(([theme, item, , value, moderated]) => [
      place(theme, item),
      final(value, moderated),
    ])
  )
  for (const row of rows) {
    const id = place(row.theme, row.item ?? '')
    const from = before.get(id) ?? null
    const to = final(row.value, row.moderated)
    before.delete(id)
    if (from !== to) changed.push({ what: { theme: row.theme, item: row.item }, from, to })
  }
  for (const [theme, item] of known.judgements) {
    const from = before.get(place(theme, item))
    if (from !== undefined) {
      changed.push({ what: { theme, item: item === '' ? null : item }, from, to: null })
    }
  }
  return { line: first.line, reference: first.auditRef, changes: changed }
}
