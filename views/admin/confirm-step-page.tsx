/** Asks once more before a step of the administration that is not a form of its own. */
import type { Child } from 'hono/jsx'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'

export type ConfirmStepPageProps = {
  title: string
  /** Where the post goes, and where "no" leads. */
  action: string
  back: string
  backText: string
  csrf: string
  button: string
  children?: Child
}

export const ConfirmStepPage = (props: ConfirmStepPageProps) => (
  <>
    <BackLink href={props.back}>{props.backText}</BackLink>
    <h1 class="govuk-heading-l">{props.title}</h1>
    {props.children}
    <form method="post" action={props.action}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <div class="govuk-button-group">
        <Button preventDoubleClick>{props.button}</Button>
        <a class="govuk-link" href={props.back}>
          Not now
        </a>
      </div>
    </form>
  </>
)
