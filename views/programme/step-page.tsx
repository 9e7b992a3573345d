/** A page that asks for what is needed before something is done in a round: heading, words, form, and a way back. */
import type { Child } from 'hono/jsx'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type StepPageProps = {
  caption: string
  title: string
  back: { href: string; text: string }
  action: string
  csrf: string
  errors: FormErrors
  /** Where the fault of a field leads; its own name unless given. */
  idOf?: (field: string) => string
  /** Above the form. */
  intro?: Child
  /** Without a button there is nothing to send. */
  button?: string | undefined
  isWarning?: boolean
  children?: Child
}

export const StepPage = (props: StepPageProps) => (
  <>
    <BackLink href={props.back.href}>{props.back.text}</BackLink>
    <FormErrorSummary errors={props.errors} {...(props.idOf ? { idOf: props.idOf } : {})} />
    <span class="govuk-caption-l">{props.caption}</span>
    <h1 class="govuk-heading-l">{props.title}</h1>
    {props.intro}
    {props.button === undefined ? (
      ''
    ) : (
      <form method="post" action={props.action} novalidate>
        <input type="hidden" name="_csrf" value={props.csrf} />
        {props.children}
        <div class="govuk-button-group">
          <Button
            class={props.isWarning === true ? 'govuk-button--warning' : undefined}
            preventDoubleClick
          >
            {props.button}
          </Button>
          <a class="govuk-link" href={props.back.href}>
            Not now
          </a>
        </div>
      </form>
    )}
  </>
)
