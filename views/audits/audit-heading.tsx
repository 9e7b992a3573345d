/** The head of every page of an audit: where it hangs, its heading, and the line that says which case it is. */
import { Breadcrumbs } from '../components/breadcrumbs.tsx'
import { SafeLink } from '../components/safe-link.tsx'
import { statusLabel } from '../format.ts'

/** What is said about the audit's case and round on every page. */
export type AuditCase = {
  id: string
  caseReference: string
  roundName: string
  serviceStatus: string | null
  teamName: string | null
  /** The page of its case, for those who may open one. */
  caseHref?: string | undefined
  /** Where the council's case system shows it. */
  systemHref?: string | undefined
}

export const auditAddress = (audit: Pick<AuditCase, 'id'>): string => `/audits/${audit.id}`

export type AuditHeadingProps = {
  audit: AuditCase
  heading: string
  /** Added to the line: `theme 2 of 3`. */
  facts?: (string | undefined)[]
  /** False on the audit's own first page. */
  isInner?: boolean
}

export const AuditHeading = (props: AuditHeadingProps) => {
  const { audit } = props
  const line = [
    audit.serviceStatus === null ? undefined : statusLabel(audit.serviceStatus),
    audit.teamName === null ? undefined : `${audit.teamName} team`.replace(/ team team$/i, ' team'),
    ...(props.facts ?? []),
  ]
  const inner = props.isInner !== false
  return (
    <>
      <Breadcrumbs
        items={[
          { text: 'My work', href: '/' },
          { text: audit.roundName },
          inner
            ? { text: `Case ${audit.caseReference}`, href: auditAddress(audit) }
            : { text: `Case ${audit.caseReference}` },
        ]}
      />
      <h1 class="govuk-heading-l pl-audit__heading">{props.heading}</h1>
      <p class="pl-audit__line">
        {audit.caseHref === undefined ? (
          `Case ${audit.caseReference}`
        ) : (
          <a class="govuk-link" href={audit.caseHref}>
            {`Case ${audit.caseReference}`}
          </a>
        )}
        {line.flatMap((part) => (part === undefined ? [] : ` · ${part}`)).join('')}
        {audit.systemHref === undefined ? (
          ''
        ) : (
          <span class="pl-no-print">
            {' · '}
            <SafeLink href={audit.systemHref}>Open in the case system</SafeLink>
          </span>
        )}
      </p>
    </>
  )
}
