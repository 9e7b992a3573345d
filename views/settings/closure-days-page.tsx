/** The days on which the council is closed, what they change and what they do not, and a form to add one. */
import type { ClosureDay } from '../../src/settings/rules/closure-days.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { DateInput } from '../components/date-input.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Input } from '../components/input.tsx'
import { formatDate, plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type ClosureDaysPageProps = {
  /** By date. */
  days: readonly ClosureDay[]
  todayOn: string
  /** For which the bank holidays are known. */
  years: { readonly first: number; readonly last: number }
  values: Readonly<Record<string, string>>
  errors: FormErrors
  csrf: string
}

const DayList = (props: {
  id: string
  caption: string
  days: readonly ClosureDay[]
  todayOn: string
}) => (
  <DataTable
    id={props.id}
    caption={props.caption}
    columns={[{ header: 'Date' }, { header: 'Why' }, { header: 'Remove' }]}
    rows={props.days.map(({ date, why }) => [
      formatDate(date),
      why,
      date > props.todayOn ? (
        <a class="govuk-link" href={`/admin/closure-days/${date}/remove`}>
          Remove<span class="govuk-visually-hidden">{` ${formatDate(date)}`}</span>
        </a>
      ) : (
        'Stays in the list'
      ),
    ])}
  />
)

export const ClosureDaysPage = (props: ClosureDaysPageProps) => {
  const { todayOn, years } = props
  const ahead = props.days.filter(({ date }) => date >= todayOn)
  const past = props.days.filter(({ date }) => date < todayOn).toReversed()
  return (
    <div class="pl-narrow">
      <BackLink href="/admin/settings">Settings</BackLink>
      <FormErrorSummary
        errors={props.errors}
        idOf={(field) => (field === 'date' ? 'date-day' : field)}
      />
      <h1 class="govuk-heading-l">Closure days</h1>
      <p class="govuk-body">
        Working days are Mondays to Fridays without the bank holidays of England and Wales. Add here
        the days on which the council is closed as well.
      </p>
      <div class="govuk-inset-text">
        A change never moves an expected date that was already given. It holds for dates worked out
        from now on, and for the count of working days left.
      </div>
      {ahead.length === 0 ? (
        <EmptyState title="No closure days ahead">
          <p class="govuk-body">Only weekends and bank holidays are no working days.</p>
        </EmptyState>
      ) : (
        <DayList
          id="ahead"
          caption={`${plural(ahead.length, 'closure day')} from today on`}
          days={ahead}
          todayOn={todayOn}
        />
      )}
      <h2 class="govuk-heading-m">Add a closure day</h2>
      <form method="post" action="/admin/closure-days" novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <DateInput
          id="date"
          namePrefix="date"
          values={props.values}
          fieldset={{ legend: { text: 'Date', class: 'govuk-fieldset__legend--s' } }}
          hint="Today or later. For example, 24 12 2026"
          error={props.errors.date}
        />
        <Input
          name="why"
          label={{ text: 'Why', class: 'govuk-label--s' }}
          hint="For example: offices closed between Christmas and the New Year"
          value={props.values.why}
          error={props.errors.why}
          autocomplete="off"
        />
        <Button preventDoubleClick>Add this day</Button>
      </form>
      {past.length === 0 ? (
        ''
      ) : (
        <DayList id="past" caption="Past closure days" days={past} todayOn={todayOn} />
      )}
      <h2 class="govuk-heading-m">Bank holidays</h2>
      <p class="govuk-body">
        {`They are known from ${years.first} to ${years.last}, substitute days included. `}
        One that is proclaimed at short notice, as for a coronation, is not known until the program
        is brought up to date: add it here until then.
      </p>
    </div>
  )
}
