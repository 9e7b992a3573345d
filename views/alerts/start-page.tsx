/** The door to a practice alert: ring first where a child is at immediate risk; else what kind, and which case. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Input } from '../components/input.tsx'
import { Radios } from '../components/radios.tsx'
import { FormErrorSummary } from '../rounds/form-errors.tsx'

export type StartPageProps = {
  kinds: readonly { value: string; text: string; hint: string }[]
  /** Whether this person may report an immediate risk here. */
  mayReportRisk: boolean
  values: { kind: string; references: string; audit: string }
  errors: Readonly<Record<string, string>>
  csrf: string
}

const Hidden = ({
  csrf,
  audit,
  references,
}: {
  csrf: string
  audit: string
  references: string
}) => (
  <>
    <input type="hidden" name="_csrf" value={csrf} />
    <input type="hidden" name="audit" value={audit} />
    <input type="hidden" name="references" value={references} />
  </>
)

export const StartPage = (props: StartPageProps) => (
  <>
    <BackLink href="/">My work</BackLink>
    <FormErrorSummary errors={props.errors} />
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
          <Hidden
            csrf={props.csrf}
            audit={props.values.audit}
            references={props.values.references}
          />
          <input type="hidden" name="risk" value="immediate" />
          <Button class="govuk-button--warning" preventDoubleClick>
            I have rung: record an immediate risk
          </Button>
        </form>
      ) : (
        ''
      )}
    </div>
    <form method="post" action="/alerts" novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <input type="hidden" name="audit" value={props.values.audit} />
      <Radios
        name="kind"
        fieldset={{
          legend: { text: 'What kind of alert is it?', class: 'govuk-fieldset__legend--m' },
        }}
        value={props.values.kind}
        error={props.errors.kind}
        items={props.kinds.map(({ value, text, hint }) => ({ value, text, hint: { text: hint } }))}
      />
      <Input
        name="references"
        label={{ text: 'Case reference', class: 'govuk-label--m' }}
        hint="As the case system has it, never a name. Brothers and sisters: all of them, with commas between. It is one alert, shown on each."
        value={props.values.references}
        error={props.errors.references}
        class="govuk-!-width-two-thirds"
        autocomplete="off"
      />
      <Button preventDoubleClick>Go on</Button>
    </form>
  </>
)
