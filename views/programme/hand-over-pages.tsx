/** Handing an audit over: the auditor asks, a QA lead decides. */
import { Button } from '../components/button.tsx'
import { Radios } from '../components/radios.tsx'
import { Select } from '../components/select.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatInstant } from '../format.ts'
import type { FormErrors } from '../rounds/form-errors.tsx'
import { StepPage } from './step-page.tsx'

type Values = Readonly<Record<string, string>>

export type AskHandOverPageProps = {
  audit: { id: string; caseReference: string; roundName: string }
  csrf: string
  people: readonly { id: string; name: string; teamName: string | null }[]
  /** What was asked before: still to decide, or declined with why. */
  asked: { toName: string; askedAt: string; isDeclined: boolean; decision: string } | undefined
  values: Values
  errors: FormErrors
}

const Asked = (
  props: Pick<AskHandOverPageProps, 'audit' | 'csrf'> & {
    asked: NonNullable<AskHandOverPageProps['asked']>
  }
) => {
  const { asked } = props
  return (
    <>
      <div class="govuk-inset-text">
        {asked.isDeclined
          ? `A QA lead declined to hand it over to ${asked.toName}: ${asked.decision}`
          : `You asked on ${formatInstant(asked.askedAt)} to hand it over to ${asked.toName}. A QA lead has not decided yet, and it is yours until then.`}
      </div>
      {asked.isDeclined ? (
        ''
      ) : (
        <form method="post" action={`/audits/${props.audit.id}/hand-over/take-back`}>
          <input type="hidden" name="_csrf" value={props.csrf} />
          <Button class="govuk-button--secondary" preventDoubleClick>
            Take the request back
          </Button>
        </form>
      )}
    </>
  )
}

export const AskHandOverPage = (props: AskHandOverPageProps) => {
  const { audit, asked, values, errors } = props
  return (
    <StepPage
      caption={`Case ${audit.caseReference}, ${audit.roundName}`}
      title="Hand this audit over"
      back={{ href: `/audits/${audit.id}`, text: 'The audit' }}
      action={`/audits/${audit.id}/hand-over`}
      csrf={props.csrf}
      errors={errors}
      button={asked && !asked.isDeclined ? undefined : 'Ask to hand it over'}
      intro={
        <>
          <p class="govuk-body">
            What you have written goes with it, and stays under your name. A QA lead has to agree;
            until then you can go on with it.
          </p>
          {asked === undefined ? '' : <Asked asked={asked} audit={audit} csrf={props.csrf} />}
        </>
      }
    >
      <Select
        name="to"
        label="Who could go on with it"
        value={values.to}
        error={errors.to}
        items={[
          { value: '', text: 'Choose an auditor' },
          ...props.people.map(({ id, name, teamName }) => ({
            value: id,
            text: teamName === null ? name : `${name}, ${teamName}`,
          })),
        ]}
      />
      <Textarea
        name="reason"
        label="Why"
        hint="The QA lead reads this. Leave out names of children and families."
        rows={3}
        value={values.reason}
        error={errors.reason}
      />
    </StepPage>
  )
}

export type DecideHandOverPageProps = {
  asked: {
    id: string
    roundId: string
    roundName: string
    caseReference: string | null
    fromName: string
    toName: string
    reason: string
    askedAt: string
    answered: number
    toAnswer: number
  }
  csrf: string
  values: Values
  errors: FormErrors
}

export const DecideHandOverPage = ({ asked, csrf, values, errors }: DecideHandOverPageProps) => (
  <StepPage
    caption={asked.roundName}
    title={`Hand the audit of case ${asked.caseReference ?? ''} over to ${asked.toName}?`}
    back={{ href: `/rounds/${asked.roundId}/progress`, text: 'Progress of the round' }}
    action={`/hand-overs/${asked.id}`}
    csrf={csrf}
    errors={errors}
    button="Save the decision"
    intro={
      <>
        <p class="govuk-body">
          {`${asked.fromName} asked on ${formatInstant(asked.askedAt)}. ${asked.answered} of ${asked.toAnswer} questions are answered; they stay in the audit under the name of the person who wrote them.`}
        </p>
        <div class="govuk-inset-text pl-words">{asked.reason}</div>
      </>
    }
  >
    <Radios
      name="decision"
      error={errors.decision}
      fieldset={{ legend: { text: 'Your decision', class: 'govuk-fieldset__legend--s' } }}
      value={values.decision}
      items={[
        { value: 'agreed', text: `Agree: ${asked.toName} goes on with it` },
        { value: 'declined', text: `Decline: it stays with ${asked.fromName}` },
      ]}
    />
    {errors.ownTeamReason || values.ownTeamReason ? (
      <Textarea
        name="ownTeamReason"
        label="Why it has to be this auditor"
        rows={2}
        value={values.ownTeamReason}
        error={errors.ownTeamReason}
      />
    ) : (
      ''
    )}
    <Textarea
      name="words"
      label="A word to the auditor"
      hint="Needed when you decline."
      rows={2}
      value={values.words}
      error={errors.words}
    />
  </StepPage>
)
