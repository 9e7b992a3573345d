/** Exempting an auditor from a round: who, who approved it, why, and what becomes of the audits that they have. */
import { Radios } from '../components/radios.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { plural } from '../format.ts'
import type { FormErrors } from '../rounds/form-errors.tsx'
import { StepPage } from './step-page.tsx'

export type ExemptPageProps = {
  round: { id: string; name: string }
  csrf: string
  /** With how many audits each still has to do. */
  auditors: readonly { id: string; name: string; toDo: number }[]
  people: readonly { id: string; name: string; jobTitle: string }[]
  values: Readonly<Record<string, string>>
  errors: FormErrors
}

export const ExemptPage = (props: ExemptPageProps) => {
  const { round, values, errors } = props
  const takers = props.auditors.map(({ id, name }) => ({ value: id, text: name }))
  return (
    <StepPage
      caption={round.name}
      title="Exempt an auditor from this round"
      back={{ href: `/rounds/${round.id}/progress`, text: 'Progress of the round' }}
      action={`/rounds/${round.id}/exempt`}
      csrf={props.csrf}
      errors={errors}
      button="Record the exemption"
      intro={
        <p class="govuk-body">
          They are given no audit of this round until the exemption is lifted. Audits that they have
          submitted stay as they are.
        </p>
      }
    >
      <Select
        name="person"
        label="Who is exempt"
        value={values.person}
        error={errors.person}
        items={[
          { value: '', text: 'Choose a person' },
          ...props.auditors.map(({ id, name, toDo }) => ({
            value: id,
            text: toDo === 0 ? name : `${name}: ${plural(toDo, 'audit')} to do`,
          })),
        ]}
      />
      <Select
        name="approvedBy"
        label="Who approved it"
        value={values.approvedBy}
        error={errors.approvedBy}
        items={[
          { value: '', text: 'Choose a person' },
          ...props.people.map(({ id, name, jobTitle }) => ({
            value: id,
            text: jobTitle === '' ? name : `${name}, ${jobTitle}`,
          })),
        ]}
      />
      <Textarea
        name="reason"
        label="Why they are exempt"
        hint="Other QA leads read this. Write no more than they need, and nothing about health beyond “absence”."
        rows={3}
        value={values.reason}
        error={errors.reason}
      />
      <Radios
        name="becomes"
        error={errors.becomes}
        fieldset={{
          legend: {
            text: 'What becomes of the audits that they still have to do',
            class: 'govuk-fieldset__legend--s',
          },
        }}
        value={values.becomes}
        items={[
          {
            value: 'reallocate',
            text: 'Somebody else takes them all over',
            conditional: (
              <>
                <Select
                  name="auditor"
                  label="Who takes them over"
                  value={values.auditor}
                  error={errors.auditor}
                  items={[{ value: '', text: 'Choose an auditor' }, ...takers]}
                />
                <Textarea
                  name="ownTeamReason"
                  label="Why it has to be this auditor, if a case is of their own team"
                  rows={2}
                  value={values.ownTeamReason}
                  error={errors.ownTeamReason}
                />
              </>
            ),
          },
          {
            value: 'withdraw',
            text: 'They are withdrawn from the round',
            hint: 'What was typed in them is kept. One that was reopened counts and stays with them; the next page offers to give it to somebody else.',
          },
        ]}
      />
    </StepPage>
  )
}
