/** The door to a practice alert: ring first where a child is at immediate risk; else one button a kind. The draft asks the rest. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { FormErrorSummary } from '../rounds/form-errors.tsx'

export type StartPageProps = {
  kinds: readonly { value: string; text: string; hint: string }[]
  /** Whether this person may report an immediate risk here. */
  mayReportRisk: boolean
  /** From the case or audit that the person comes from; empty from anywhere else. */
  values: { references: string; audit: string }
  errors: Readonly<Record<string, string>>
  csrf: string
}

const Hidden = ({ csrf, values }: Pick<StartPageProps, 'csrf' | 'values'>) => (
  <>
    <input type="hidden" name="_csrf" value={csrf} />
    <input type="hidden" name="audit" value={values.audit} />
    <input type="hidden" name="references" value={values.references} />
  </>
)

export const StartPage = (props: StartPageProps) => (
  <>
    <BackLink href="/">My work</BackLink>
    <FormErrorSummary errors={props.errors} />
    {props.values.references === '' ? (
      ''
    ) : (
      <span class="govuk-caption-l">{`Case ${props.values.references}`}</span>
    )}
    <h1 class="govuk-heading-l">Raise a practice alert</h1>
    <div class="pl-safety pl-safety--ring">
      <h2 class="govuk-heading-m">Is a child at immediate risk?</h2>
      <p class="govuk-body">
        <strong>Ring first. Then record whom you rang and when.</strong>
        {props.mayReportRisk
          ? ' It goes to two service managers at once, outside the stages.'
          : ' Ring the child’s team manager and the service manager now.'}
      </p>
      {props.mayReportRisk ? (
        <form method="post" action="/alerts">
          <Hidden {...props} />
          <input type="hidden" name="risk" value="immediate" />
          <Button class="govuk-button--warning" preventDoubleClick>
            I have rung: record an immediate risk
          </Button>
        </form>
      ) : (
        ''
      )}
    </div>
    <h2 class="govuk-heading-m" id="kind" tabindex={-1}>
      Otherwise, what is it?
    </h2>
    <form method="post" action="/alerts" novalidate>
      <Hidden {...props} />
      <ul class="govuk-list pl-alert__kinds">
        {props.kinds.map(({ value, text, hint }) => (
          <li>
            <Button
              name="kind"
              value={value}
              class="govuk-button--secondary"
              attributes={{ 'aria-describedby': `kind-${value}-hint` }}
              preventDoubleClick
            >
              {text}
            </Button>
            <p class="govuk-hint" id={`kind-${value}-hint`}>
              {hint}
            </p>
          </li>
        ))}
      </ul>
    </form>
  </>
)
