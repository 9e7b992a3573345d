/** The filters of a round's audits. They stand in the address, so that a view can be sent to somebody. */
import type { ProgressView } from '../../src/programme/rules/progress-view.ts'
import { FilterBar } from '../components/filter-bar.tsx'
import { Input } from '../components/input.tsx'
import { Select } from '../components/select.tsx'
import { auditStateLabels } from '../rounds/round-words.ts'
import { addressOf } from './progress-words.ts'

type Named = { id: string; name: string }

export const ProgressFilters = (props: {
  at: string
  view: ProgressView
  auditors: readonly Named[]
  teams: readonly Named[]
}) => {
  const { view } = props
  const isFiltered =
    view.show !== 'all' || [view.auditor, view.team, view.state, view.search].some((one) => one)
  return (
    <FilterBar
      action={`${props.at}/progress`}
      label="Filter the audits"
      end={
        isFiltered ? (
          <a class="govuk-link" href={addressOf(props.at, { by: view.by })}>
            Show all
          </a>
        ) : undefined
      }
    >
      {view.by === 'auditor' ? '' : <input type="hidden" name="by" value={view.by} />}
      <Select
        name="show"
        label="Show"
        value={view.show}
        items={[
          { value: 'all', text: 'Every audit' },
          { value: 'open', text: 'Not submitted yet' },
          { value: 'stuck', text: 'Nobody can do' },
          { value: 'late', text: 'Late' },
          { value: 'soon', text: 'Due within a week' },
        ]}
      />
      <Select
        name="auditor"
        label="Auditor"
        value={view.auditor}
        items={[
          { value: '', text: 'Anybody' },
          { value: 'nobody', text: 'Nobody yet' },
          ...props.auditors.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="team"
        label="Team"
        value={view.team}
        items={[
          { value: '', text: 'Any team' },
          { value: 'none', text: 'No team known' },
          ...props.teams.map(({ id, name }) => ({ value: id, text: name })),
        ]}
      />
      <Select
        name="state"
        label="State"
        value={view.state}
        items={[
          { value: '', text: 'Any state' },
          ...Object.entries(auditStateLabels).map(([value, text]) => ({ value, text })),
        ]}
      />
      <Input name="search" label="Case or auditor" value={view.search} />
      <Select
        name="sort"
        label="Order"
        value={view.sort}
        items={[
          { value: 'urgency', text: 'What is late first' },
          { value: 'saved', text: 'Longest not touched' },
          { value: 'auditor', text: 'Auditor' },
          { value: 'case', text: 'Case' },
        ]}
      />
    </FilterBar>
  )
}
