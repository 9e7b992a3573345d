/** Asks before an import is undone: what goes, what comes back, and why. */
import type { ImportPage, UndoCounts } from '../../src/imports/history-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Textarea } from '../components/textarea.tsx'
import { plural } from '../format.ts'
import { FormErrorSummary } from '../rounds/form-errors.tsx'

export type UndoImportPageProps = {
  row: ImportPage
  counts: UndoCounts
  csrf: string
  reason: string
  errors: Readonly<Record<string, string>>
}

export const UndoImportPage = ({ row, counts, csrf, reason, errors }: UndoImportPageProps) => {
  const later = row.audits - counts.audits
  return (
    <>
      <BackLink href={`/imports/${row.id}`}>The import</BackLink>
      <FormErrorSummary errors={errors} />
      <span class="govuk-caption-l">{row.fileName.split('/').at(-1)}</span>
      <h1 class="govuk-heading-l">Undo this import?</h1>
      <ul class="govuk-list govuk-list--bullet">
        <li>
          {`${plural(counts.audits, 'audit')} with ${plural(counts.judgements, 'judgement')} in ${plural(counts.rounds, 'round')} will no longer count.`}
        </li>
        {counts.restored > 0 ? (
          <li>{`${plural(counts.restored, 'audit')} that it replaced will count again.`}</li>
        ) : (
          ''
        )}
        {later > 0 ? (
          <li>
            {`${plural(later, 'audit')} of it ${later === 1 ? 'was' : 'were'} replaced by a later import and ${later === 1 ? 'stays' : 'stay'} as that import has ${later === 1 ? 'it' : 'them'}.`}
          </li>
        ) : (
          ''
        )}
        <li>
          Nothing is deleted. What is taken out is kept, and the same file can be imported again.
        </li>
      </ul>
      <form method="post" action={`/imports/${row.id}/undo`}>
        <input type="hidden" name="_csrf" value={csrf} />
        <Textarea
          name="reason"
          label={{ text: 'Why is it undone?' }}
          hint="Kept with the record, with your name. No names of children."
          rows={3}
          value={reason}
          error={errors.reason}
        />
        <div class="govuk-button-group">
          <Button class="govuk-button--warning" preventDoubleClick>
            Undo the import
          </Button>
          <a class="govuk-link" href={`/imports/${row.id}`}>
            Not now
          </a>
        </div>
      </form>
    </>
  )
}
