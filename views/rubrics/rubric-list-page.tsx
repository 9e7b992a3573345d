/** The library: each rubric in the version that new rounds use, found by words or filters, and the drafts being written. */
import type { Rubric } from '../../src/rubrics/rules/rubric.ts'
import type { DraftSummary } from '../../src/studio/store.ts'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { Tag } from '../components/tag.tsx'
import { formatInstant, plural } from '../format.ts'
import { appliesInWords } from './applies-in-words.ts'

export type RubricListPageProps = {
  rubrics: {
    rubric: Rubric
    judgement: string | undefined
    isOurs: boolean
    isWithdrawn: boolean
    /** A later version of the library that can be brought in. */
    waiting: string | undefined
  }[]
  filters: { q: string; judgement: string; state: string }
  judgements: { value: string; text: string }[]
  /** Undefined for those who only read. */
  drafts: readonly DraftSummary[] | undefined
  csrf: string
}

const Drafts = ({ drafts }: { drafts: readonly DraftSummary[] }) => (
  <section>
    <h2>Drafts</h2>
    {drafts.length === 0 ? (
      <p class="pl-muted">No draft is being written. Open a rubric to start one from it.</p>
    ) : (
      <ul class="govuk-list">
        {drafts.map((draft) => (
          <li>
            <a class="govuk-link" href={`/studio/${draft.id}`}>
              {draft.head.title || draft.key}
            </a>{' '}
            <span class="pl-muted">
              {`last changed ${formatInstant(draft.changedAt)}${draft.changedBy === null ? '' : ` by ${draft.changedBy}`}`}
            </span>
          </li>
        ))}
      </ul>
    )}
    <p>
      <a class="govuk-link" href="/studio/new">
        Start a rubric that is not there yet, or from a file
      </a>
    </p>
  </section>
)

const Filters = ({ filters, judgements }: RubricListPageProps) => (
  <FilterBar action="/rubrics" label="Search the rubrics" submitText="Search">
    <Input name="q" label="Words in titles and questions" value={filters.q} />
    <Select
      name="judgement"
      label="Part of the report"
      value={filters.judgement}
      items={[{ value: '', text: 'Every part' }, ...judgements]}
    />
    <Select
      name="state"
      label="Which"
      value={filters.state}
      items={[
        { value: '', text: 'All' },
        { value: 'ours', text: 'The council’s own' },
        { value: 'waiting', text: 'With a later library version' },
        { value: 'withdrawn', text: 'Withdrawn' },
      ]}
    />
  </FilterBar>
)

export const RubricListPage = (props: RubricListPageProps) => {
  const isFiltered = Object.values(props.filters).some((value) => value !== '')
  return (
    <>
      <h1 class="govuk-heading-l">Rubrics</h1>
      <p class="govuk-body">
        The questions that practice is audited against. A published version never changes: every
        audit keeps the version that it was graded on.
      </p>
      {props.drafts === undefined ? '' : <Drafts drafts={props.drafts} />}
      <h2>The library</h2>
      <Filters {...props} />
      {props.rubrics.length === 0 ? (
        <EmptyState title={isFiltered ? 'No rubric matches' : 'No rubric is published yet'}>
          <p>
            {isFiltered ? (
              <a href="/rubrics">Show all rubrics</a>
            ) : (
              'The rubrics that come with Plumbline are published when it starts.'
            )}
          </p>
        </EmptyState>
      ) : (
        <DataTable
          id="rubrics"
          caption="Each rubric in the version that new rounds use"
          isCaptionHidden
          columns={[
            { header: 'Rubric' },
            { header: 'Asks about' },
            { header: 'Part of the inspectorate’s report' },
            { header: 'Questions' },
            { header: 'Version in use' },
          ]}
          rows={props.rubrics.map(cells)}
        />
      )}
    </>
  )
}

const cells = ({
  rubric,
  judgement,
  isOurs,
  isWithdrawn,
  waiting,
}: RubricListPageProps['rubrics'][number]) => {
  const graded = rubric.items.filter((item) => item.kind === 'grade').length
  const measures = rubric.items.length - graded
  return [
    <a class="govuk-link" href={`/rubrics/${rubric.key}/${rubric.version}`}>
      {rubric.title}
    </a>,
    appliesInWords(rubric.applies),
    judgement ?? 'Every part',
    measures === 0 ? `${graded} graded` : `${graded} graded, ${plural(measures, 'measure')}`,
    <>
      {rubric.version} {isOurs ? <Tag class="govuk-tag--blue">Ours</Tag> : ''}
      {isWithdrawn ? <Tag class="govuk-tag--grey">Withdrawn</Tag> : ''}
      {waiting === undefined ? (
        ''
      ) : (
        <a class="govuk-link" href={`/rubrics/${rubric.key}/${waiting}`}>
          {`Library version ${waiting} waits`}
        </a>
      )}
    </>,
  ]
}
