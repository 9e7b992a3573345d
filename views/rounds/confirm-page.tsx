/** Asks once more before something that people will notice: opening or closing a round, taking a case out. */
import type { Child } from 'hono/jsx'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'

export type ConfirmPageProps = {
  /** The question, as the heading. */
  title: string
  caption: string
  /** Where the post goes, and where "no" leads. */
  action: string
  back: string
  csrf: string
  button: string
  isWarning?: boolean
  children?: Child
}

export const ConfirmPage = (props: ConfirmPageProps) => (
  <>
    <BackLink href={props.back}>The round</BackLink>
    <span class="govuk-caption-l">{props.caption}</span>
    <h1 class="govuk-heading-l">{props.title}</h1>
    {props.children}
    <form method="post" action={props.action}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <div class="govuk-button-group">
        <Button
          class={props.isWarning === true ? 'govuk-button--warning' : undefined}
          preventDoubleClick
        >
          {props.button}
        </Button>
        <a class="govuk-link" href={props.back}>
          Not now
        </a>
      </div>
    </form>
  </>
)
