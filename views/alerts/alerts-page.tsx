/** The first page of alerts: what is to be answered, one's own by what is due next, drafts. */
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Tag } from '../components/tag.tsx'
import { formatDate, formatInstant } from '../format.ts'
import { daysLeftWords, stateTag } from './alert-words.ts'

type Row = {
  id: string
  reference: string
  title: string
  state: string
  stateLabel: string
  caseReference: string | null
  expectedOn: string | null
  daysLeft: number | undefined
}

export type AlertsPageProps = {
  mayRaise: boolean
  seesFigures: boolean
  drafts: readonly { id: string; savedAt: string; references: string }[]
  own: readonly Row[]
  toAnswer: readonly Row[]
}

const Rows = ({ rows, caption }: { rows: readonly Row[]; caption: string }) => (
  <section class="pl-table" aria-label={caption} {...{ tabindex: 0 }}>
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {['Alert', 'Case', 'Kind', 'Answer expected', 'State'].map((text) => (
            <th scope="col" class="govuk-table__header">
              {text}
            </th>
          ))}
        </tr>
      </thead>
      <tbody class="govuk-table__body">
        {rows.map((row) => (
          <tr class="govuk-table__row">
            <th scope="row" class="govuk-table__header">
              <a class="govuk-link" href={`/alerts/${row.id}`}>
                {row.reference}
              </a>
            </th>
            <td class="govuk-table__cell">{row.caseReference}</td>
            <td class="govuk-table__cell">{row.title}</td>
            <td class="govuk-table__cell">
              {row.expectedOn === null ? 'No answer needed' : formatDate(row.expectedOn)}
              {row.daysLeft === undefined ? (
                ''
              ) : (
                <>
                  <br />
                  <span class={row.daysLeft < 0 ? 'pl-late' : 'pl-note'}>
                    {daysLeftWords(row.daysLeft)}
                  </span>
                </>
              )}
            </td>
            <td class="govuk-table__cell">
              <Tag class={stateTag(row.state)}>{row.stateLabel}</Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
)

export const AlertsPage = (props: AlertsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Practice alerts</h1>
    {props.mayRaise ? <Button href="/alerts/new">Raise a practice alert</Button> : ''}
    {props.seesFigures ? (
      <p class="govuk-body">
        <a class="govuk-link" href="/alerts/figures">
          Figures of practice alerts
        </a>
      </p>
    ) : (
      ''
    )}
    {props.toAnswer.length === 0 && props.own.length === 0 && props.drafts.length === 0 ? (
      <EmptyState title="No alerts">
        <p class="govuk-body">No alert is waiting for you, and none of yours is open.</p>
      </EmptyState>
    ) : (
      ''
    )}
    {props.toAnswer.length === 0 ? '' : <Rows rows={props.toAnswer} caption="Addressed to you" />}
    {props.own.length === 0 ? '' : <Rows rows={props.own} caption="Raised by you" />}
    {props.drafts.length === 0 ? (
      ''
    ) : (
      <section aria-labelledby="drafts-title">
        <h2 class="govuk-heading-m" id="drafts-title">
          Drafts
        </h2>
        <ul class="govuk-list">
          {props.drafts.map(({ id, savedAt, references }) => (
            <li>
              <a class="govuk-link" href={`/alerts/${id}/draft`}>
                {references === '' ? 'No case yet' : references}
              </a>
              {`, saved ${formatInstant(savedAt)}`}
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
)
