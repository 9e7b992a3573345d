/** What submitted audits found of a theme, to choose from. Neither case nor auditor nor team is shown. */
import type { CircularFinding } from '../../src/reports/circular-findings-store.ts'
import type { StoredCircular } from '../../src/reports/circular-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { formatMonth, plural } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type FindingsPageProps = {
  circular: StoredCircular
  themeTitle: string
  /** Of the audits, in words. */
  period: string
  findings: readonly (CircularFinding & { item: string; isTaken: boolean })[]
  count: number
  kind: CircularFinding['kind'] | undefined
  page: number
  pages: number
  chosen: readonly string[]
  errors: FormErrors
  csrf: string
}

const kindWords = { strength: 'Strength', area: 'Area to change' } as const

const Kinds = ({ address, kind }: { address: string; kind: FindingsPageProps['kind'] }) => (
  <nav class="pl-parts" aria-label="Kind of finding">
    <ul class="pl-parts__list">
      {(
        [
          [undefined, 'All', ''],
          ['strength', 'Strengths', '?kind=strength'],
          ['area', 'Areas to change', '?kind=area'],
        ] as const
      ).map(([key, text, query]) => (
        <li>
          <a
            class="govuk-link"
            href={`${address}${query}`}
            aria-current={key === kind ? 'page' : undefined}
          >
            {text}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

export const FindingsPage = (props: FindingsPageProps) => {
  const { circular, findings, kind, page } = props
  const here = `/reports/circulars/${circular.id}`
  const address = `${here}/findings`
  const query = (to: number) =>
    `${new URLSearchParams({ ...(kind ? { kind } : {}), ...(to > 1 ? { page: String(to) } : {}) })}`
  return (
    <>
      <BackLink href={`${here}/write`}>The draft</BackLink>
      <FormErrorSummary errors={props.errors} />
      <span class="govuk-caption-l">{`${props.themeTitle}, ${props.period}`}</span>
      <h1 class="govuk-heading-l">Choose what audits found</h1>
      <p class="govuk-body">
        The words go into the draft, where you put them in words that fit everybody. Choose findings
        of at least three audits.
      </p>
      <Kinds address={address} kind={kind} />
      {findings.length === 0 ? (
        <EmptyState title="No findings">
          <p>No submitted audit of this theme and time has a finding of this kind.</p>
          <p>
            <a class="govuk-link" href={`${here}/write`}>
              Write the circular
            </a>
          </p>
        </EmptyState>
      ) : (
        <form method="post" action={`${address}?${query(page)}`} novalidate>
          <input type="hidden" name="_csrf" value={props.csrf} />
          <Checkboxes
            name="findings"
            class="govuk-checkboxes--small"
            fieldset={{
              legend: {
                text: plural(props.count, 'finding'),
                class: 'govuk-fieldset__legend--s',
              },
            }}
            error={props.errors.findings}
            values={[...props.chosen]}
            items={findings.map((finding) => ({
              value: finding.id,
              text: finding.words,
              hint: [
                kindWords[finding.kind],
                finding.item,
                `audited in ${formatMonth(finding.auditedOn)}`,
                finding.same > 1 ? `${finding.same} findings say this` : '',
                finding.isTaken ? 'already taken in' : '',
              ]
                .filter((part) => part !== '')
                .join(' · '),
            }))}
          />
          <div class="govuk-button-group">
            <Button preventDoubleClick>Take these in</Button>
            <a class="govuk-link" href={`${here}/write`}>
              Go on without
            </a>
          </div>
        </form>
      )}
      <NumberedPages
        page={page}
        pages={props.pages}
        addressOf={(to) => `${address}?${query(to)}`}
      />
    </>
  )
}
