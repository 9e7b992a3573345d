/** Short steps of a round that is run: opening it again, moving its due date, carrying audits over, who closed it. */
import { Checkboxes } from '../components/checkboxes.tsx'
import { DateInput } from '../components/date-input.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate, formatInstant } from '../format.ts'
import type { FormErrors } from '../rounds/form-errors.tsx'
import { caseName, notDoneLabels } from './progress-words.ts'
import { StepPage } from './step-page.tsx'

type Step = {
  round: { id: string; name: string }
  csrf: string
  values: Readonly<Record<string, string>>
  errors: FormErrors
}

const backTo = (id: string) => ({ href: `/rounds/${id}/progress`, text: 'Progress of the round' })

export const ReopenPage = ({
  round,
  csrf,
  values,
  errors,
  notDone,
}: Step & { notDone: number }) => (
  <StepPage
    caption={round.name}
    title="Open this round again?"
    back={backTo(round.id)}
    action={`/rounds/${round.id}/reopen`}
    csrf={csrf}
    errors={errors}
    button="Open the round again"
    intro={
      <p class="govuk-body">
        {notDone === 0
          ? 'No audit comes back to be done: all were submitted, withdrawn, voided or carried over.'
          : `${notDone === 1 ? '1 audit that was not done comes' : `${notDone} audits that were not done come`} back as they were, to the auditors who had them. What was carried over to another round stays there.`}
      </p>
    }
  >
    <Textarea
      name="reason"
      label="Why it is opened again"
      rows={3}
      value={values.reason}
      error={errors.reason}
    />
  </StepPage>
)

export type DuePageProps = Step & {
  dueOn: string | null
  /** Earlier moves of the round's date, the newest first. */
  history: readonly {
    dueBefore: string | null
    dueAfter: string
    reason: string
    changedAt: string
    changedByName: string | null
  }[]
}

export const DuePage = (props: DuePageProps) => {
  const { round, values, errors, history } = props
  return (
    <StepPage
      caption={round.name}
      title="Change the due date"
      back={backTo(round.id)}
      action={`/rounds/${round.id}/due`}
      csrf={props.csrf}
      errors={errors}
      idOf={(field) => (field === 'dueOn' ? 'dueOn-day' : field)}
      button="Change the due date"
      intro={
        <p class="govuk-body">
          {`${props.dueOn === null ? 'The round has no due date.' : `The round is due on ${formatDate(props.dueOn)}.`} Audits that have this date move with it; those that were given a date of their own keep theirs. The old date is kept.`}
        </p>
      }
    >
      <input type="hidden" name="seenDueOn" value={props.dueOn ?? ''} />
      <DateInput
        id="dueOn"
        namePrefix="dueOn"
        fieldset={{ legend: { text: 'New due date', class: 'govuk-fieldset__legend--s' } }}
        error={errors.dueOn}
        day={{ name: 'day', value: values['dueOn-day'] }}
        month={{ name: 'month', value: values['dueOn-month'] }}
        year={{ name: 'year', value: values['dueOn-year'] }}
      />
      <Textarea
        name="reason"
        label="Why it is moved"
        rows={3}
        value={values.reason}
        error={errors.reason}
      />
      {history.length === 0 ? (
        ''
      ) : (
        <>
          <h2 class="govuk-heading-s">Moved before</h2>
          <ul class="govuk-list">
            {history.map((move) => (
              <li>
                {`From ${move.dueBefore === null ? 'no date' : formatDate(move.dueBefore)} to ${formatDate(move.dueAfter)}, on ${formatInstant(move.changedAt)}${move.changedByName === null ? '' : ` by ${move.changedByName}`}: ${move.reason}`}
              </li>
            ))}
          </ul>
        </>
      )}
    </StepPage>
  )
}

export type CarryOverPageProps = Omit<Step, 'values'> & {
  offered: readonly {
    id: string
    reference: string
    caseReference: string | null
    auditorName: string | null
    roundName: string
    reason: string
    words: string
  }[]
  chosen: readonly string[]
}

export const CarryOverPage = ({ round, csrf, errors, offered, chosen }: CarryOverPageProps) => (
  <StepPage
    caption={round.name}
    title="Carry over what was not done"
    back={backTo(round.id)}
    action={`/rounds/${round.id}/carry-over`}
    csrf={csrf}
    errors={errors}
    button={offered.length === 0 ? undefined : 'Carry over'}
    intro={
      offered.length === 0 ? (
        <EmptyState title="There is nothing to carry over">
          <p class="govuk-body">
            Every audit of the closed rounds was done, withdrawn or carried over already.
          </p>
        </EmptyState>
      ) : (
        <p class="govuk-body">
          Each chosen case gets a new audit in this round. The old one stays as it ended: not done,
          and carried over. Each shows the other.
        </p>
      )
    }
  >
    <Checkboxes
      name="audits"
      error={errors.audits}
      fieldset={{
        legend: { text: 'Audits of earlier rounds', class: 'govuk-fieldset__legend--s' },
      }}
      class="govuk-checkboxes--small"
      values={[...chosen]}
      items={offered.map((one) => ({
        value: one.id,
        text: `${caseName(one)}, ${one.roundName}`,
        hint: [
          one.auditorName ?? 'Nobody had it',
          notDoneLabels[one.reason] ?? one.reason,
          one.words,
        ]
          .filter((part) => part !== '')
          .join(' · '),
      }))}
    />
  </StepPage>
)

/** For whoever comes second: who closed it and when, and that nothing more was done. */
export const ClosedAlreadyPage = (props: {
  round: { id: string; name: string; closedAt: string | null }
  closedByName: string | null
}) => (
  <div class="pl-narrow">
    <span class="govuk-caption-l">{props.round.name}</span>
    <h1 class="govuk-heading-l">This round is already closed</h1>
    <p class="govuk-body">
      {`${props.closedByName ?? 'Somebody'} closed it${props.round.closedAt === null ? '' : ` on ${formatInstant(props.round.closedAt)}`}. Nothing that you sent has changed it.`}
    </p>
    <p class="govuk-body">
      <a class="govuk-link" href={`/rounds/${props.round.id}/progress`}>
        See how it was closed
      </a>
    </p>
  </div>
)
