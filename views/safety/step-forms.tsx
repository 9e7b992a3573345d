/** The forms of what may be done with a safety notice: a decision with its date, and anything that is words alone. */
import { Button } from '../components/button.tsx'
import { DateInput } from '../components/date-input.tsx'
import { Textarea } from '../components/textarea.tsx'

export type StepFormProps = {
  action: string
  button: string
  csrf: string
  revision: number
  sent: { form: string; values: Readonly<Record<string, string>> } | undefined
  errors: Readonly<Record<string, string>>
}

/** What was typed and what is wrong with it, of this form and of no other on the page. */
const ownOf = ({ sent, errors }: StepFormProps, form: string) =>
  sent?.form === form ? { values: sent.values, errors } : { values: {}, errors: {} }

type Own = {
  values: Readonly<Record<string, string>>
  errors: Readonly<Record<string, string>>
}

export const DecisionForm = (props: StepFormProps) => {
  const { values, errors }: Own = ownOf(props, 'decision')
  return (
    <section class="pl-step" aria-labelledby="decision-title">
      <h2 class="govuk-heading-m" id="decision-title">
        Decision of the head of service
      </h2>
      <form method="post" action={props.action} autocomplete="off">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <input type="hidden" name="revision" value={props.revision} />
        <Textarea
          name="words"
          id="decision-words"
          label="What is decided"
          hint="Who does what. Never a name of the child or the family."
          rows={4}
          value={values.words}
          error={errors.words}
        />
        <DateInput
          id="due"
          namePrefix="due"
          fieldset={{ legend: { text: 'By when', class: 'govuk-fieldset__legend--s' } }}
          values={{ day: values['due-day'], month: values['due-month'], year: values['due-year'] }}
          error={errors['due-day']}
        />
        <Button>{props.button}</Button>
      </form>
    </section>
  )
}

export const WordsForm = (
  props: StepFormProps & { form: string; title: string; label: string; hint: string }
) => {
  const { values, errors }: Own = ownOf(props, props.form)
  return (
    <section class="pl-step" aria-labelledby={`${props.form}-title`}>
      <h2 class="govuk-heading-m" id={`${props.form}-title`}>
        {props.title}
      </h2>
      <form method="post" action={props.action} autocomplete="off">
        <input type="hidden" name="_csrf" value={props.csrf} />
        <Textarea
          name="words"
          id={`${props.form}-words`}
          label={props.label}
          hint={props.hint}
          rows={3}
          value={values.words}
          error={errors.words}
        />
        <Button class={props.form === 'close' ? undefined : 'govuk-button--secondary'}>
          {props.button}
        </Button>
      </form>
    </section>
  )
}
