/** The first page of alerts: what is to be answered, one's own by what is due next, drafts. */
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Tag } from '../components/tag.tsx'
import { formatDate, formatInstant, plural } from '../format.ts'
import { childrenWords, daysLeftWords, stateTag } from './alert-words.ts'

type Row = {
  id: string
  reference: string
  title: string
  state: string
  stateLabel: string
  caseReference: string | null
  children: number
  expectedOn: string | null
  daysLeft: number | undefined
  whoseName: string
}

export type AlertsPageProps = {
  mayRaise: boolean
  seesFigures: boolean
  drafts: readonly { id: string; savedAt: string; references: string }[]
  /** There are older ones, which are not shown. */
  hasMoreDrafts: boolean
  mayCheck: boolean
  /** Somebody can act for them while they are away. */
  mayBeCovered: boolean
  /** Sees who covers for whom among the reviewing officers. */
  overseesCover: boolean
  /** Every alert is theirs to read. */
  isWhole: boolean
  own: readonly Row[]
  /** Raised by those for whom they stand in. */
  covered: readonly Row[]
  toAnswer: readonly Row[]
  toAnswerFor: readonly Row[]
  ofTeam: readonly Row[]
  personId: string
  /** Of whoever answers for a team. */
  teamId: string | null
}

const Rows = ({
  rows,
  caption,
  whose,
}: {
  rows: readonly Row[]
  caption: string
  /** Heading of the column of names, where one is wanted. */
  whose?: string
}) => (
  <section class="pl-table" aria-label={caption} {...{ tabindex: 0 }}>
    <table class="govuk-table">
      <caption class="govuk-table__caption govuk-table__caption--m">{caption}</caption>
      <thead class="govuk-table__head">
        <tr class="govuk-table__row">
          {[
            'Alert',
            'Case',
            'Kind',
            ...(whose === undefined ? [] : [whose]),
            'Answer expected',
            'State',
          ].map((text) => (
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
            <td class="govuk-table__cell">{childrenWords(row.caseReference, row.children)}</td>
            <td class="govuk-table__cell">{row.title}</td>
            {whose === undefined ? '' : <td class="govuk-table__cell">{row.whoseName}</td>}
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

const many: Readonly<Record<string, string>> = { waits: 'wait', was: 'were', is: 'are', goes: 'go' }

/** "You raised 5 open alerts; 2 of them are overdue." */
const counted = (rows: readonly Row[], what: string): string => {
  const late = rows.filter(({ daysLeft }) => daysLeft !== undefined && daysLeft < 0).length
  const today = rows.filter(({ daysLeft }) => daysLeft === 0).length
  const some = (count: number): string =>
    rows.length === 1 ? 'it is' : `${count} of them ${count === 1 ? 'is' : 'are'}`
  return `${what.replace('#', plural(rows.length, 'open alert')).replace(/ (waits|was|is|goes) /g, (_, verb: string) => ` ${rows.length === 1 ? verb : (many[verb] ?? verb)} `)}${late > 0 ? `; ${some(late)} overdue` : ''}${today > 0 ? `${late > 0 ? ', and' : ';'} ${some(today)} due today` : ''}.`
}

const Sentences = (props: AlertsPageProps) => {
  // An answered one stays in the list and waits for its raiser.
  const toAnswer = props.toAnswer.filter(({ state }) => state === 'open')
  const toAnswerFor = props.toAnswerFor.filter(({ state }) => state === 'open')
  const lines = [
    ...(toAnswer.length > 0 ? [counted(toAnswer, '# waits for your answer')] : []),
    ...(toAnswerFor.length > 0
      ? [counted(toAnswerFor, '# waits for somebody for whom you stand in')]
      : []),
    ...(props.own.length > 0 ? [counted(props.own, 'You raised #')] : []),
    ...(props.covered.length > 0
      ? [counted(props.covered, '# was raised by somebody for whom you stand in')]
      : []),
    ...(props.ofTeam.length > 0
      ? [counted(props.ofTeam, '# is of your teams and goes to others')]
      : []),
  ]
  return lines.length === 0 ? null : (
    <ul class="govuk-list govuk-list--bullet">
      {lines.map((line) => (
        <li>{line}</li>
      ))}
    </ul>
  )
}

const Ways = (props: AlertsPageProps) => {
  const { isWhole, mayCheck, seesFigures, personId, teamId } = props
  const links: [string, string][] = [
    ['/alerts/register', isWhole ? 'The whole register' : 'All alerts that you may read'],
    ...(teamId === null
      ? []
      : [[`/alerts/register?team=${teamId}`, 'All alerts of your teams'] as [string, string]]),
    ...(mayCheck && isWhole
      ? [[`/alerts/register?raiser=${personId}`, 'All that you raised'] as [string, string]]
      : []),
    ...(seesFigures ? [['/alerts/figures', 'Figures of practice alerts'] as [string, string]] : []),
    ...(mayCheck ? [['/midway-checks', 'Midway checks that are due'] as [string, string]] : []),
    ...(props.mayBeCovered
      ? [['/account/cover', 'Going away: who acts for you'] as [string, string]]
      : []),
    ...(props.overseesCover
      ? [['/cover', 'Who covers for whom among the reviewing officers'] as [string, string]]
      : []),
  ]
  return (
    <ul class="govuk-list">
      {links.map(([href, text]) => (
        <li>
          <a class="govuk-link" href={href}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

export const AlertsPage = (props: AlertsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Practice alerts</h1>
    {props.mayRaise ? <Button href="/alerts/new">Raise a practice alert</Button> : ''}
    <Sentences {...props} />
    {[
      props.toAnswer,
      props.toAnswerFor,
      props.own,
      props.covered,
      props.ofTeam,
      props.drafts,
    ].every(({ length }) => length === 0) ? (
      <EmptyState title="No alerts">
        <p class="govuk-body">No alert is waiting for you, and none of yours is open.</p>
      </EmptyState>
    ) : (
      ''
    )}
    <Ways {...props} />
    {props.toAnswer.length === 0 ? '' : <Rows rows={props.toAnswer} caption="Addressed to you" />}
    {props.toAnswerFor.length === 0 ? (
      ''
    ) : (
      <Rows
        rows={props.toAnswerFor}
        caption="Addressed to somebody for whom you stand in"
        whose="Addressed to"
      />
    )}
    {props.own.length === 0 ? '' : <Rows rows={props.own} caption="Raised by you" />}
    {props.covered.length === 0 ? (
      ''
    ) : (
      <Rows
        rows={props.covered}
        caption="Raised by somebody for whom you stand in"
        whose="Raised by"
      />
    )}
    {props.ofTeam.length === 0 ? (
      ''
    ) : (
      <Rows rows={props.ofTeam} caption="Of your teams, addressed to others" whose="Raised by" />
    )}
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
        {props.hasMoreDrafts ? (
          <p>
            {`These are the newest ${props.drafts.length} of your drafts. Raise some or throw them away, and the older ones are shown.`}
          </p>
        ) : (
          ''
        )}
      </section>
    )}
  </>
)
