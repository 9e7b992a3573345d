/** Hand-overs that auditors ask for, at the head of the page until a QA lead has decided. */
import { formatInstant } from '../format.ts'

export type HandOverRow = {
  id: string
  caseReference: string | null
  fromName: string
  toName: string
  reason: string
  askedAt: string
}

export const HandOvers = ({ rows }: { rows: readonly HandOverRow[] }) =>
  rows.length === 0 ? null : (
    <section class="govuk-inset-text" aria-labelledby="hand-overs">
      <h2 class="govuk-heading-m" id="hand-overs">
        {rows.length === 1 ? 'A hand-over to decide' : `${rows.length} hand-overs to decide`}
      </h2>
      <ul class="govuk-list pl-plain-list">
        {rows.map((row) => (
          <li>
            <a class="govuk-link" href={`/hand-overs/${row.id}`}>
              {`Case ${row.caseReference ?? ''}: ${row.fromName} asks to hand over to ${row.toName}`}
            </a>
            <span class="pl-todo__more">{`${row.reason} Asked on ${formatInstant(row.askedAt)}.`}</span>
          </li>
        ))}
      </ul>
    </section>
  )
