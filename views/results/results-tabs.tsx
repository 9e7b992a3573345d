/**
 * The parts of the results, above each of their pages. What a part has nothing of for the reader's role is left out: the
 * caller says whether they see figures by team.
 */

export type ResultsPart =
  | 'rounds'
  | 'overview'
  | 'over-time'
  | 'compare'
  | 'heat'
  | 'measures'
  | 'coverage'
  | 'equality'
  | 'repeat'
  | 'people'
  | 'circulars'

const parts: readonly { key: ResultsPart; text: string; href: string; isByTeam?: boolean }[] = [
  { key: 'overview', text: 'Overview', href: '/results/overview' },
  { key: 'rounds', text: 'Round by round', href: '/results' },
  { key: 'over-time', text: 'Over time', href: '/results/over-time' },
  { key: 'compare', text: 'Compare', href: '/results/compare' },
  { key: 'heat', text: 'Heat table', href: '/results/heat' },
  { key: 'measures', text: 'Measures', href: '/results/measures' },
  { key: 'coverage', text: 'Coverage', href: '/results/coverage' },
  { key: 'equality', text: 'Equality', href: '/results/equality' },
  { key: 'repeat', text: 'Repeat findings', href: '/results/repeat-findings', isByTeam: true },
  { key: 'people', text: 'Your own', href: '/results/people' },
  { key: 'circulars', text: 'Learning circulars', href: '/reports/circulars' },
]

export type ResultsTabsProps = {
  current: ResultsPart
  /** Whether the reader's roles give `results.by_team` in any scope. */
  seesTeams: boolean
}

export const ResultsTabs = ({ current, seesTeams }: ResultsTabsProps) => (
  <nav class="pl-parts" aria-label="Results">
    <ul class="pl-parts__list">
      {parts
        .filter(({ isByTeam }) => seesTeams || !isByTeam)
        .map(({ key, text, href }) => (
          <li>
            <a class="govuk-link" href={href} aria-current={key === current ? 'page' : undefined}>
              {text}
            </a>
          </li>
        ))}
    </ul>
  </nav>
)
