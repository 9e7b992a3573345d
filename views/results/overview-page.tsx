/** What needs attention now, in order: each a sentence with its n that leads on. */
import type { Child } from 'hono/jsx'
import type { Frame } from '../../src/analytics/load-frame.ts'
import type { Decline, Overview } from '../../src/analytics/load-overview.ts'
import { addressWith } from '../components/address-with.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { formatCount, formatDate, formatShortDate, plural } from '../format.ts'
import { repeatWords } from './repeat-words.ts'
import { ResultsTabs } from './results-tabs.tsx'

export type OverviewPageProps = {
  frame: Frame
  overview: Overview
  /** Which of the pages that sentences lead on to are the reader's. */
  sees: { readonly safety: boolean; readonly rounds: boolean; readonly alerts: boolean }
}

const points = (fraction: number): string => {
  const whole = Math.round(fraction * 100)
  return whole < 0 ? `−${-whole}` : String(whole)
}

const declineWords = ({ last, before, low, high }: Decline): string =>
  `${last.figures.count} of ${last.n} good or better in the last twelve months (${last.figures.percent}%) against ${before.figures.count} of ${before.n} in the twelve before (${before.figures.percent}%): a fall of ${plural(Math.round((before.figures.count / before.n - last.figures.count / last.n) * 100), 'point')}, 95% interval ${points(low)} to ${points(high)}.`

const reachWords = ({ attention, openTeams }: Overview, isOfSome: boolean): string => {
  const { teamsNotReached, statusesNotReached } = attention
  const parts = [
    teamsNotReached === 0
      ? ''
      : `${formatCount(teamsNotReached)} of ${plural(openTeams, 'open team')}${isOfSome ? ' that you may see' : ''}`,
    statusesNotReached === 0
      ? ''
      : `${plural(statusesNotReached, 'service status', 'service statuses')} of which there are cases`,
  ]
  return parts.filter((part) => part !== '').join(' and ')
}

type Point = { heading: string; words: Child; href: string | undefined; go: string }

const alertPoints = ({ overview, sees }: OverviewPageProps): Point[] => {
  const { alertsOverdue, disputesOver } = overview.attention
  return [
    ...(disputesOver === 0
      ? []
      : [
          {
            heading: 'Disputes over their total time',
            words: `${plural(disputesOver, 'dispute')} that you may read ${disputesOver === 1 ? 'is' : 'are'} open past the last day of the total time.`,
            href: sees.alerts ? '/alerts/register?stage=dispute&state=live' : undefined,
            go: 'See the open disputes',
          },
        ]),
    ...(alertsOverdue === 0
      ? []
      : [
          {
            heading: 'Practice alerts overdue',
            words: `${plural(alertsOverdue, 'practice alert')} that you may read ${alertsOverdue === 1 ? 'waits' : 'wait'} for an answer past ${alertsOverdue === 1 ? 'its' : 'their'} date.`,
            href: sees.alerts ? '/alerts/register?overdue=yes&state=open' : undefined,
            go: 'See the overdue alerts',
          },
        ]),
  ]
}

/** Declines by more than chance, then what was found again and again, then what nobody looked at. */
const practicePoints = ({ overview, frame }: OverviewPageProps): Point[] => {
  const { attention, declines, repeats, since } = overview
  const { teamsNotReached, statusesNotReached } = attention
  return [
    ...declines.map((decline) => ({
      heading: `${decline.label} declined`,
      words: declineWords(decline),
      href: addressWith('/results', { theme: decline.theme }),
      go: `See ${decline.label} round by round`,
    })),
    ...(repeats === undefined || repeats === 0
      ? []
      : [
          {
            heading: 'Found again and again',
            words: repeatWords(repeats, 'team'),
            href: '/results/repeat-findings',
            go: 'See the repeat findings',
          },
        ]),
    ...(teamsNotReached + statusesNotReached === 0
      ? []
      : [
          {
            heading: 'Not reached',
            words: `${reachWords(overview, !frame.seesEveryTeam)} ${teamsNotReached + statusesNotReached === 1 ? 'has' : 'have'} not been audited since ${formatShortDate(since)}.`,
            href: '/results/coverage',
            go: 'See what audits have reached',
          },
        ]),
  ]
}

/**
 * A child who may not be safe; then what one child waits for past its date, disputes and alerts before actions; then what
 * a year of audits says of practice; last the running of the programme (decision 0049).
 */
const pointsOf = (props: OverviewPageProps): Point[] => {
  const { overview, sees } = props
  const { notices, actionsLate, roundsLate } = overview.attention
  return [
    ...(notices === 0
      ? []
      : [
          {
            heading: 'Child safety',
            words: `${plural(notices, 'child-safety notice')} ${notices === 1 ? 'is' : 'are'} open.`,
            href: sees.safety ? '/safety-notices?state=open' : undefined,
            go: 'See the open notices',
          },
        ]),
    ...alertPoints(props),
    ...(actionsLate === 0
      ? []
      : [
          {
            heading: 'Actions late',
            words: `${plural(actionsLate, 'action')} from audits that you may read ${actionsLate === 1 ? 'is' : 'are'} past ${actionsLate === 1 ? 'its' : 'their'} due date.`,
            href: '/actions?show=late',
            go: 'See the late actions',
          },
        ]),
    ...practicePoints(props),
    ...(roundsLate === 0
      ? []
      : [
          {
            heading: 'Rounds late',
            words: `${plural(roundsLate, 'round')} ${roundsLate === 1 ? 'is' : 'are'} past ${roundsLate === 1 ? 'its' : 'their'} due date with audits still to come.`,
            href: sees.rounds ? '/rounds' : undefined,
            go: 'See the programme',
          },
        ]),
  ]
}

/** Of what the reader may see, and of no more: a practitioner is not told that no notice is open. */
const NothingToSay = ({ overview }: OverviewPageProps) => (
  <EmptyState title="Nothing to say">
    <p>
      {`No child-safety notice that you may see is open; no alert, dispute or action that you may read is past its date, and no round is late; ${overview.compared === 0 ? 'no theme could be compared' : 'no theme has declined by more than chance explains'}; and a year of audits has reached every ${overview.openTeams === 0 ? '' : 'team that you may see and every '}service status with open cases.`}
    </p>
  </EmptyState>
)

export const OverviewPage = (props: OverviewPageProps) => {
  const { frame, overview } = props
  const found = pointsOf(props)
  return (
    <>
      <ResultsTabs current="overview" seesTeams={frame.teams.length > 0} />
      <h1>What needs attention now</h1>
      <p class="pl-lead">
        {found.length === 0
          ? `On ${formatDate(frame.today)} nothing asks for attention, as far as you may see.`
          : `On ${formatDate(frame.today)} ${plural(found.length, 'thing')} ${found.length === 1 ? 'asks' : 'ask'} for attention, the most pressing first.`}
      </p>
      {found.length === 0 ? (
        <NothingToSay {...props} />
      ) : (
        <ol class="pl-attention">
          {found.map(({ heading, words, href, go }) => (
            <li>
              <h2>{heading}</h2>
              <p>{words}</p>
              {href === undefined ? (
                ''
              ) : (
                <p>
                  <a class="govuk-link" href={href}>
                    {go}
                  </a>
                </p>
              )}
            </li>
          ))}
        </ol>
      )}
      <p class="pl-muted">
        {overview.compared === 0
          ? 'No theme had five or more grades in each of the last two years, so none was compared.'
          : `${plural(overview.compared, 'theme')} of learning audits ${overview.compared === 1 ? 'was' : 'were'} compared with the twelve months before, of those audited; about one in twenty looks like a change by chance alone.`}
        {' This page is of today: filters of the other pages do not change it.'}
      </p>
    </>
  )
}
