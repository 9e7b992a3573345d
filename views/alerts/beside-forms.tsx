/** Pages that record something beside an alert: Cafcass, what the child was told, a call. */
import { DateInput } from '../components/date-input.tsx'
import { Radios } from '../components/radios.tsx'
import { Textarea } from '../components/textarea.tsx'
import { StepPage } from '../programme/step-page.tsx'
import { ToldFields, type ToldFieldsProps } from '../safety/told-fields.tsx'
import { type AlertStepProps, frame, Revision, type Values } from './step-forms.tsx'

const datesOf = (values: Values, name: string) => ({
  [`${name}-day`]: values[`${name}-day`],
  [`${name}-month`]: values[`${name}-month`],
  [`${name}-year`]: values[`${name}-year`],
})

const PastDate = (props: { name: string; text: string; values: Values; errors: Values }) => (
  <DateInput
    id={props.name}
    namePrefix={props.name}
    fieldset={{ legend: { text: props.text, class: 'govuk-fieldset__legend--s' } }}
    values={datesOf(props.values, props.name)}
    error={props.errors[`${props.name}-day`]}
  />
)

export const CafcassPage = (props: AlertStepProps) => (
  <StepPage {...frame(props, 'cafcass')}>
    <Revision revision={props.revision} />
    <Radios
      name="considered"
      fieldset={{
        legend: {
          text: 'Was a referral to Cafcass considered?',
          class: 'govuk-fieldset__legend--s',
        },
      }}
      value={props.values.considered}
      error={props.errors.considered}
      items={[
        { value: 'yes', text: 'Yes' },
        { value: 'no', text: 'No' },
      ]}
    />
    <Textarea
      name="why"
      rows={3}
      label={{ text: 'Why, or why not?', class: 'govuk-label--s' }}
      value={props.values.why}
      error={props.errors.why}
    />
    <PastDate {...props} name="advice" text="Date of legal advice (optional)" />
    <PastDate {...props} name="referred" text="Date of the referral (optional)" />
    <Textarea
      name="outcome"
      rows={3}
      label={{ text: 'What came of the referral? (optional)', class: 'govuk-label--s' }}
      value={props.values.outcome}
      error={props.errors.outcome}
    />
    <PastDate {...props} name="outcome" text="Date of the outcome (optional)" />
  </StepPage>
)

export const ChildToldPage = (
  props: AlertStepProps & {
    told: readonly { value: string; text: string }[]
    advocate: readonly { value: string; text: string }[]
  }
) => (
  <StepPage {...frame(props, 'child')}>
    <Revision revision={props.revision} />
    <Radios
      name="childTold"
      fieldset={{
        legend: { text: 'Was the child told of this alert?', class: 'govuk-fieldset__legend--s' },
      }}
      value={props.values.childTold}
      error={props.errors.childTold}
      items={[...props.told]}
    />
    <Textarea
      name="childToldWhy"
      rows={2}
      label="What the child said, or why they were not told"
      value={props.values.childToldWhy}
      error={props.errors.childToldWhy}
    />
    <Radios
      name="advocateOffered"
      fieldset={{
        legend: { text: 'Was the child offered an advocate?', class: 'govuk-fieldset__legend--s' },
      }}
      value={props.values.advocateOffered}
      error={props.errors.advocateOffered}
      items={[...props.advocate]}
    />
    <Textarea
      name="advocateWhy"
      rows={2}
      label="Why not, if not"
      value={props.values.advocateWhy}
      error={props.errors.advocateWhy}
    />
  </StepPage>
)

export const CallPage = (
  props: AlertStepProps & { call: Omit<ToldFieldsProps, 'hint' | 'errors'> }
) => (
  <StepPage {...frame(props, 'call')}>
    <ToldFields
      {...props.call}
      errors={props.errors}
      hint="Somebody of the council. For anybody else, leave this and type the name."
    />
  </StepPage>
)
