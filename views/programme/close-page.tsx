/** Closing a round: why each audit that is not submitted was not done, once for an auditor or for single audits. */
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { plural } from '../format.ts'
import type { FormErrors } from '../rounds/form-errors.tsx'
import { caseName, notDoneLabels, stateWords } from './progress-words.ts'
import { StepPage } from './step-page.tsx'

export type ClosePageProps = {
  round: { id: string; name: string }
  csrf: string
  submitted: number
  /** Reopened audits, which count as they were last submitted. */
  reopened: readonly { caseReference: string | null; reference: string }[]
  groups: readonly {
    /** A person's id, or `nobody`. */
    key: string
    name: string
    audits: readonly {
      id: string
      caseReference: string | null
      reference: string
      state: string
    }[]
  }[]
  values: Readonly<Record<string, string>>
  errors: FormErrors
}

const reasons = Object.entries(notDoneLabels).map(([value, text]) => ({ value, text }))

const Group = (props: { group: ClosePageProps['groups'][number]; of: ClosePageProps }) => {
  const { group, of } = props
  const all = `reason-${group.key}`
  const words = `words-${group.key}`
  return (
    <fieldset class="govuk-fieldset pl-close">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{group.name}</legend>
      <Select
        name={all}
        label={group.audits.length === 1 ? 'Why it was not done' : 'Why they were not done'}
        value={of.values[all]}
        error={of.errors[all]}
        items={[{ value: '', text: 'Choose a reason' }, ...reasons]}
      />
      <Textarea
        name={words}
        label="In words, if that helps the next round"
        rows={2}
        value={of.values[words]}
        error={of.errors[words]}
      />
      {group.audits.map((audit) => {
        const one = `reason-${audit.id}`
        const label = `${caseName(audit)}, ${stateWords(audit.state, null).toLowerCase()}`
        return group.audits.length === 1 ? (
          <p class="govuk-body">{label}</p>
        ) : (
          <Select
            name={one}
            label={label}
            value={of.values[one]}
            error={of.errors[one]}
            items={[{ value: '', text: 'The same reason' }, ...reasons]}
          />
        )
      })}
    </fieldset>
  )
}

export const ClosePage = (props: ClosePageProps) => {
  const { round, groups, reopened } = props
  const notDone = groups.reduce((sum, { audits }) => sum + audits.length, 0)
  return (
    <StepPage
      caption={round.name}
      title="Close this round?"
      back={{ href: `/rounds/${round.id}/progress`, text: 'Progress of the round' }}
      action={`/rounds/${round.id}/close`}
      csrf={props.csrf}
      errors={props.errors}
      button="Close the round"
      isWarning={notDone > 0}
      intro={
        <>
          <p class="govuk-body">
            {`${plural(props.submitted, 'audit is', 'audits are')} submitted. A QA lead can open the round again, with a reason.`}
          </p>
          {reopened.length === 0 ? (
            ''
          ) : (
            <p class="govuk-body">
              {`Reopened and not submitted again: ${reopened.map(caseName).join(', ')}. They count as they were last submitted, and stay with their auditors.`}
            </p>
          )}
          {notDone === 0 ? (
            ''
          ) : (
            <p class="govuk-body">
              {`${plural(notDone, 'audit is', 'audits are')} not submitted and will be withdrawn. What was typed in them is kept. Say why, so that the next round can be planned; they can be carried over to it.`}
            </p>
          )}
        </>
      }
    >
      {groups.map((group) => (
        <Group group={group} of={props} />
      ))}
    </StepPage>
  )
}
