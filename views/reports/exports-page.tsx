/** Who took which report out of the product, when and in which format. */
import type { ReportExport } from '../../src/reports/export-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { NumberedPages } from '../components/numbered-pages.tsx'
import { Table } from '../components/table.tsx'
import { formatInstant } from '../format.ts'
import { audienceWords, numberWords } from './report-words.ts'

const formats: Readonly<Record<string, string>> = {
  docx: 'Word',
  xlsx: 'Excel',
  csv: 'CSV',
  'alerts.csv': 'CSV of practice alerts',
  json: 'JSON',
  html: 'Web page',
}

export const ExportsPage = (props: {
  exports: readonly ReportExport[]
  page: number
  pages: number
}) => (
  <>
    <BackLink href="/reports">Reports</BackLink>
    <h1 class="govuk-heading-l">Who took what out</h1>
    {props.exports.length === 0 ? (
      <EmptyState title="Nothing has been taken out">
        <p>Each time somebody takes a report out as a file, it is listed here.</p>
      </EmptyState>
    ) : (
      <section
        class="pl-table"
        aria-label="Reports taken out, the latest first"
        {...{ tabindex: 0 }}
      >
        <Table
          class="pl-list"
          caption="Reports taken out, the latest first"
          captionClass="govuk-visually-hidden"
          head={['When', 'Who', 'Report', 'For', 'Format'].map((text) => ({ text }))}
          rows={props.exports.map((one) => [
            { text: formatInstant(one.at) },
            { text: one.by ?? 'A command' },
            {
              text: (
                <a class="govuk-link" href={`/reports/${one.reportId}`}>
                  {`${numberWords(one)}: ${one.title}`}
                </a>
              ),
            },
            { text: audienceWords(one.audience) },
            { text: formats[one.format] ?? one.format },
          ])}
        />
      </section>
    )}
    <NumberedPages
      page={props.page}
      pages={props.pages}
      addressOf={(to) => `/reports/exports?page=${to}`}
    />
  </>
)
