/** The audits behind one figure of the results: those of them that the reader may read. */
import type { AuditBehind } from '../../src/analytics/audit-store.ts'
import type { Scale } from '../../src/rubrics/rules/scale.ts'
import { BackLink } from '../components/back-link.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { GradeTag } from '../components/grade-tag.tsx'
import { formatCount, formatShortDate, plural, statusLabel } from '../format.ts'

export type AuditsBehindPageProps = {
  heading: string
  /** The round, or which rounds and whose. */
  round: string
  /** What the figure counts, as `Good`; undefined is every audit of the round. */
  value: string | undefined
  /** How many audits the figure counts; undefined where that is not the reader's to know. */
  counted: number | undefined
  audits: readonly AuditBehind[]
  /** Of what is graded. */
  scale: Scale
  /** Whoever reads an audit opens the page of its case. */
  opensCases: boolean
  backHref: string
  backText?: string | undefined
  /** The next page of the list. */
  nextHref: string | undefined
  isWhole: boolean
  faults?: readonly { readonly field: string; readonly message: string }[]
}

const Judged = ({ audit, scale }: { audit: AuditBehind; scale: Scale }) => {
  if (audit.value === '') return <span class="pl-muted">none</span>
  const words = (value: string) =>
    audit.kind === 'grade' ? (
      <GradeTag grade={scale.values.find(({ key }) => key === value) ?? value} />
    ) : (
      value.replaceAll('\n', ', ')
    )
  return (
    <>
      {words(audit.value)}
      {audit.auditorValue === audit.value ? (
        ''
      ) : (
        <>
          <br />
          <span class="pl-muted">auditor’s: {words(audit.auditorValue)}</span>
        </>
      )}
    </>
  )
}

const told = ({ counted, audits, isWhole }: AuditsBehindPageProps): string => {
  if (counted === undefined) return 'Of the audits behind this figure, those that you may read.'
  if (!isWhole) return `${plural(counted, 'audit')} behind this figure.`
  return audits.length === counted
    ? `${plural(counted, 'audit')} behind this figure.`
    : `You may read ${formatCount(audits.length)} of the ${plural(counted, 'audit')} behind this figure.`
}

export const AuditsBehindPage = (props: AuditsBehindPageProps) => (
  <>
    <BackLink href={props.backHref}>{props.backText ?? 'Back to results'}</BackLink>
    {props.faults === undefined || props.faults.length === 0 ? (
      ''
    ) : (
      <ErrorSummary errors={props.faults.map(({ message }) => ({ text: message }))} />
    )}
    <h1>{props.heading}</h1>
    <p class="pl-lead">{`${props.round}${props.value === undefined ? '' : `: ${props.value}`}`}</p>
    {props.audits.length === 0 ? (
      <EmptyState title="No audits that you may read">
        <p>
          {props.counted === undefined
            ? 'None of the audits behind this figure, if there are any, is yours to read.'
            : props.counted === 0
              ? 'Nothing is counted here any more. Go back to the results and choose again.'
              : `${plural(props.counted, 'audit')} ${props.counted === 1 ? 'is' : 'are'} counted in this figure, of cases that are not yours to read.`}
        </p>
      </EmptyState>
    ) : (
      <>
        <p>{told(props)}</p>
        <DataTable
          id="audits"
          caption="Audits behind the figure"
          isCaptionHidden
          columns={[
            { header: 'Audit' },
            { header: 'Case' },
            { header: 'Audited on' },
            { header: 'Team' },
            { header: 'Service status' },
            { header: 'Judgement' },
          ]}
          rows={props.audits.map((audit) => [
            audit.origin === 'product' ? (
              <a href={`/audits/${audit.id}`}>{audit.reference}</a>
            ) : (
              <>
                {audit.reference}
                <br />
                <span class="pl-muted">imported</span>
              </>
            ),
            audit.caseReference === null ? (
              '–'
            ) : props.opensCases ? (
              <a href={`/cases/${audit.id}`}>{audit.caseReference}</a>
            ) : (
              audit.caseReference
            ),
            audit.auditedOn === null ? '–' : formatShortDate(audit.auditedOn),
            audit.team ?? '–',
            audit.serviceStatus === null ? '–' : statusLabel(audit.serviceStatus),
            <Judged audit={audit} scale={props.scale} />,
          ])}
        />
        {props.nextHref === undefined ? (
          ''
        ) : (
          <p>
            <a href={props.nextHref}>More audits</a>
          </p>
        )}
      </>
    )}
  </>
)
