/** Check your answers: what is missing with links to it, then everything as it will be submitted. */
import type { NameAsked } from '../../src/audits/rules/name-questions.ts'
import type { MissingGroup } from '../../src/audits/rules/ready.ts'
import type { ReviewedGrade, ReviewedSection } from '../../src/audits/rules/review-facts.ts'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { SafetyPanel, type SafetyPanelProps } from '../safety/safety-panel.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'
import { NotAName } from './name-question.tsx'
import {
  type ActionRead,
  ActionsRead,
  FindingsRead,
  type FindingWords,
  Grades,
  ReviewedPart,
} from './reviewed.tsx'

export type CheckPageProps = {
  audit: AuditCase
  safety: SafetyPanelProps
  sections: readonly ReviewedSection[]
  overall: ReviewedGrade
  findings: FindingWords[]
  actions: ActionRead[]
  /** What is missing, part by part; each is one line and counts as one. */
  missingBySection: readonly MissingGroup[]
  /** What looks like a name, and was not said to be none. */
  asked: readonly NameAsked[]
  /** True after a submission that was refused for what is missing. */
  isRefused: boolean
  button: string
  csrf: string
}

const StillMissing = (props: CheckPageProps) => {
  const address = auditAddress(props.audit)
  const links = props.missingBySection.flatMap(({ title, things }) =>
    things.map(({ text, place }) => ({ text: `${title}: ${text}`, href: `${address}/${place}` }))
  )
  if (props.isRefused) {
    return (
      <ErrorSummary
        title="The audit was not submitted"
        description="Before it can be submitted:"
        errors={links}
      />
    )
  }
  return (
    <div class="govuk-inset-text pl-missing">
      <h2 class="govuk-heading-m">
        {links.length === 1
          ? 'One thing is still missing'
          : `${links.length} things are still missing`}
      </h2>
      {props.missingBySection.map(({ title, things }) => (
        <>
          <h3 class="govuk-heading-s">{title}</h3>
          <ul class="govuk-list">
            {things.map(({ text, place }) => (
              <li>
                <a class="govuk-link" href={`${address}/${place}`}>
                  {text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ))}
    </div>
  )
}

const Names = (props: { address: string; csrf: string; asked: readonly NameAsked[] }) => (
  <section class="pl-name-question" id="names" aria-labelledby="names-title">
    <h2 class="govuk-heading-m" id="names-title">
      {props.asked.length === 1 ? 'Is this a name?' : 'Are these names?'}
    </h2>
    <p class="govuk-body">
      An audit names nobody: say who they are to the child instead, such as ‘the mother’. You can
      submit without answering.
    </p>
    <ul class="govuk-list">
      {props.asked.map(({ name, of, place }) => (
        <li class="pl-name-question__one">
          <strong>{`‘${name}’`}</strong>
          {' in '}
          <a class="govuk-link" href={`${props.address}/${place}`}>
            {of}
          </a>
          <form method="post" action={`${props.address}/not-a-name`}>
            <input type="hidden" name="_csrf" value={props.csrf} />
            <NotAName id="names" name={name} />
          </form>
        </li>
      ))}
    </ul>
  </section>
)

export const CheckPage = (props: CheckPageProps) => {
  const address = auditAddress(props.audit)
  return (
    <>
      {props.missingBySection.length > 0 && props.isRefused ? <StillMissing {...props} /> : ''}
      <SafetyPanel {...props.safety} />
      <AuditHeading audit={props.audit} heading="Check your answers before you submit" />
      {props.missingBySection.length > 0 && !props.isRefused ? <StillMissing {...props} /> : ''}
      {props.asked.length === 0 ? (
        ''
      ) : (
        <Names address={address} csrf={props.csrf} asked={props.asked} />
      )}
      {props.sections.map((section) => (
        <ReviewedPart section={section} isDraft changeAt={address} />
      ))}
      <section class="pl-part">
        <h2 class="govuk-heading-m">Overall grade, strengths, areas, actions</h2>
        <Grades grade={props.overall} isDraft />
        <FindingsRead findings={props.findings} />
        <ActionsRead actions={props.actions} />
        <p class="govuk-body">
          <a class="govuk-link" href={`${address}/conclusions`}>
            Change
            <span class="govuk-visually-hidden">
              {' '}
              the overall grade, strengths, areas and actions
            </span>
          </a>
        </p>
      </section>
      <form method="post" action={`${address}/submit`}>
        <input type="hidden" name="_csrf" value={props.csrf} />
        <p class="govuk-body">
          After you submit, only a QA lead can reopen the audit. Its grades count from then on.
        </p>
        <Button preventDoubleClick>{props.button}</Button>
      </form>
    </>
  )
}
