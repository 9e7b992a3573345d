/** Choosing a results file to look at: what it has to be like, and nothing is brought in by it yet. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Checkboxes } from '../components/checkboxes.tsx'
import { DataTable } from '../components/data-table.tsx'
import { FileUpload } from '../components/file-upload.tsx'
import { InsetText } from '../components/inset-text.tsx'
import { FormErrorSummary } from '../rounds/form-errors.tsx'

export type UploadPageProps = {
  csrf: string
  /** `40 MB`, `250,000 rows`. */
  mostBytes: string
  mostRows: string
  isReplacing: boolean
  errors: Readonly<Record<string, string>>
  columns: readonly { name: string; isNeeded: boolean; help: string }[]
}

export const UploadPage = (props: UploadPageProps) => (
  <>
    <BackLink href="/imports">Imports</BackLink>
    <FormErrorSummary errors={props.errors} />
    <h1 class="govuk-heading-l">Bring in past results</h1>
    <p class="govuk-body">
      Choose a CSV file with one row for each judgement. You see what it would do before anything is
      brought in.
    </p>
    <form method="post" action="/imports/new" enctype="multipart/form-data">
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Checkboxes
        name="replace"
        idPrefix="replace"
        items={[
          {
            text: 'Replace audits that are there with other content',
            value: 'yes',
            checked: props.isReplacing,
            hint: 'Only for a corrected file. The preview shows old and new before anything changes.',
          },
        ]}
      />
      <FileUpload
        name="file"
        label={{ text: 'Results file', class: 'govuk-label--m' }}
        hint={`CSV, saved as UTF-8; at most ${props.mostBytes} and ${props.mostRows}`}
        error={props.errors.file}
        attributes={{ accept: '.csv,text/csv,text/plain' }}
      />
      <Button preventDoubleClick>Look at the file</Button>
    </form>
    <h2 class="govuk-heading-m">What the file has to be like</h2>
    <p class="govuk-body">
      Columns may stand in any order. Commas, semicolons and tabs are all read.{' '}
      <a class="govuk-link" href="/imports/example.csv" download>
        Download an example file
      </a>
    </p>
    <InsetText>Never a child’s name: give the case system’s reference.</InsetText>
    <DataTable
      id="columns"
      caption="Columns"
      columns={[{ header: 'Column' }, { header: 'Needed' }, { header: 'What it says' }]}
      rows={props.columns.map(({ name, isNeeded, help }) => [
        <code>{name}</code>,
        isNeeded ? 'Yes' : '',
        help,
      ])}
    />
  </>
)
