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

const everybody = 'everybody'

/** A reason and, beside it, words: of everybody, or of one auditor. */
const Fields = (props: { of: ClosePageProps; group: string; label: string; none: string }) => {
  const { of, group } = props
  const [reason, words] = [`reason-${group}`, `words-${group}`]
  return (
    <div class="pl-close__fields">
      <Select
        name={reason}
        label={props.label}
        value={of.values[reason]}
        error={of.errors[reason]}
        items={[{ value: '', text: props.none }, ...reasons]}
      />
      <Textarea
        name={words}
        label="In words, if that helps the next round"
        rows={1}
        value={of.values[words]}
        error={of.errors[words]}
      />
    </div>
  )
}

const Group = (props: { group: ClosePageProps['groups'][number]; of: ClosePageProps }) => {
  const { group, of } = props
  const labelOf = (audit: (typeof group.audits)[number]) =>
    `${caseName(audit)}, ${stateWords(audit.state, null).toLowerCase()}`
  const [first] = group.audits
  const isOne = group.audits.length === 1
  return (
    <fieldset class="govuk-fieldset pl-close">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">{group.name}</legend>
      {isOne && first ? <p class="govuk-body">{labelOf(first)}</p> : ''}
      <Fields
        of={of}
        group={group.key}
        label={isOne ? 'Why it was not done' : 'Why they were not done'}
        none={of.groups.length > 1 ? 'As for everybody' : 'Choose a reason'}
      />
      {isOne
        ? ''
        : group.audits.map((audit) => (
            <Select
              name={`reason-${audit.id}`}
              label={labelOf(audit)}
              value={of.values[`reason-${audit.id}`]}
              error={of.errors[`reason-${audit.id}`]}
              items={[{ value: '', text: 'The same reason' }, ...reasons]}
            />
          ))}
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
      {groups.length > 1 ? (
        <fieldset class="govuk-fieldset pl-close">
          <legend class="govuk-fieldset__legend govuk-fieldset__legend--m">Everybody</legend>
          <p class="govuk-body">
            Holds for all who are given no reason of their own below. Leave it empty to choose one
            by one.
          </p>
          <Fields of={props} group={everybody} label="Why they were not done" none="One by one" />
        </fieldset>
      ) : (
        ''
      )}
      {groups.map((group) => (
        <Group group={group} of={props} />
      ))}
    </StepPage>
  )
}
