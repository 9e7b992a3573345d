/**
 * How a round is going, for whoever chases it: what is wrong first, then what is late, and what can be done about many
 * audits at once. Everything works as plain links and one plain form.
 */
import type { Counts, ProgressGroup } from '../../src/programme/rules/progress-groups.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { formatDate, formatInstant, kindLabel, plural } from '../format.ts'
import { reopenedWords, submittedOf } from '../rounds/round-words.ts'
import { type HandOverRow, HandOvers } from './hand-overs.tsx'
import { ProgressFilters } from './progress-filters.tsx'
import { ProgressGroups } from './progress-groups.tsx'
import { ProgressList, type ProgressListProps } from './progress-list.tsx'
import { addressOf } from './progress-words.ts'

export type ProgressPageProps = Omit<ProgressListProps, 'roundId' | 'isOpen'> & {
  round: {
    id: string
    name: string
    kind: string
    state: 'draft' | 'open' | 'closed'
    dueOn: string | null
    closedAt: string | null
  }
  closedByName: string | null
  counts: Counts
  groups: readonly ProgressGroup[]
  auditors: readonly { id: string; name: string }[]
  teams: readonly { id: string; name: string }[]
  handOvers: readonly HandOverRow[]
  exemptions: readonly {
    id: string
    name: string
    approvedByName: string
    reason: string
    recordedAt: string
  }[]
}

const sentence = ({ counts, round }: ProgressPageProps): string => {
  const withdrawn = counts.left - counts.voided
  const isOver = round.state === 'closed'
  // What was withdrawn from an open round is no part of it; what was not done by its end is.
  const meant = counts.audits + (isOver ? withdrawn : 0)
  const first =
    counts.audits === 0
      ? 'There are no audits in this round'
      : counts.submitted === meant
        ? 'Every audit is submitted'
        : submittedOf(counts.submitted, meant, meant === 1 ? 'audit' : 'audits')
  const parts = [
    first,
    withdrawn > 0
      ? `${plural(withdrawn, 'was', 'were')} withdrawn${isOver ? ' or not done' : ''}`
      : '',
    counts.reopened > 0 ? reopenedWords(counts.reopened) : '',
    counts.voided > 0 ? `${plural(counts.voided, 'is', 'are')} voided` : '',
    round.state === 'open' && counts.late > 0 ? `${plural(counts.late, 'is', 'are')} late` : '',
    round.state === 'open' && counts.stuck > 0
      ? `${plural(counts.stuck, 'is', 'are')} with nobody who can do ${counts.stuck === 1 ? 'it' : 'them'}`
      : '',
  ]
  return `${parts.filter((part) => part !== '').join('; ')}.`
}

const When = ({ round, closedByName }: ProgressPageProps) => {
  if (round.closedAt !== null) {
    const by = closedByName === null ? '' : ` by ${closedByName}`
    return <p class="govuk-body">{`Closed on ${formatInstant(round.closedAt)}${by}.`}</p>
  }
  return round.dueOn === null ? null : (
    <p class="govuk-body">
      {`Due on ${formatDate(round.dueOn)}. `}
      <a class="govuk-link pl-no-print" href={`/rounds/${round.id}/due`}>
        Change the due date
      </a>
    </p>
  )
}

const Steps = ({ round, counts }: ProgressPageProps) => {
  const at = `/rounds/${round.id}`
  if (round.state === 'closed') {
    return (
      <p class="govuk-body pl-no-print">
        <a class="govuk-link" href={`${at}/reopen`}>
          Open this round again
        </a>
      </p>
    )
  }
  return (
    <div class="govuk-button-group pl-no-print">
      {counts.late > 0 ? (
        <Button href={`${addressOf(at, { show: 'late', isAllTicked: true })}#audits-heading`}>
          {`Chase ${plural(counts.late, 'late audit')}`}
        </Button>
      ) : (
        ''
      )}
      <a class="govuk-link" href={`${at}/cases`}>
        Add a case
      </a>
      <a class="govuk-link" href={`${at}/exempt`}>
        Exempt an auditor
      </a>
      <a class="govuk-link" href={`${at}/carry-over`}>
        Carry over from an earlier round
      </a>
      <a class="govuk-link" href={at}>
        Allocation and details
      </a>
      <a class="govuk-link" href={`${at}/close`}>
        Close this round
      </a>
    </div>
  )
}

const Exemptions = ({ exemptions, round, csrf }: ProgressPageProps) =>
  exemptions.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">Exempt from this round</h2>
      <ul class="govuk-list">
        {exemptions.map((one) => (
          <li class="pl-exempt">
            <span>
              <strong>{one.name}</strong>
              {`: ${one.reason} Approved by ${one.approvedByName}, recorded on ${formatInstant(one.recordedAt)}. `}
            </span>
            {round.state === 'open' ? (
              <form method="post" action={`/rounds/${round.id}/exemptions/${one.id}/lift`}>
                <input type="hidden" name="_csrf" value={csrf} />
                <Button class="govuk-button--secondary pl-small" preventDoubleClick>
                  Lift
                  <span class="govuk-visually-hidden">{` the exemption of ${one.name}`}</span>
                </Button>
              </form>
            ) : (
              ''
            )}
          </li>
        ))}
      </ul>
    </>
  )

export const ProgressPage = (props: ProgressPageProps) => {
  const { round, view } = props
  const at = `/rounds/${round.id}`
  return (
    <>
      <BackLink href="/rounds">Rounds</BackLink>
      <span class="govuk-caption-l">{`${kindLabel(round.kind)}, progress`}</span>
      <h1 class="govuk-heading-l">{round.name}</h1>
      <p class="pl-lead">{sentence(props)}</p>
      <When {...props} />
      <Steps {...props} />
      <HandOvers rows={props.handOvers} />
      <ProgressGroups at={at} view={view} groups={props.groups} />
      <h2 class="govuk-heading-m" id="audits-heading">
        Audits
      </h2>
      <ProgressFilters at={at} view={view} auditors={props.auditors} teams={props.teams} />
      <ProgressList
        roundId={round.id}
        isOpen={round.state === 'open'}
        csrf={props.csrf}
        view={view}
        rows={props.rows}
        total={props.total}
        pages={props.pages}
        todayOn={props.todayOn}
        error={props.error}
      />
      <Exemptions {...props} />
    </>
  )
}
