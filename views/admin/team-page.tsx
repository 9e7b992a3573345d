/** One team or service: where it stands, what is in it in numbers, and what an administrator may do with it. */
import type { TeamWork } from '../../src/admin/team-work-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { formatDate, plural } from '../format.ts'
import { kindWords, type TeamFacts } from './team-words.ts'

export type TeamPageProps = {
  team: TeamFacts & { id: string; name: string }
  parent: { id: string; name: string } | undefined
  below: readonly { id: string; name: string }[]
  work: TeamWork
  todayOn: string
}

const Links = ({ teams }: { teams: readonly { id: string; name: string }[] }) => (
  <>
    {teams.map(({ id, name }, at) => (
      <>
        {at === 0 ? '' : ', '}
        <a class="govuk-link" href={`/admin/teams/${id}`}>
          {name}
        </a>
      </>
    ))}
  </>
)

const dateWords = (date: string | null, none: string): string =>
  date === null ? none : formatDate(date)

export const TeamPage = (props: TeamPageProps) => {
  const { team, parent, below, work } = props
  const address = `/admin/teams/${team.id}`
  return (
    <>
      <BackLink href="/admin/teams">Teams</BackLink>
      <h1 class="govuk-heading-l">{team.name}</h1>
      <dl class="govuk-summary-list">
        {[
          ['Kind', team.isHistorical === 1 ? 'Known from imported history' : kindWords(team.kind)],
          ['Belongs to', parent === undefined ? 'Nothing' : <Links teams={[parent]} />],
          ['Below it', below.length === 0 ? 'Nothing' : <Links teams={below} />],
          ['Opened', dateWords(team.openedOn, 'Not known')],
          ['Closes', dateWords(team.closedOn, 'No date')],
          [
            'In it',
            <>
              <a class="govuk-link" href={`/admin/people?team=${team.id}&state=active`}>
                {plural(work.people, 'person', 'people')}
              </a>
              {`, ${plural(work.cases, 'case')}, ${plural(work.openAudits, 'open audit')}`}
            </>,
          ],
        ].map(([term, words]) => (
          <div class="govuk-summary-list__row">
            <dt class="govuk-summary-list__key">{term}</dt>
            <dd class="govuk-summary-list__value">{words}</dd>
          </div>
        ))}
      </dl>
      {team.isHistorical === 1 ? (
        <p class="govuk-body">
          It stands in results and reports and cannot be chosen for anything new.
        </p>
      ) : (
        <div class="govuk-button-group">
          <Button href={`${address}/change`}>Change</Button>
          {team.closedOn === null ? (
            <a class="govuk-link" href={`${address}/close`}>
              Close it
            </a>
          ) : (
            <a class="govuk-link" href={`${address}/reopen`}>
              {team.closedOn < props.todayOn ? 'Reopen it' : 'Take back the closing date'}
            </a>
          )}
        </div>
      )}
    </>
  )
}
