/** The other components on pages with made-up props, to be looked at and read by axe. */
import { Button } from '../../views/components/button.tsx'
import { Checkboxes } from '../../views/components/checkboxes.tsx'
import { DataTable } from '../../views/components/data-table.tsx'
import { DateInput } from '../../views/components/date-input.tsx'
import { Details } from '../../views/components/details.tsx'
import { EmptyState } from '../../views/components/empty-state.tsx'
import { ErrorSummary } from '../../views/components/error-summary.tsx'
import { FilterBar } from '../../views/components/filter-bar.tsx'
import { GradePatterns } from '../../views/components/grade-patterns.tsx'
import { GradeTag } from '../../views/components/grade-tag.tsx'
import { Input } from '../../views/components/input.tsx'
import { Pagination } from '../../views/components/pagination.tsx'
import { Radios } from '../../views/components/radios.tsx'
import { SafeLink } from '../../views/components/safe-link.tsx'
import { Select } from '../../views/components/select.tsx'
import { SummaryList } from '../../views/components/summary-list.tsx'
import { Tag } from '../../views/components/tag.tsx'
import { TaskList } from '../../views/components/task-list.tsx'
import { TodoItem } from '../../views/components/todo-item.tsx'
import { WarningText } from '../../views/components/warning-text.tsx'

/** The first page. */
export const WorkSpecimen = () => (
  <>
    <div class="pl-notice pl-notice--warning">
      <p>
        <strong>Safety notice, 40 minutes ago.</strong> An audit of case 204417 says the child may
        not be safe now. You are the team manager. <a href="/notices/1">Read and acknowledge</a>
      </p>
    </div>
    <h1>My work</h1>
    <p class="pl-muted">
      Two audits in this round are still to do, and one re-audit. The round closes on Friday 30
      January.
    </p>
    <h2>Audits</h2>
    <ul class="pl-todo">
      <TodoItem
        text="Case 187002, care plan"
        href="/audits/3"
        more="Re-audit after inadequate, November 2025"
        due={<span class="pl-late">2 days late</span>}
        end="Not started"
      />
      <TodoItem
        text="Case 198230, child protection plan"
        href="/audits/1"
        more="January learning audit · you have answered 14 of 22"
        due="Due in 3 days"
        end="In progress"
      />
    </ul>
    <h2>Actions for you and your team</h2>
    <EmptyState title="No actions are waiting for you">
      <p>Actions set in an audit of your team’s cases appear here with the day they are due.</p>
    </EmptyState>
    <h2>Themes of this audit</h2>
    <TaskList
      items={[
        { title: 'Voice of the child', href: '#', status: { text: 'Complete' } },
        {
          title: 'Child protection plan',
          href: '#',
          hint: '6 of 9 answered',
          status: { tag: { text: 'In progress', class: 'govuk-tag--blue' } },
        },
        { title: 'Supervision', href: '#', status: { tag: { text: 'Not started' } } },
      ]}
    />
    <SummaryList
      rows={[
        { key: 'Case', value: '198230' },
        {
          key: 'Service status',
          value: 'Child protection',
          actions: { items: [{ text: 'Change', href: '#', visuallyHiddenText: 'service status' }] },
        },
      ]}
    />
  </>
)

const shares = [
  ['Sep 2025', 3, 21, 8, 1, '73%', '56% to 85%'],
  ['Nov 2025', 4, 23, 9, 1, '73%', '57% to 85%'],
] as const

/** Figures. */
export const ResultsSpecimen = () => (
  <>
    <h1>Child protection plans</h1>
    <p class="pl-lead">
      In the last twelve months 135 of 201 plans were good or better (67%, 95% interval 60% to 73%).
      In the twelve months before, 87 of 190 were (46%, 39% to 53%).{' '}
      <strong>That is an improvement: the rise is more than chance explains.</strong>
    </p>
    <FilterBar
      action="/results"
      label="Choose what to show"
      end={
        <>
          Download: <a href="/results.csv">CSV</a>
        </>
      }
    >
      <Select
        name="theme"
        label="Theme"
        items={[{ text: 'Child protection plan', value: 'cp_plan' }]}
      />
      <Select name="item" label="Item" items={[{ text: 'Overall grade', value: '' }]} />
      <Select name="status" label="Service" items={[{ text: 'All services', value: '' }]} />
      <Select name="team" label="Team" items={[{ text: 'All teams', value: '' }]} />
      <Select name="period" label="Period" items={[{ text: 'Last two years', value: '2y' }]} />
    </FilterBar>
    <p class="pl-key">
      <GradeTag grade="outstanding" /> <GradeTag grade="good" />{' '}
      <GradeTag grade="requires_improvement" /> <GradeTag grade="inadequate" />{' '}
      <GradeTag grade="not_applicable" />{' '}
      <span class="pl-muted">number of audits in each bar; share of the round on the axis</span>
    </p>
    <GradePatterns />
    <svg viewBox="0 0 300 110" width="300" height="110" role="img" aria-label="Shares by grade">
      <rect class="pl-bar--outstanding" x="10" y="5" width="60" height="20" />
      <rect class="pl-bar--good" x="10" y="25" width="60" height="40" />
      <rect class="pl-bar--requires_improvement" x="10" y="65" width="60" height="25" />
      <rect class="pl-bar--inadequate" x="10" y="90" width="60" height="15" />
      <text class="pl-bar-text--good" x="40" y="50" text-anchor="middle">
        23
      </text>
    </svg>
    <h2>The last rounds</h2>
    <DataTable
      id="rounds"
      caption="Grades of child protection plans by round"
      isCaptionHidden
      columns={[
        { header: 'Round' },
        { header: 'Outstanding', isNumber: true },
        { header: 'Good', isNumber: true },
        { header: 'Requires improvement', isNumber: true },
        { header: 'Inadequate', isNumber: true },
        { header: 'Good or better', isNumber: true },
        { header: '95% interval', isNumber: true },
      ]}
      rows={shares.map(([round, ...figures]) => [<a href="/rounds/1">{round}</a>, ...figures])}
    />
    <Pagination
      previous={{ href: '#' }}
      next={{ href: '#' }}
      items={[
        { number: 1, href: '#' },
        { number: 2, href: '#', current: true },
        { number: 3, href: '#' },
      ]}
    />
  </>
)

/** Fields. */
export const FormSpecimen = () => (
  <>
    <ErrorSummary
      errors={[
        { text: 'Enter the name of the round', href: '#name' },
        { text: 'Enter a day that is in the month', href: '#due-day' },
      ]}
    />
    <h1>Create a round</h1>
    <form method="post" action="/rounds">
      <Input
        name="name"
        label="Name"
        hint="As people will see it, for example “January learning audit”"
        error="Enter the name of the round"
      />
      <Radios
        name="kind"
        fieldset={{ legend: 'What kind of round is it?' }}
        value="learning"
        items={[
          { text: 'Learning audit', value: 'learning', hint: 'Every two months, every manager' },
          {
            text: 'Thematic audit',
            value: 'thematic',
            conditional: <Input name="theme" label="Which theme?" />,
          },
        ]}
      />
      <DateInput
        id="due"
        namePrefix="due"
        fieldset={{ legend: 'When is it due?' }}
        hint="For example, 30 1 2026"
        error="Enter a day that is in the month"
        values={{ 'due-day': '31', 'due-month': '2', 'due-year': '2026' }}
      />
      <Checkboxes
        name="rubrics"
        fieldset={{ legend: 'Which themes?' }}
        values={['voice']}
        items={[
          { text: 'Voice of the child', value: 'voice' },
          { text: 'Supervision', value: 'supervision' },
        ]}
      />
      <Select
        name="team"
        label="Team"
        items={[
          { text: 'Riverside', value: 'r' },
          { text: 'Hillside', value: 'h' },
        ]}
      />
      <Details summary="How cases are chosen">
        A random sample says something about all cases; a targeted one about those looked at.
      </Details>
      <WarningText>Once a round is open, its themes cannot be changed.</WarningText>
      <p>
        <Tag>Draft</Tag>{' '}
        <SafeLink href="https://example.org/case">Open in the case system</SafeLink>{' '}
        <SafeLink href="ftp://example.org">Not a link</SafeLink>
      </p>
      <Button preventDoubleClick>Create the round</Button>
    </form>
  </>
)
