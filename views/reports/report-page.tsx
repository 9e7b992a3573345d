/** A report as its readers see it: what it is, what stands in it, and how to take it out. */
import type { ReportSummary } from '../../src/reports/report-store.ts'
import type { WordsByPlace } from '../../src/reports/rules/final-words.ts'
import type { ReportModel } from '../../src/reports/rules/report-model.ts'
import { BackLink } from '../components/back-link.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { formatInstant } from '../format.ts'
import { ReportBody } from './report-body.tsx'
import { audienceWords, numberWords, spanWords } from './report-words.ts'

export type ReportPageProps = {
  report: ReportSummary & { contentHash: string | null }
  model: ReportModel
  words: WordsByPlace
  /** Formats that can be taken out, with what they are called. */
  formats: readonly { key: string; label: string }[]
  mayWrite: boolean
  newer: { id: string; number: number | null } | undefined
  overlaps: { readonly numbers: readonly number[]; readonly reason: string } | undefined
}

const State = ({ report, newer, mayWrite, overlaps }: ReportPageProps) => {
  if (report.state === 'draft') {
    return (
      <InsetText>
        This is a draft: its figures are those of this minute, and change until it is frozen.
      </InsetText>
    )
  }
  return (
    <>
      {report.replacedBy === null ? (
        ''
      ) : (
        <InsetText>
          {`This report was replaced by report ${report.replacedBy}. `}
          {newer && mayWrite ? <a href={`/reports/${newer.id}`}>Read that one</a> : ''}
        </InsetText>
      )}
      <p class="pl-muted">
        {`Frozen ${report.frozenAt === null ? '' : `on ${formatInstant(report.frozenAt)}`} by ${report.frozenBy ?? 'a command'}. Check: ${report.contentHash?.slice(0, 16) ?? ''}.`}
        {report.replacesNumber === null
          ? ''
          : ` It replaces report ${report.replacesNumber}: ${report.reissueReason ?? ''}`}
        {overlaps && mayWrite
          ? ` It is of some of the same days as ${overlaps.numbers.length === 1 ? 'report' : 'reports'} ${overlaps.numbers.join(', ')}: ${overlaps.reason}`
          : ''}
      </p>
    </>
  )
}

const Actions = ({ report, formats, mayWrite }: ReportPageProps) => (
  <ul class="govuk-list pl-report__ways">
    {formats.map(({ key, label }) => (
      <li>
        <a class="govuk-link" href={`/reports/${report.id}/files/report.${key}`}>
          {label}
        </a>
      </li>
    ))}
    {mayWrite && report.state === 'draft' ? (
      <>
        <li>
          <a class="govuk-link" href={`/reports/${report.id}/write`}>
            Write and change
          </a>
        </li>
        <li>
          <a class="govuk-link" href={`/reports/${report.id}/freeze`}>
            Freeze
          </a>
        </li>
      </>
    ) : (
      ''
    )}
    {mayWrite && report.state === 'frozen' && report.replacedBy === null ? (
      <li>
        <a class="govuk-link" href={`/reports/${report.id}/reissue`}>
          Issue anew, with a reason
        </a>
      </li>
    ) : (
      ''
    )}
  </ul>
)

export const ReportPage = (props: ReportPageProps) => {
  const { report, model } = props
  return (
    <>
      <BackLink href="/reports">Reports</BackLink>
      <span class="govuk-caption-l">
        {`${numberWords(report)} · ${audienceWords(model.audience)} · ${model.council}`}
      </span>
      <h1 class="govuk-heading-l">{model.title}</h1>
      <p class="govuk-body">
        {`${model.periodWords} (${spanWords(model.period)}).`}
        {model.filters.length === 0 ? ' The whole council.' : ` ${model.filters.join('. ')}.`}
      </p>
      <State {...props} />
      <Actions {...props} />
      <ReportBody model={model} words={props.words} />
    </>
  )
}
