/** Starting a rubric: from nothing, or from the file of another council. */
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { ErrorSummary } from '../components/error-summary.tsx'
import { FileUpload } from '../components/file-upload.tsx'
import { Input } from '../components/input.tsx'

export type NewDraftPageProps = {
  values: { key?: string | undefined; title?: string | undefined }
  errors: Readonly<Record<string, string>>
  /** Every fault of a file that was sent, a line each. */
  fileFaults: readonly string[]
  csrf: string
}

export const NewDraftPage = (props: NewDraftPageProps) => (
  <>
    <BackLink href="/rubrics">Rubrics</BackLink>
    {props.fileFaults.length > 0 ? (
      <ErrorSummary
        title="The file cannot be read as a rubric. Nothing was started."
        errors={props.fileFaults.map((text) => ({ text, href: '#file' }))}
      />
    ) : (
      ''
    )}
    {Object.keys(props.errors).length === 0 ? (
      ''
    ) : (
      <ErrorSummary
        errors={Object.entries(props.errors).map(([field, text]) => ({ text, href: `#${field}` }))}
      />
    )}
    <h1 class="govuk-heading-l">Start a rubric</h1>
    <p class="govuk-body">
      To change a rubric that there is, open it and choose "Start a draft". Here you start one that
      is not there yet, or bring in a file.
    </p>
    <h2>A new rubric</h2>
    <form method="post" action="/studio/new">
      <input type="hidden" name="_csrf" value={props.csrf} />
      <Input
        name="title"
        label={{ text: 'Title', class: 'govuk-label--s' }}
        hint="As people say it, such as Private fostering"
        value={props.values.title}
        error={props.errors.title}
      />
      <Input
        name="key"
        label={{ text: 'Key', class: 'govuk-label--s' }}
        hint="Lower-case letters, digits and _. It names the rubric in files and never changes, such as private_fostering"
        class="govuk-input--width-20"
        spellcheck={false}
        value={props.values.key}
        error={props.errors.key}
      />
      <Button>Start an empty draft</Button>
    </form>
    <h2>From a file</h2>
    <form method="post" action="/studio/new/file" enctype="multipart/form-data">
      <input type="hidden" name="_csrf" value={props.csrf} />
      <FileUpload
        name="file"
        label={{ text: 'Rubric file', class: 'govuk-label--s' }}
        hint="A .yaml file that this or another council downloaded. It becomes a draft: nothing is published until you say so."
        error={props.errors.file}
      />
      <Button class="govuk-button--secondary">Start a draft from the file</Button>
    </form>
  </>
)
