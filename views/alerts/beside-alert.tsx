/** Beside an alert: what is recorded of Cafcass, and whether the child was told and offered an advocate. */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import { formatDate } from '../format.ts'

const Line = ({ text }: { text: string }) => <p class="govuk-body-s pl-words">{text}</p>

const Cafcass = ({ alert, isInCare, actions }: PageFacts) => {
  if (!isInCare) return null
  const { cafcassConsidered } = alert
  return (
    <section aria-labelledby="cafcass-title">
      <h2 class="govuk-heading-s" id="cafcass-title">
        Cafcass
      </h2>
      {cafcassConsidered === null ? (
        <Line text="Nothing is recorded yet. A referral is possible at any stage, also beside it." />
      ) : (
        <>
          <Line
            text={cafcassConsidered === 'yes' ? 'Referral considered.' : 'Referral not considered.'}
          />
          <Line text={alert.cafcassWhy ?? ''} />
          {alert.legalAdviceOn === null ? (
            ''
          ) : (
            <Line text={`Legal advice: ${formatDate(alert.legalAdviceOn)}.`} />
          )}
          {alert.referredOn === null ? (
            ''
          ) : (
            <Line text={`Referred: ${formatDate(alert.referredOn)}.`} />
          )}
          {alert.cafcassOutcome ? (
            <Line
              text={`Outcome${alert.cafcassOutcomeOn === null ? '' : `, ${formatDate(alert.cafcassOutcomeOn)}`}: ${alert.cafcassOutcome}`}
            />
          ) : (
            ''
          )}
        </>
      )}
      {actions.has('cafcass') ? (
        <p class="govuk-body-s pl-no-print">
          <a class="govuk-link" href={`/alerts/${alert.id}/cafcass`}>
            {cafcassConsidered === null ? 'Record Cafcass' : 'Change what is recorded of Cafcass'}
          </a>
        </p>
      ) : (
        ''
      )}
    </section>
  )
}

export const BesideAlert = (props: PageFacts) => {
  const { alert, actions } = props
  return (
    <>
      <Cafcass {...props} />
      <section aria-labelledby="child-title">
        <h2 class="govuk-heading-s" id="child-title">
          The child
        </h2>
        <Line text={`Told of this alert: ${props.childToldLabel}.`} />
        {alert.childToldWhy === '' ? '' : <Line text={alert.childToldWhy} />}
        <Line text={`Offered an advocate: ${props.advocateLabel}.`} />
        {alert.advocateWhy === '' ? '' : <Line text={alert.advocateWhy} />}
        {actions.has('child_told') ? (
          <p class="govuk-body-s pl-no-print">
            <a class="govuk-link" href={`/alerts/${alert.id}/child`}>
              Record what the child was told
            </a>
          </p>
        ) : (
          ''
        )}
      </section>
    </>
  )
}
