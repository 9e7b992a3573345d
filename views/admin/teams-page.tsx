/** The tree of services and teams, with how many people each has and when it opened or closed. */
import type { PlacedTeam } from '../../src/people/rules/team-tree.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { plural } from '../format.ts'
import { AdminTabs } from './admin-tabs.tsx'
import { type TeamFacts, teamDates } from './team-words.ts'

type ListedTeam = TeamFacts & { id: string; name: string; parentId: string | null }

export type TeamsPageProps = {
  tree: readonly PlacedTeam<ListedTeam>[]
  historical: readonly ListedTeam[]
  people: ReadonlyMap<string, number>
  todayOn: string
}

const Branch = (props: {
  of: readonly PlacedTeam<ListedTeam>[]
  page: TeamsPageProps
  class?: string
}) => (
  <ul class={props.class}>
    {props.of.map(({ team, below }) => {
      const dates = teamDates(team, props.page.todayOn)
      return (
        <li>
          <a class="govuk-link" href={`/admin/teams/${team.id}`}>
            {team.kind === 'service' ? <strong>{team.name}</strong> : team.name}
          </a>
          <span class="pl-muted">
            {` ${[
              ...(team.kind === 'service' ? ['service'] : []),
              plural(props.page.people.get(team.id) ?? 0, 'person', 'people'),
              ...(dates === '' ? [] : [dates]),
            ].join(', ')}`}
          </span>
          {below.length === 0 ? '' : <Branch of={below} page={props.page} />}
        </li>
      )
    })}
  </ul>
)

export const TeamsPage = (props: TeamsPageProps) => (
  <>
    <AdminTabs current="teams" />
    <h1 class="govuk-heading-l">Teams</h1>
    <Button href="/admin/teams/new">Add a team or service</Button>
    {props.tree.length === 0 ? (
      <EmptyState title="There are no teams yet">
        <p>
          Services hold teams. What a manager sees follows their team and the teams below it, so add
          them before you add managers.
        </p>
      </EmptyState>
    ) : (
      <Branch of={props.tree} page={props} class="pl-tree" />
    )}
    {props.historical.length === 0 ? (
      ''
    ) : (
      <>
        <h2 class="govuk-heading-m govuk-!-margin-top-6">Known from imported history</h2>
        <p class="govuk-body">
          {`${props.historical.map(({ name }) => name).join(', ')}. They stand in results and reports, and cannot be chosen for anything new.`}
        </p>
      </>
    )}
  </>
)
