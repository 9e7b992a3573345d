/** What happened about a case, newest first: each entry dated, with its kind, what it was, who, and the way to it. */
import type { Child } from 'hono/jsx'
import type {
  CaseAction,
  CaseAlert,
  CaseAudit,
  CaseNotice,
  TimelineEntry,
} from '../../src/work/rules/case-timeline.ts'
import { GradeTag } from '../components/grade-tag.tsx'
import { formatDate, formatShortDate, kindLabel } from '../format.ts'
import { auditStateWords, checkResult, kindTags, noticeStates } from './case-words.ts'

const said = (...parts: (string | false)[]): string =>
  parts.filter((part) => part !== false && part !== '').join(' · ')

const Grades = ({ audit }: { audit: CaseAudit }) =>
  audit.overall === null && audit.grades.length === 0 ? null : (
    <ul class="pl-case__grades">
      {audit.overall === null ? (
        ''
      ) : (
        <li>
          <span class="pl-case__graded">Overall</span> <GradeTag grade={audit.overall} />
        </li>
      )}
      {audit.grades.map(({ theme, grade }) => (
        <li>
          <span class="pl-case__graded">{theme}</span> <GradeTag grade={grade} />
        </li>
      ))}
    </ul>
  )

const auditWords = (audit: CaseAudit): string =>
  said(
    audit.reference,
    kindLabel(audit.roundKind),
    audit.auditorName !== '' && `by ${audit.auditorName}`,
    audit.isImported && 'imported',
    auditStateWords(audit.state),
    audit.auditedOn === null && audit.dueOn !== null && `due ${formatShortDate(audit.dueOn)}`
  )

const actionWords = (action: CaseAction, what: 'asked' | 'done'): string =>
  what === 'done'
    ? said('Done', action.ownerName !== null && `by ${action.ownerName}`)
    : said(
        `From ${action.roundName}`,
        `owner: ${action.ownerName ?? 'nobody'}`,
        action.state === 'done'
          ? 'done'
          : action.dueOn === null
            ? 'no due date'
            : `due ${formatShortDate(action.dueOn)}`
      )

const noticeWords = (notice: CaseNotice, what: 'opened' | 'closed'): string =>
  said(
    `From ${notice.roundName}`,
    what === 'opened' && notice.openedByName !== null && `opened by ${notice.openedByName}`,
    what === 'opened' && (noticeStates[notice.state] ?? '').toLowerCase()
  )

const alertWords = (alert: CaseAlert, what: 'raised' | 'closed'): string =>
  what === 'closed'
    ? said(alert.reference, alert.stateLabel.toLowerCase())
    : said(
        alert.reference,
        alert.raisedByName !== null && `raised by ${alert.raisedByName}`,
        alert.stateLabel.toLowerCase(),
        alert.closedOn === null &&
          alert.expectedOn !== null &&
          `expected by ${formatShortDate(alert.expectedOn)}`
      )

interface Shown {
  readonly href: string | undefined
  readonly title: string
  readonly words: string
  readonly more?: Child
}

const shownOf = (entry: TimelineEntry): Shown => {
  switch (entry.kind) {
    case 'audit':
      return {
        href: `/audits/${entry.audit.id}`,
        title: entry.audit.roundName,
        words: auditWords(entry.audit),
        more: <Grades audit={entry.audit} />,
      }
    case 'action':
      return {
        href: `/actions/${entry.action.id}`,
        title: entry.action.what,
        words: actionWords(entry.action, entry.what),
      }
    case 'safety':
      return {
        href: `/safety-notices/${entry.notice.id}`,
        title:
          entry.what === 'opened' ? 'The child may not be safe' : 'The safety notice was closed',
        words: noticeWords(entry.notice, entry.what),
      }
    case 'alert':
      return {
        href: `/alerts/${entry.alert.id}`,
        title: entry.what === 'closed' ? `${entry.alert.title}: closed` : entry.alert.title,
        words: alertWords(entry.alert, entry.what),
      }
    case 'check':
      return {
        href: undefined,
        title: checkResult(entry.check.progress),
        words: entry.check.checkedByName === null ? '' : `Checked by ${entry.check.checkedByName}`,
      }
  }
}

const Entry = ({ entry }: { entry: TimelineEntry }) => {
  const { href, title, words, more } = shownOf(entry)
  return (
    <li class={`pl-case__entry pl-case__entry--${entry.kind}`}>
      <p class="pl-case__on">
        {entry.on === '' ? (
          'Date not known'
        ) : (
          <time datetime={entry.on} title={formatDate(entry.on)}>
            {formatShortDate(entry.on)}
          </time>
        )}
      </p>
      <div>
        <p class="pl-case__kind">{kindTags[entry.kind]}</p>
        <p class="pl-case__title pl-words">
          {href === undefined ? (
            title
          ) : (
            <a class="govuk-link" href={href}>
              {title}
            </a>
          )}
        </p>
        {words === '' ? '' : <p class="pl-case__words">{words}</p>}
        {more ?? ''}
      </div>
    </li>
  )
}

export const CaseTimeline = ({ entries }: { entries: readonly TimelineEntry[] }) => (
  <ol class="pl-case__timeline">
    {entries.map((entry) => (
      <Entry entry={entry} />
    ))}
  </ol>
)
