/** Giving a list of people, as a file or pasted: what it has to be like, and nothing is written by it yet. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { DataTable } from '../components/data-table.tsx'
import { FileUpload } from '../components/file-upload.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatCount } from '../format.ts'
import { FormErrorSummary, type FormErrors } from '../rounds/form-errors.tsx'

export type PeopleImportPageProps = {
  csrf: string
  /** As pasted. */
  list: string
  errors: FormErrors
  mostPeople: number
  roles: readonly string[]
}

const columns = (roles: readonly string[]) => [
  ['email', 'Yes', 'The address with which they sign in. It tells who is known already'],
  ['name', 'Yes', 'As people know them'],
  ['roles', 'Yes', `One or several, divided by semicolons: ${roles.join(', ')}`],
  ['job_title', '', 'Beside the name. Without the column, what is stored stays'],
  [
    'team',
    '',
    'A team or service that is open, by its name; an empty cell means none. Without the column, what is stored stays',
  ],
]

export const PeopleImportPage = (props: PeopleImportPageProps) => (
  <>
    <BackLink href="/admin/people">People</BackLink>
    <FormErrorSummary errors={props.errors} />
    <h1 class="govuk-heading-l">Bring in a list of people</h1>
    <p class="govuk-body">
      You see who would be new and what would change before anything is written. Nobody who is not
      in the list is touched.
    </p>
    <form method="post" action="/admin/people/import" enctype="multipart/form-data">
      <input type="hidden" name="_csrf" value={props.csrf} />
      <FileUpload
        name="file"
        label={{ text: 'A CSV file', class: 'govuk-label--s' }}
        hint={`Saved as CSV UTF-8; at most 512 KB and ${formatCount(props.mostPeople)} people`}
        error={props.errors.file}
        attributes={{ accept: '.csv,text/csv,text/plain' }}
      />
      <Button preventDoubleClick>Look at the file</Button>
    </form>
    <form method="post" action="/admin/people/import" novalidate>
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Textarea
        name="list"
        label={{ text: 'Or paste it', class: 'govuk-label--s' }}
        hint="With its first row of column names, copied from a spreadsheet or a CSV file"
        rows={6}
        spellcheck={false}
        value={props.list}
        error={props.errors.list}
      />
      <Button class="govuk-button--secondary" preventDoubleClick>
        Look at what is pasted
      </Button>
    </form>
    <h2 class="govuk-heading-m">What it has to be like</h2>
    <p class="govuk-body">
      Columns may stand in any order. Commas, semicolons and tabs are all read.{' '}
      <a class="govuk-link" href="/admin/people/list.csv">
        Download everybody as CSV
      </a>{' '}
      to begin with.
    </p>
    <DataTable
      id="columns"
      caption="Columns"
      columns={[{ header: 'Column' }, { header: 'Needed' }, { header: 'What it says' }]}
      rows={columns(props.roles).map(([name, needed, help]) => [<code>{name}</code>, needed, help])}
    />
  </>
)
