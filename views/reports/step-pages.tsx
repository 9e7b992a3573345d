/** Steps that end something or make it final: freezing, issuing anew, discarding. Each asks once more. */
import type { OverlappingReport, ReportSummary } from '../../src/reports/report-store.ts'
import type { WordsQuestion } from '../../src/reports/rules/words-check.ts'
import { Checkboxes } from '../components/checkboxes.tsx'
import { Textarea } from '../components/textarea.tsx'
import { WarningText } from '../components/warning-text.tsx'
import { StepPage } from '../programme/step-page.tsx'
import type { FormErrors } from '../rounds/form-errors.tsx'
import { idOf } from './figure-view.tsx'
import { audienceWords, numberWords } from './report-words.ts'

type StepProps = {
  report: ReportSummary
  csrf: string
  errors: FormErrors
}

const Questions = ({ questions, id }: { questions: readonly WordsQuestion[]; id: string }) => (
  <ul class="govuk-list govuk-list--bullet">
    {questions.map(({ place, title, names, refused }) => (
      <li>
        <a class="govuk-link" href={`/reports/${id}/write#${idOf(place)}`}>
          {title}
        </a>
        {`: ${[...refused, ...(names.length === 0 ? [] : [`Is this a name: ${names.join(', ')}?`])].join(' ')}`}
      </li>
    ))}
  </ul>
)

type FreezeProps = StepProps & {
  questions: readonly WordsQuestion[]
  changed: readonly string[]
  /** Frozen reports for outside of some of the same days. */
  overlapping: readonly (OverlappingReport & { isProved: boolean })[]
  typed: Readonly<Record<string, string>>
}

/** Those beside which it was worked out that nothing is given away: nobody is asked about them. */
const Proved = ({ overlapping }: Pick<FreezeProps, 'overlapping'>) => (
  <>
    <p class="govuk-body">
      Held against these reports for outside the council, which are of some of the same days: taken
      together, each suppressed number still has at least two values.
    </p>
    <ul class="govuk-list govuk-list--bullet">
      {overlapping.map(({ number, title }) => (
        <li>{`Report ${number}: ${title}`}</li>
      ))}
    </ul>
  </>
)

const Overlapping = ({ overlapping, typed, errors }: FreezeProps) => (
  <>
    <h2 class="govuk-heading-m">Other reports for outside the council are of the same days</h2>
    <WarningText>
      Whoever holds both can take one from the other. The difference may be one or two children,
      although neither report shows a number that small. Grades and measures that both are of were
      held against each other where both are of the same audits; tables of coverage, actions,
      notices and alerts, and reports narrowed to other teams or audits, only you can compare.
    </WarningText>
    <ul class="govuk-list govuk-list--bullet">
      {overlapping.map(({ number, title }) => (
        <li>{`Report ${number}: ${title}`}</li>
      ))}
    </ul>
    <Checkboxes
      name="overlap"
      values={typed.overlap === 'yes' ? ['yes'] : []}
      items={[
        {
          value: 'yes',
          text: 'I have compared the reports, and nobody can be recognised by what differs',
        },
      ]}
    />
    <Textarea
      name="overlapReason"
      label={{ text: 'Why this report is needed too' }}
      hint={{ text: 'Kept with the report. It is in none of its files.' }}
      rows={3}
      value={typed.overlapReason}
      error={errors.overlapReason}
    />
  </>
)

export const FreezePage = (props: FreezeProps) => {
  const { report, questions } = props
  const proved = props.overlapping.filter(({ isProved }) => isProved)
  const open = props.overlapping.filter(({ isProved }) => !isProved)
  const isRefused = questions.some(({ refused }) => refused.length > 0)
  return (
    <StepPage
      caption={report.title}
      title="Freeze this report?"
      back={{ href: `/reports/${report.id}/write`, text: 'The draft' }}
      action={`/reports/${report.id}/freeze`}
      csrf={props.csrf}
      errors={props.errors}
      intro={
        <>
          <p class="govuk-body">
            {`${audienceWords(report.audience)}. It gets a number, and keeps the figures and words of this minute for ever. To change it later, issue it anew with a reason.`}
          </p>
          {questions.length === 0 ? (
            ''
          ) : (
            <>
              <h2 class="govuk-heading-m">
                {isRefused ? 'Take these out first' : 'Look at these once more'}
              </h2>
              <Questions questions={questions} id={report.id} />
            </>
          )}
          {props.changed.length === 0 ? (
            ''
          ) : (
            <p class="govuk-body">
              <strong>
                {`The figures have changed since these sentences were edited: ${props.changed.join('; ')}.`}
              </strong>
            </p>
          )}
        </>
      }
      button={isRefused ? undefined : 'Freeze the report'}
    >
      {proved.length === 0 ? '' : <Proved overlapping={proved} />}
      {open.length === 0 ? '' : <Overlapping {...props} overlapping={open} />}
      <input type="hidden" name="revision" value={report.revision} />
    </StepPage>
  )
}

export const DiscardReportPage = (props: StepProps) => (
  <StepPage
    caption={props.report.title}
    title="Discard this draft?"
    back={{ href: `/reports/${props.report.id}/write`, text: 'The draft' }}
    action={`/reports/${props.report.id}/discard`}
    csrf={props.csrf}
    errors={props.errors}
    intro={
      <p class="govuk-body">Nobody can go on with it afterwards. Frozen reports are not touched.</p>
    }
    button="Discard the draft"
    isWarning
  />
)

export const ReissuePage = (props: StepProps & { reason: string }) => (
  <StepPage
    caption={`${numberWords(props.report)}: ${props.report.title}`}
    title="Issue this report anew?"
    back={{ href: `/reports/${props.report.id}`, text: 'The report' }}
    action={`/reports/${props.report.id}/reissue`}
    csrf={props.csrf}
    errors={props.errors}
    intro={
      <p class="govuk-body">
        A draft is made with its words and the figures of today. When you freeze that, it gets a
        number of its own; this report stays as it is and is marked as replaced.
      </p>
    }
    button="Make the draft"
  >
    <Textarea
      name="reason"
      rows={3}
      label="Why it is issued anew"
      hint="Printed in the new report"
      error={props.errors.reason}
      value={props.reason}
    />
  </StepPage>
)
