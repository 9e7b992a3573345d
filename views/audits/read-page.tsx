/** An audit to read and to print: what was graded, with the evidence; for a QA lead also the way to reopen it. */

import type { ReviewedGrade, ReviewedSection } from '../../src/audits/rules/review-facts.ts'
import { Button } from '../components/button.tsx'
import { Details } from '../components/details.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { SummaryList } from '../components/summary-list.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatDate, formatInstant, kindLabel } from '../format.ts'
import { SafetyPanel, type SafetyPanelProps } from '../safety/safety-panel.tsx'
import { type AuditCase, AuditHeading, auditAddress } from './audit-heading.tsx'
import { CapForm, type CapFormProps, type LiftedCap, LiftedCaps } from './cap-set-aside.tsx'
import {
  type ActionRead,
  ActionsRead,
  FindingsRead,
  type FindingWords,
  Grades,
  ReviewedPart,
  Words,
} from './reviewed.tsx'

export type ReadPageProps = {
  audit: AuditCase & {
    reference: string
    roundKind: string
    auditorName: string
    auditedOn: string | null
    submittedAt: string | null
    reopenedAt: string | null
    reopenReason: string | null
    endingKind: string | null
    endingWords: string | null
    endedAt: string | null
  }
  stateLabel: string
  isDraft: boolean
  /** For those who may see its safety notice. */
  safety: SafetyPanelProps | undefined
  isImported: boolean
  sections: readonly ReviewedSection[]
  overall: ReviewedGrade | undefined
  findings: FindingWords[]
  actions: ActionRead[]
  /** The way to an alert about this case, for those who may raise one. */
  raiseHref?: string | undefined
  /** Else only good practice is theirs to share. */
  raisesConcerns?: boolean
  /** Given where the audit may be copied for the child's record: what was copied before, the last first. */
  copies?: { format: 'print' | 'docx'; madeAt: string; madeByName: string }[] | undefined
  /** That its safety cap was set aside before, and is no longer. */
  liftedCaps: readonly LiftedCap[]
  /** Given to those who may set aside that the child's safety caps the grade, where it does. */
  cap?: Omit<CapFormProps, 'address' | 'csrf'> | undefined
  /** Given to those who may reopen it. */
  reopen?: { button: string; error?: string | undefined; reason: string } | undefined
  csrf: string
}

/** The last of them in a sentence. */
const CopiesMade = ({ copies }: { copies: NonNullable<ReadPageProps['copies']> }) => (
  <ul class="govuk-list pl-copies">
    {copies.map(({ format, madeAt, madeByName }) => (
      <li>
        {`By ${madeByName} on ${formatInstant(madeAt)}, ${format === 'docx' ? 'as a Word document' : 'to print'}`}
      </li>
    ))}
  </ul>
)

const endings: Readonly<Record<string, string>> = {
  voided: 'This audit was voided. It counts in no figure.',
  withdrawn: 'This audit was withdrawn from its round. It counts in no figure.',
  not_done: 'This audit was not done when its round was closed. It counts in no figure.',
}

/** A mark that nobody can miss, on the screen and in print. */
const Ended = ({ audit }: ReadPageProps) => {
  const said = endings[audit.endingKind ?? '']
  return said === undefined ? null : (
    <div class="govuk-inset-text">
      <p class="govuk-body">
        <strong>{said}</strong>
      </p>
      <p class="govuk-body pl-words">
        {[audit.endingWords ?? '', audit.endedAt === null ? '' : formatInstant(audit.endedAt)]
          .filter((part) => part !== '')
          .join(' – ')}
      </p>
    </div>
  )
}

const Facts = ({ audit, stateLabel, copies = [] }: ReadPageProps) => (
  <SummaryList
    class="pl-facts"
    rows={[
      { key: 'Audit', value: audit.reference },
      { key: 'Round', value: `${audit.roundName} (${kindLabel(audit.roundKind)})` },
      { key: 'Auditor', value: audit.auditorName || 'Not allocated' },
      { key: 'State', value: stateLabel },
      audit.auditedOn !== null && { key: 'Audited on', value: formatDate(audit.auditedOn) },
      audit.submittedAt !== null && {
        key: 'Last submitted',
        value: formatInstant(audit.submittedAt),
      },
      audit.reopenedAt !== null && {
        key: 'Reopened',
        value: {
          text: (
            <>
              <p class="govuk-body">{formatInstant(audit.reopenedAt)}</p>
              <Words text={audit.reopenReason ?? ''} />
            </>
          ),
        },
      },
      copies.length > 0 && {
        key: 'Copied for the record',
        value: { text: <CopiesMade copies={copies} /> },
      },
    ]}
  />
)

const Ways = ({ address }: { address: string }) => (
  <ul class="govuk-list pl-no-print">
    <li>
      <a class="govuk-link" href={`${address}/copy`}>
        Print a copy for the child’s record
      </a>
    </li>
    <li>
      <a class="govuk-link" href={`${address}/copy.docx`}>
        Copy for the child’s record as a Word document
      </a>
    </li>
  </ul>
)

const Reopen = (props: {
  address: string
  csrf: string
  reopen: NonNullable<ReadPageProps['reopen']>
}) => (
  <Details
    class="pl-no-print"
    summary={props.reopen.button}
    open={props.reopen.error !== undefined}
  >
    <form method="post" action={`${props.address}/reopen`}>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Textarea
        name="reason"
        rows={3}
        label="Why is it reopened?"
        hint="The auditor reads this. The audit counts as it was submitted until it is submitted again."
        value={props.reopen.reason}
        error={props.reopen.error}
      />
      <Button class="govuk-button--secondary">{props.reopen.button}</Button>
    </form>
  </Details>
)

export const ReadPage = (props: ReadPageProps) => (
  <>
    {props.reopen?.error === undefined ? (
      ''
    ) : (
      <ErrorSummary errors={[{ text: props.reopen.error, href: '#reason' }]} />
    )}
    {props.cap?.error === undefined ? (
      ''
    ) : (
      <ErrorSummary errors={[{ text: props.cap.error, href: '#cap-reason' }]} />
    )}
    {props.safety === undefined ? '' : <SafetyPanel {...props.safety} />}
    <AuditHeading
      audit={props.audit}
      heading={`Audit of case ${props.audit.caseReference}`}
      isInner={false}
    />
    <Ended {...props} />
    <Facts {...props} />
    {props.copies === undefined ? '' : <Ways address={auditAddress(props.audit)} />}
    {props.raiseHref === undefined ? (
      ''
    ) : (
      <p class="govuk-body pl-no-print">
        <a class="govuk-link" href={props.raiseHref}>
          {props.raisesConcerns
            ? 'Raise a practice alert on this case'
            : 'Share good practice on this case'}
        </a>
      </p>
    )}
    <h2 class="govuk-heading-m">Overall grade</h2>
    {props.overall === undefined ? (
      <p class="govuk-body pl-none">Nothing is recorded yet</p>
    ) : (
      <Grades grade={props.overall} isDraft={props.isDraft} />
    )}
    <LiftedCaps lifted={props.liftedCaps} />
    {props.cap === undefined ? (
      ''
    ) : (
      <CapForm {...props.cap} address={auditAddress(props.audit)} csrf={props.csrf} />
    )}
    {props.isImported ? (
      <p class="govuk-body">
        This audit was imported from a results file, which held its grades and no words.
      </p>
    ) : (
      <>
        <FindingsRead findings={props.findings} />
        <ActionsRead actions={props.actions} />
      </>
    )}
    {props.sections.map((section) => (
      <ReviewedPart section={section} isDraft={props.isDraft} />
    ))}
    {props.reopen === undefined ? (
      ''
    ) : (
      <Reopen address={auditAddress(props.audit)} csrf={props.csrf} reopen={props.reopen} />
    )}
  </>
)
