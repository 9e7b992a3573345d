/** All imports of results, newest first, and the files that wait to be confirmed. */
import type { ImportPage } from '../../src/imports/history-store.ts'
import type { Upload } from '../../src/imports/upload-store.ts'
import { pageAddress } from '../components/address-with.ts'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { MorePages } from '../components/more-pages.tsx'
import { dateOf, formatCount, formatInstant, formatShortDate } from '../format.ts'

export type ImportListPageProps = {
  imports: readonly ImportPage[]
  uploads: readonly Upload[]
  page: number
  hasMore: boolean
}

const uploadStates: Record<Upload['state'], string> = {
  arriving: 'Arriving',
  arrived: 'To be read',
  reading: 'Being read',
  ready: 'To be confirmed',
  faulty: 'Has faults',
  working: 'Being brought in',
}

export const importStates: Record<ImportPage['state'], string> = {
  staged: 'Being brought in',
  imported: 'Imported',
  undone: 'Undone',
}

const nameOf = (fileName: string) => fileName.split('/').at(-1) ?? fileName

const Waiting = ({ uploads }: { uploads: readonly Upload[] }) => (
  <>
    <h2 class="govuk-heading-m">Waiting to be confirmed</h2>
    <DataTable
      id="waiting"
      caption="Files waiting to be confirmed"
      isCaptionHidden
      columns={[
        { header: 'File' },
        { header: 'Uploaded by' },
        { header: 'Uploaded' },
        { header: 'State' },
      ]}
      rows={uploads.map((upload) => [
        <a class="govuk-link" href={`/imports/${upload.id}`}>
          {upload.fileName}
        </a>,
        upload.uploadedByName ?? '–',
        formatInstant(upload.uploadedAt),
        uploadStates[upload.state],
      ])}
    />
  </>
)

export const ImportListPage = (props: ImportListPageProps) => (
  <>
    <h1 class="govuk-heading-l">Imports of past results</h1>
    <div class="govuk-button-group">
      <Button href="/imports/new">Bring in past results</Button>
      <a class="govuk-link" href="/imports/names">
        Historical names and today’s
      </a>
    </div>
    {props.uploads.length === 0 ? '' : <Waiting uploads={props.uploads} />}
    {props.imports.length === 0 ? (
      <EmptyState title={props.page > 1 ? 'No imports on this page' : 'Nothing has been imported'}>
        <p>
          {props.page > 1
            ? 'Go back to the first page.'
            : 'Past audits that were kept in a spreadsheet can be brought in, so that results show more than the last rounds.'}
        </p>
      </EmptyState>
    ) : (
      <>
        <h2 class="govuk-heading-m">Past imports</h2>
        <DataTable
          id="imports"
          caption="Past imports"
          isCaptionHidden
          columns={[
            { header: 'File' },
            { header: 'Imported by' },
            { header: 'Imported on' },
            { header: 'Audits', isNumber: true },
            { header: 'Judgements', isNumber: true },
            { header: 'State' },
          ]}
          rows={props.imports.map((row) => [
            <a class="govuk-link" href={`/imports/${row.id}`}>
              {nameOf(row.fileName)}
            </a>,
            row.importedByName ?? 'On the command line',
            formatShortDate(dateOf(row.importedAt)),
            formatCount(row.audits),
            formatCount(row.judgements),
            importStates[row.state],
          ])}
        />
      </>
    )}
    <MorePages
      page={props.page}
      hasMore={props.hasMore}
      addressOf={(to) => pageAddress('/imports', {}, to)}
    />
  </>
)
