/**
 * The parts of the results, above each of their pages. What a part has nothing of for the reader's role is left out: the
 * caller says whether they see figures by team.
 */

import { addressWith } from '../components/address-with.ts'
import type { CarriedFilters } from './carried-filters.ts'

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

type Part = {
  key: ResultsPart
  text: string
  href: string
  isByTeam?: boolean
  /** Filters of the other parts that it has too; of the others it shows what it shows without them. */
  has?: readonly (keyof CarriedFilters)[]
}

const period = ['period', 'from', 'to'] as const
const ofRounds = ['theme', 'item', 'team', 'status', 'kind', ...period] as const
const ofThemes = ['theme', 'team', 'status', 'kind', ...period] as const

const parts: readonly Part[] = [
  { key: 'overview', text: 'Overview', href: '/results/overview' },
  { key: 'rounds', text: 'Round by round', href: '/results', has: ofRounds },
  { key: 'over-time', text: 'Over time', href: '/results/over-time', has: ofRounds },
  {
    key: 'compare',
    text: 'Compare',
    href: '/results/compare',
    has: ['theme', 'team', 'status', 'kind'],
  },
  { key: 'heat', text: 'Heat table', href: '/results/heat', has: ofThemes },
  { key: 'measures', text: 'Measures', href: '/results/measures', has: ofThemes },
  { key: 'coverage', text: 'Coverage', href: '/results/coverage', has: ['team'] },
  {
    key: 'equality',
    text: 'Equality',
    href: '/results/equality',
    has: ['theme', 'status', 'kind', ...period],
  },
  {
    key: 'repeat',
    text: 'Repeat findings',
    href: '/results/repeat-findings',
    isByTeam: true,
    has: ['theme', 'team', 'kind', ...period],
  },
  { key: 'people', text: 'Your own', href: '/results/people', has: ['kind', ...period] },
  { key: 'circulars', text: 'Learning circulars', href: '/reports/circulars' },
]

export type ResultsTabsProps = {
  current: ResultsPart
  /** Whether the reader's roles give `results.by_team` in any scope. */
  seesTeams: boolean
  /** Filters that were chosen here, for the parts that have them too. */
  carried?: CarriedFilters
}

const hrefOf = ({ href, has = [] }: Part, carried: CarriedFilters): string =>
  addressWith(href, Object.fromEntries(has.map((name) => [name, carried[name]])))

export const ResultsTabs = ({ current, seesTeams, carried = {} }: ResultsTabsProps) => (
  <nav class="pl-parts" aria-label="Results">
    <ul class="pl-parts__list">
      {parts
        .filter(({ isByTeam }) => seesTeams || !isByTeam)
        .map((part) => (
          <li>
            <a
              class="govuk-link"
              href={hrefOf(part, carried)}
              aria-current={part.key === current ? 'page' : undefined}
            >
              {part.text}
            </a>
          </li>
        ))}
    </ul>
  </nav>
)
