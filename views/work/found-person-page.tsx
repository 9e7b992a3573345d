/** What ties one person to work that the reader may open: audits and open actions. */
import { BackLink } from '../components/back-link.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ActionEntries, type ActionEntry, AuditEntries, type AuditEntry } from './found-lists.tsx'

export type FoundPersonPageProps = {
  name: string
  jobTitle: string
  teamName: string | null
  hasLeft: boolean
  audits: readonly AuditEntry[]
  audited: readonly AuditEntry[]
  actions: readonly ActionEntry[]
  /** How many of each are shown at most. */
  most: number
  todayOn: string
}

const firstOf = (shown: number, most: number, what: string): string =>
  shown === most ? `The newest ${most} ${what} that you may open.` : ''

const Audits = (props: {
  title: string
  audits: readonly AuditEntry[]
  most: number
  todayOn: string
}) =>
  props.audits.length === 0 ? null : (
    <>
      <h2 class="govuk-heading-m">{props.title}</h2>
      <p class="pl-muted">{firstOf(props.audits.length, props.most, 'audits')}</p>
      <ul class="pl-todo">
        <AuditEntries audits={props.audits} todayOn={props.todayOn} />
      </ul>
    </>
  )

export const FoundPersonPage = (props: FoundPersonPageProps) => {
  const { name, jobTitle, teamName, hasLeft, audits, audited, actions, most, todayOn } = props
  const isEmpty = audits.length === 0 && audited.length === 0 && actions.length === 0
  return (
    <>
      <BackLink href="/find">Back to find</BackLink>
      <h1>{name}</h1>
      <p class="pl-lead">
        {[jobTitle, teamName ?? '', hasLeft ? 'has left' : '']
          .filter((words) => words !== '')
          .join(', ')}
      </p>
      {isEmpty ? (
        <EmptyState title="Nothing of theirs that you can open">
          <p>Audits of cases that they work or review, and actions that they own, appear here.</p>
        </EmptyState>
      ) : (
        ''
      )}
      {actions.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">Open actions that they own</h2>
          <p class="pl-muted">
            {actions.length === most ? `The ${most} due first that you may open.` : ''}
          </p>
          <ul class="pl-todo">
            <ActionEntries actions={actions} todayOn={todayOn} />
          </ul>
        </>
      )}
      <Audits
        title="Cases that they work or review"
        audits={audits}
        most={most}
        todayOn={todayOn}
      />
      <Audits title="Audits that they were given" audits={audited} most={most} todayOn={todayOn} />
    </>
  )
}
