/** Asks why a version is withdrawn from new use, and says what that does not touch. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { Textarea } from '../components/textarea.tsx'

export type WithdrawPageProps = {
  rubric: { key: string; version: string; title: string }
  reason: string
  error?: string | undefined
  csrf: string
}

export const WithdrawPage = ({ rubric, reason, error, csrf }: WithdrawPageProps) => {
  const back = `/rubrics/${rubric.key}/${rubric.version}`
  return (
    <>
      <BackLink href={back}>{rubric.title}</BackLink>
      {error === undefined ? '' : <ErrorSummary errors={[{ text: error, href: '#reason' }]} />}
      <span class="govuk-caption-l">{`Version ${rubric.version}`}</span>
      <h1 class="govuk-heading-l">{`Withdraw ${rubric.title}, version ${rubric.version}?`}</h1>
      <p class="govuk-body">
        New rounds will not use it: they use the version before it, if there is one. Audits and
        rounds that have it keep it, and their results stay as they are. It can be brought back.
      </p>
      <form method="post" action={`${back}/withdraw`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <Textarea name="reason" label="Why" rows={3} value={reason} error={error} />
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Withdraw this version
          </Button>
          <a class="govuk-link" href={back}>
            Not now
          </a>
        </div>
      </form>
    </>
  )
}
