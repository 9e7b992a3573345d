/** Results over time: a sentence, filters, a chart, the table behind it, and what to do where there is nothing. */
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { carriedFilters } from './carried-filters.ts'
import { addressOf } from './results-address.ts'
import { ResultsBreaks } from './results-breaks.tsx'
import { filterWords, ResultsFilters, type ResultsFiltersProps } from './results-filters.tsx'
import { resultsHeading } from './results-heading.ts'
import { openRoundsOf, ResultsSentence, StepsSentence } from './results-sentence.tsx'
import { ResultsTable } from './results-table.tsx'
import { ResultsTabs } from './results-tabs.tsx'
import { RoundBars } from './round-bars.tsx'
import { positiveWords } from './value-words.ts'

export type ResultsPageProps = ResultsFiltersProps & {
  fewest: number
  small: number
  isLinked: boolean
}

const Nothing = ({ results }: ResultsPageProps) => {
  const { filters } = results
  const isNarrowed = filters.team !== '' || filters.status !== ''
  const wide = { ...filters, team: '', status: '' }
  return (
    <EmptyState title="No audits">
      <p>
        {results.hasEarlier
          ? 'Nothing was audited in this period; there is something in other years.'
          : isNarrowed
            ? 'Nothing was audited for this team or service status.'
            : 'Results appear here when an audit of this theme is submitted, or when earlier years are imported.'}
      </p>
      {results.hasEarlier ? (
        <p>
          <a href={addressOf('/results', { ...filters, period: 'all', from: '', to: '' })}>
            Show all years
          </a>
        </p>
      ) : isNarrowed ? (
        <p>
          <a href={addressOf('/results', wide)}>Show the whole council</a>
        </p>
      ) : (
        ''
      )}
    </EmptyState>
  )
}

const Figures = (props: ResultsPageProps) => {
  const { results } = props
  return (
    <>
      <ResultsBreaks results={results} />
      {results.judged === 'grade' || results.judged === 'yes_no' ? <RoundBars {...props} /> : ''}
      <h2>Round by round</h2>
      <ResultsTable results={results} fewest={props.fewest} isLinked={props.isLinked} />
      {results.steps.length === 0 ? '' : <StepsSentence steps={results.steps} />}
      {results.judged === 'category' ? (
        <p class="pl-muted">Where several choices could be given, they need not add up to n.</p>
      ) : (
        ''
      )}
    </>
  )
}

export const ResultsPage = (props: ResultsPageProps) => {
  const { results } = props
  const { comparison, judged } = results
  return (
    <>
      <ResultsTabs
        current="rounds"
        seesTeams={results.teams.length > 0}
        carried={carriedFilters(results.filters, '2y', results.themes)}
      />
      {results.faults.length === 0 ? (
        ''
      ) : (
        <ErrorSummary
          errors={results.faults.map(({ field, message }) => ({
            text: message,
            href: `#${field}`,
          }))}
        />
      )}
      <h1>{resultsHeading(results)}</h1>
      {results.question === undefined ? '' : <p class="pl-muted">{results.question}</p>}
      {comparison && (comparison.last || comparison.before) && judged !== 'number' ? (
        <ResultsSentence
          comparison={comparison}
          what={judged === 'grade' ? positiveWords(results.scale) : 'answered yes'}
          judged={judged === 'yes_no' ? 'yes_no' : 'grade'}
          fewest={props.fewest}
          small={props.small}
          openRounds={openRoundsOf(results)}
        />
      ) : (
        ''
      )}
      <ResultsFilters {...props} />
      <p class="pl-muted">{`Shown: ${filterWords(props)}${results.filters.period === '' ? '. The sentence at the top is of the last twelve months, whatever dates are shown' : ''}`}</p>
      {results.figures.length === 0 ? <Nothing {...props} /> : <Figures {...props} />}
    </>
  )
}
