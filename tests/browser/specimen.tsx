/** Every component on pages with made-up props, to be looked at and read by axe. */
import { AutosaveItem } from '../../views/components/autosave-item.tsx'
import { Breadcrumbs } from '../../views/components/breadcrumbs.tsx'
import { Button } from '../../views/components/button.tsx'
import { Checkboxes } from '../../views/components/checkboxes.tsx'
import { DataTable } from '../../views/components/data-table.tsx'
import { DateInput } from '../../views/components/date-input.tsx'
import { Details } from '../../views/components/details.tsx'
import { EmptyState } from '../../views/components/empty-state.tsx'
import { ErrorSummary } from '../../views/components/error-summary.tsx'
import { FilterBar } from '../../views/components/filter-bar.tsx'
import { GradePatterns } from '../../views/components/grade-patterns.tsx'
import { GradePicker } from '../../views/components/grade-picker.tsx'
import { GradeTag } from '../../views/components/grade-tag.tsx'
import { Input } from '../../views/components/input.tsx'
import { Pagination } from '../../views/components/pagination.tsx'
import { PasswordInput } from '../../views/components/password-input.tsx'
import { ProgressBar } from '../../views/components/progress-bar.tsx'
import { Radios } from '../../views/components/radios.tsx'
import { SafeLink } from '../../views/components/safe-link.tsx'
import { SavedStatus } from '../../views/components/saved-status.tsx'
import { Select } from '../../views/components/select.tsx'
import { SidePanel } from '../../views/components/side-panel.tsx'
import { SummaryList } from '../../views/components/summary-list.tsx'
import { Tag } from '../../views/components/tag.tsx'
import { TaskList } from '../../views/components/task-list.tsx'
import { Textarea } from '../../views/components/textarea.tsx'
import { TodoList } from '../../views/components/todo-list.tsx'
import { WarningText } from '../../views/components/warning-text.tsx'

const gradesOf = (descriptors: [string, string, string, string]) =>
  (['outstanding', 'good', 'requires_improvement', 'inadequate'] as const).map((grade, index) => ({
    grade,
    descriptor: descriptors[index] ?? '',
  }))

/** The page on which an audit is done. */
export const AuditSpecimen = () => (
  <>
    <Breadcrumbs
      items={[
        { text: 'My work', href: '/' },
        { text: 'January learning audit', href: '/audits/1' },
        { text: 'Case 198230' },
      ]}
    />
    <h1>Child protection plan</h1>
    <p class="pl-muted">
      Case 198230 · on a plan for 7 months · Riverside team · theme 2 of 3 · judge the last six
      months
    </p>
    <div class="pl-columns">
      <form method="post" action="/audits/1" autocomplete="off">
        <AutosaveItem id="item-1" action="/audits/1/answers/cp.clarity">
          <GradePicker
            id="cp-clarity"
            name="cp.clarity"
            question="Can parents see what has to be different for the child to be safe?"
            isCritical
            guidance="Look at the plan, the last conference record and the written agreement."
            grades={gradesOf([
              'Parents can say it in their own words',
              'Plain, specific bottom lines',
              'Jargon or stock phrases',
              'The danger itself is not stated',
            ])}
            value="requires_improvement"
            reason={{ name: 'cp.clarity.reason' }}
          />
          <Textarea
            name="cp.clarity.text"
            label="What in the record shows this?"
            rows={3}
            value="The plan says 'engage with services'. It does not say what mother must do when father comes to the flat."
          />
          <SavedStatus
            id="saved-1"
            revisionName="cp.clarity.revision"
            revision={3}
            state={{ kind: 'saved', at: '2026-01-30T16:42:00.000Z' }}
          />
        </AutosaveItem>
        <AutosaveItem id="item-2" action="/audits/1/answers/cp.actions">
          <GradePicker
            id="cp-actions"
            name="cp.actions"
            question="Are actions owned, dated and tied to the danger?"
            guidance="Look at the plan and the core group minutes."
            grades={gradesOf([
              'Each is tested for effect',
              'Yes for every main risk',
              'Some loose, undated or unowned',
              'Actions miss the main risk',
            ])}
            value="not_enough_evidence"
            reason={{ name: 'cp.actions.reason', value: 'No minutes since August.' }}
          />
          <Textarea
            name="cp.actions.text"
            label="What in the record shows this?"
            rows={3}
            value="All seven actions have an owner and a date; five are about the violence."
          />
          <SavedStatus
            id="saved-2"
            revisionName="cp.actions.revision"
            revision={2}
            state={{
              kind: 'conflict',
              by: 'Kofi Mensah',
              at: '2026-01-30T16:40:00.000Z',
              fields: [
                {
                  label: 'grade',
                  name: 'cp.actions',
                  theirsValue: 'good',
                  mine: 'Not enough evidence',
                  theirs: 'Good',
                },
                {
                  label: 'evidence',
                  name: 'cp.actions.text',
                  theirsValue: 'Seven actions.',
                  mine: 'All seven actions have an owner and a date; five are about the violence.',
                  theirs: 'Seven actions.',
                },
              ],
            }}
          />
        </AutosaveItem>
        <AutosaveItem id="item-3" action="/audits/1/answers/cp.child_focus">
          <GradePicker
            id="cp-child-focus"
            name="cp.child_focus"
            question="Is it about the child's experience rather than adult compliance?"
            guidance="Look for the child's words in visits and in the plan."
            grades={gradesOf([
              "Every action is linked to the child's day",
              'Effect on the child is stated throughout',
              'Mostly a list for parents',
              'Child hardly mentioned',
            ])}
            reason={{ name: 'cp.child_focus.reason' }}
            error="Choose a grade, or say that it does not apply"
          />
          <Textarea name="cp.child_focus.text" label="What in the record shows this?" rows={3} />
          <SavedStatus
            id="saved-3"
            revisionName="cp.child_focus.revision"
            revision={0}
            state={{
              kind: 'refused',
              messages: ['Write at most 10,000 characters. You have 10,412.'],
            }}
          />
        </AutosaveItem>
        <div class="govuk-button-group">
          <Button>Save and go to section 3</Button>
          <Button class="govuk-button--secondary" href="/audits/1">
            Back to the list
          </Button>
        </div>
      </form>
      <SidePanel
        label="This audit"
        sections={[
          {
            title: 'Indicative grade so far',
            content: (
              <>
                <p>
                  <GradeTag grade="requires_improvement" />
                </p>
                <p class="pl-muted">
                  Held at requires improvement: “Can parents see what has to be different” is
                  critical and was graded requires improvement. Without it the answers point to
                  good.
                </p>
              </>
            ),
          },
          {
            title: 'Progress',
            content: <ProgressBar id="progress" done={14} total={22} verb="answered" />,
          },
        ]}
        steps={[
          { text: 'Is the child safe now?', href: '#', isDone: true },
          { text: 'Voice of the child', href: '#', isDone: true },
          { text: 'Child protection plan', href: '#', isCurrent: true },
          { text: 'Supervision and oversight', href: '#' },
          { text: 'Family and worker', href: '#' },
          { text: 'Strengths, areas, actions', href: '#' },
        ]}
      />
    </div>
  </>
)

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
    <TodoList
      items={[
        {
          text: 'Case 187002, care plan',
          href: '/audits/3',
          more: 'Re-audit after inadequate, November 2025',
          due: { text: '2 days late', late: true },
          state: 'Not started',
        },
        {
          text: 'Case 198230, child protection plan',
          href: '/audits/1',
          more: 'January learning audit · you have answered 14 of 22',
          due: { text: 'Due in 3 days', late: false },
          state: 'In progress',
        },
        {
          text: 'Case 201954, child in need plan',
          href: '/audits/2',
          more: 'January learning audit',
          due: { text: 'Due in 8 days', late: false },
          state: 'Not started',
        },
      ]}
    />
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
      <PasswordInput name="password" label="Password" />
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
