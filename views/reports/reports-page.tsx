/** Reports: drafts to go on with, frozen reports by number, and the ways to start one and to see who took what out. */
import type { ReportSummary } from '../../src/reports/report-store.ts'
import { Button } from '../components/button.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Table } from '../components/table.tsx'
import { formatInstant } from '../format.ts'
import { audienceWords, spanWords } from './report-words.ts'

export type ReportsPageProps = {
  /** Undefined for those who only read. */
  drafts: readonly ReportSummary[] | undefined
  frozen: readonly ReportSummary[]
  count: number
  page: number
  pages: number
}

const Drafts = ({ drafts }: { drafts: readonly ReportSummary[] }) => (
  <section>
    <h2 class="govuk-heading-m">Drafts</h2>
    {drafts.length === 0 ? (
      <EmptyState title="No drafts">
        <p>Start a report to see the figures of a quarter with sentences proposed for them.</p>
      </EmptyState>
    ) : (
      <section class="pl-table" aria-label="Drafts of reports" {...{ tabindex: 0 }}>
        <Table
          class="pl-list"
          caption="Drafts of reports"
          captionClass="govuk-visually-hidden"
          head={['Draft', 'Period', 'For', 'Last changed'].map((text) => ({ text }))}
          firstCellIsHeader
          rows={drafts.map((report) => [
            {
              text: (
                <>
                  <a class="govuk-link" href={`/reports/${report.id}/write`}>
                    {report.title}
                  </a>
                  {report.replacesNumber === null
                    ? ''
                    : ` (issues report ${report.replacesNumber} anew)`}
                </>
              ),
            },
            { text: spanWords(report) },
            { text: audienceWords(report.audience) },
            {
              text: `${formatInstant(report.changedAt)}${report.changedBy === null ? '' : ` by ${report.changedBy}`}`,
            },
          ])}
        />
      </section>
    )}
  </section>
)

const Frozen = ({ frozen, page, pages }: ReportsPageProps) => (
  <section>
    <h2 class="govuk-heading-m">Frozen reports</h2>
    {frozen.length === 0 ? (
      <EmptyState title="No frozen reports">
        <p>A report that is frozen keeps its figures for ever and gets a number.</p>
      </EmptyState>
    ) : (
      <section class="pl-table" aria-label="Frozen reports, the newest first" {...{ tabindex: 0 }}>
        <Table
          class="pl-list"
          caption="Frozen reports, the newest first"
          captionClass="govuk-visually-hidden"
          head={['Number', 'Report', 'Period', 'For', 'Frozen'].map((text) => ({ text }))}
          firstCellIsHeader
          rows={frozen.map((report) => [
            { text: report.number ?? '' },
            {
              text: (
                <>
                  <a class="govuk-link" href={`/reports/${report.id}`}>
                    {report.title}
                  </a>
                  {report.replacedBy === null ? '' : ` (replaced by report ${report.replacedBy})`}
                </>
              ),
            },
            { text: spanWords(report) },
            { text: audienceWords(report.audience) },
            { text: report.frozenAt === null ? '' : formatInstant(report.frozenAt) },
          ])}
        />
      </section>
    )}
    <NumberedPages page={page} pages={pages} addressOf={(to) => `/reports?page=${to}`} />
  </section>
)

export const ReportsPage = (props: ReportsPageProps) => (
  <>
    <h1 class="govuk-heading-l">Reports</h1>
    {props.drafts === undefined ? (
      ''
    ) : (
      <>
        <div class="govuk-button-group">
          <Button href="/reports/new">Start a report</Button>
          <a class="govuk-link" href="/reports/exports">
            Who took what out
          </a>
          <a class="govuk-link" href="/reports/evidence">
            Evidence pack
          </a>
          <a class="govuk-link" href="/reports/circulars">
            Learning circulars
          </a>
        </div>
        <Drafts drafts={props.drafts} />
      </>
    )}
    <Frozen {...props} />
  </>
)
