/** Says what will be done with each chosen audit and what cannot be done and why, and asks for what is missing. */
import type { BulkAction } from '../../src/programme/rules/bulk-action.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { NotificationBanner } from '../components/notification-banner.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { dueInWords, formatShortDate, plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'
import { caseName, stateWords } from './progress-words.ts'

export type BulkRow = {
  id: string
  reference: string
  caseReference: string | null
  auditorName: string | null
  state: string
  dueOn: string | null
  seen: string
  whyNot: string | undefined
  isRemindedToday: boolean
  change: string | undefined
}

export type BulkPageProps = {
  round: { id: string; name: string }
  csrf: string
  action: BulkAction
  /** The query of the page to go back to. */
  view: string
  can: readonly BulkRow[]
  cannot: readonly BulkRow[]
  people: readonly { id: string; name: string; teamName: string | null }[]
  values: Readonly<Record<string, string>>
  errors: FormErrors
  conflict: string | undefined
  todayOn: string
}

type Words = {
  title: (n: string) => string
  text: string
  button: (n: string) => string
  isWarning?: boolean
  reason?: string
}

const words: Record<BulkAction, Words> = {
  remind: {
    title: (n) => `Remind the auditors of ${n}?`,
    text: 'Each auditor finds the reminder among their notices. It names the case reference and the due date and nothing else.',
    button: (n) => `Remind of ${n}`,
  },
  extend: {
    title: (n) => `Give ${n} another due date?`,
    text: 'The old date is kept and shown beside the new one.',
    button: (n) => `Extend ${n}`,
    reason: 'Why they are given another date',
  },
  reallocate: {
    title: (n) => `Give ${n} to another auditor?`,
    text: 'What was answered so far stays in the audit, under the name of the person who wrote it.',
    button: (n) => `Re-allocate ${n}`,
  },
  withdraw: {
    title: (n) => `Withdraw ${n}?`,
    text: 'They leave the round and their auditors’ work. What was typed in them is kept, and the cases can be added again.',
    button: (n) => `Withdraw ${n}`,
    isWarning: true,
    reason: 'Why they are withdrawn',
  },
  void: {
    title: (n) => `Void ${n}?`,
    text: 'For an audit of the wrong case. It stays as a voided record that QA leads can read, and never counts: its grades leave every figure now, and its open actions leave their owners’ work. A safety notice stays open, because the child is real. Voiding is not taken back: the case can be audited again.',
    button: (n) => `Void ${n}`,
    isWarning: true,
    reason: 'Why they are voided',
  },
}

const Row = ({ row, todayOn }: { row: BulkRow; todayOn: string }) => {
  const due =
    row.dueOn === null || row.state === 'submitted'
      ? ''
      : `, ${dueInWords(row.dueOn, todayOn).text.toLowerCase()} (${formatShortDate(row.dueOn)})`
  return (
    <li>
      <strong>{caseName(row)}</strong>
      {`: ${row.auditorName ?? 'nobody yet'}, ${stateWords(row.state, null).toLowerCase()}${due}`}
      {row.change === undefined ? (
        ''
      ) : (
        <span class="pl-late">{` ${row.change}. This is how it is now.`}</span>
      )}
      {row.whyNot === undefined ? '' : <span class="pl-todo__more">{`${row.whyNot}.`}</span>}
    </li>
  )
}

const Rows = (props: { rows: readonly BulkRow[]; todayOn: string }) => (
  <ul class="govuk-list govuk-list--bullet">
    {props.rows.map((row) => (
      <Row row={row} todayOn={props.todayOn} />
    ))}
  </ul>
)

const Fields = (props: BulkPageProps) => {
  const { action, values, errors } = props
  const reminded = props.can.filter(({ isRemindedToday }) => isRemindedToday).length
  return (
    <>
      {action === 'extend' ? (
        <DateInput
          id="dueOn"
          namePrefix="dueOn"
          fieldset={{ legend: { text: 'New due date', class: 'govuk-fieldset__legend--s' } }}
          hint="Today or later. It can be after the due date of the round."
          error={errors.dueOn}
          day={{ name: 'day', value: values['dueOn-day'] }}
          month={{ name: 'month', value: values['dueOn-month'] }}
          year={{ name: 'year', value: values['dueOn-year'] }}
        />
      ) : (
        ''
      )}
      {action === 'reallocate' ? (
        <>
          <Select
            name="auditor"
            label="New auditor"
            value={values.auditor}
            error={errors.auditor}
            items={[
              { value: '', text: 'Choose an auditor' },
              ...props.people.map((person) => ({
                value: person.id,
                text: person.teamName === null ? person.name : `${person.name}, ${person.teamName}`,
              })),
            ]}
          />
          {errors.reason || values.ownTeamReason ? (
            <Textarea
              id="reason"
              name="ownTeamReason"
              label="Why it has to be this auditor"
              rows={2}
              value={values.ownTeamReason}
              error={errors.reason}
            />
          ) : (
            ''
          )}
        </>
      ) : (
        ''
      )}
      {words[action].reason === undefined ? (
        ''
      ) : (
        <Textarea
          name="reason"
          label={words[action].reason}
          hint="Others read this. Leave out names of children and families."
          rows={3}
          value={values.reason}
          error={errors.reason}
        />
      )}
      {action === 'remind' && reminded > 0 ? (
        <Checkboxes
          name="again"
          error={errors.again}
          items={[
            {
              value: 'yes',
              text: `Remind again today: auditors were reminded of ${plural(reminded, 'of these audits', 'of these audits')} today already`,
            },
          ]}
        />
      ) : (
        ''
      )}
    </>
  )
}

export const BulkPage = (props: BulkPageProps) => {
  const { round, can, cannot, action } = props
  const back = `/rounds/${round.id}/progress${props.view === '' ? '' : `?${props.view}`}`
  const said = words[action]
  const n = plural(can.length, 'audit')
  return (
    <>
      <BackLink href={back}>Progress of the round</BackLink>
      {props.conflict === undefined ? (
        ''
      ) : (
        <NotificationBanner title="Not done yet" role="alert" text={props.conflict} />
      )}
      <FormErrorSummary
        errors={props.errors}
        idOf={(field) => (field === 'dueOn' ? 'dueOn-day' : field)}
      />
      <span class="govuk-caption-l">{round.name}</span>
      <h1 class="govuk-heading-l">{can.length === 0 ? 'None of these audits' : said.title(n)}</h1>
      {can.length === 0 ? (
        <p class="govuk-body">This can be done with none of the audits that you chose.</p>
      ) : (
        <>
          <p class="govuk-body">{said.text}</p>
          <Rows rows={can} todayOn={props.todayOn} />
        </>
      )}
      {cannot.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-m">
            {`Left as ${cannot.length === 1 ? 'it is' : 'they are'}: ${plural(cannot.length, 'audit')}`}
          </h2>
          <Rows rows={cannot} todayOn={props.todayOn} />
        </>
      )}
      {can.length === 0 ? (
        <p class="govuk-body">
          <a class="govuk-link" href={back}>
            Go back
          </a>
        </p>
      ) : (
        <form method="post" action={`/rounds/${round.id}/bulk`} novalidate>
          <input type="hidden" name="_csrf" value={props.csrf} />
          <input type="hidden" name="do" value={action} />
          <input type="hidden" name="step" value="done" />
          <input type="hidden" name="view" value={props.view} />
          {can.map((row) => (
            <input type="hidden" name="seen" value={`${row.id}=${row.seen}`} />
          ))}
          <Fields {...props} />
          <div class="govuk-button-group">
            <Button class={said.isWarning ? 'govuk-button--warning' : undefined} preventDoubleClick>
              {said.button(n)}
            </Button>
            <a class="govuk-link" href={back}>
              Not now
            </a>
          </div>
        </form>
      )}
    </>
  )
}
