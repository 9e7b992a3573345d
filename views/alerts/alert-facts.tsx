/** What an alert is: its cases, who raised it, to whom it goes, by when. */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import { SummaryList } from '../components/summary-list.tsx'
import { formatDate, statusLabel } from '../format.ts'
import { daysLeftWords } from './alert-words.ts'

export const AlertFacts = (props: PageFacts) => {
  const { alert, cases, addressees, daysLeft } = props
  const current = addressees.filter(({ isCurrent }) => isCurrent)
  const earlier = addressees.filter(({ isCurrent }) => !isCurrent)
  const person = ({ name, jobTitle, isActive }: (typeof addressees)[number]) =>
    `${name}${jobTitle === '' ? '' : `, ${jobTitle}`}${isActive ? '' : ' (has left)'}`
  return (
    <SummaryList
      class="pl-alert__facts"
      rows={[
        {
          key: cases.length === 1 ? 'Case' : 'Cases',
          value: {
            text: (
              <>
                {cases.map(({ id, reference, serviceStatus }, index) => (
                  <>
                    {index > 0 ? ', ' : ''}
                    <a class="govuk-link" href={`/cases/${id}`}>
                      {reference}
                    </a>
                    {` (${statusLabel(serviceStatus).toLowerCase()})`}
                  </>
                ))}
              </>
            ),
          },
        },
        alert.raisedOn === null
          ? undefined
          : { key: 'Raised', value: `${formatDate(alert.raisedOn)} by ${alert.raiserName}` },
        { key: 'Addressed to', value: { text: current.map(person).join('; ') || 'Nobody now' } },
        earlier.length > 0 && { key: 'Before that', value: earlier.map(person).join('; ') },
        alert.expectedOn !== null && {
          key: 'Answer expected by',
          value: {
            text: (
              <>
                {formatDate(alert.expectedOn)}
                {daysLeft === undefined ? (
                  ''
                ) : (
                  <>
                    {': '}
                    <strong class={daysLeft < 0 ? 'pl-late' : undefined}>
                      {daysLeftWords(daysLeft)}
                    </strong>
                  </>
                )}
              </>
            ),
          },
        },
        alert.closedOn !== null && {
          key: 'Closed',
          value: `${formatDate(alert.closedOn)} ${props.closedWords ?? ''}`,
        },
        props.concerns.length > 0 && {
          key: 'About',
          value: props.concerns.map(({ label }) => label).join('; '),
        },
        alert.auditId !== null && {
          key: 'Raised from',
          value: {
            text: props.readsAudit ? (
              <a class="govuk-link" href={`/audits/${alert.auditId}`}>
                an audit
              </a>
            ) : (
              'an audit'
            ),
          },
        },
      ]}
    />
  )
}
