/** Asks before a mapping is taken back. */
import type { Mapping } from '../../src/imports/map-store.ts'
import { BackLink } from '../components/back-link.tsx'
import { Button } from '../components/button.tsx'
import { Textarea } from '../components/textarea.tsx'
import { formatInstant, plural } from '../format.ts'
import { FormErrorSummary } from '../rounds/form-errors.tsx'
import { fromWords, toWords } from './mapping-words.ts'

export type UndoMappingPageProps = {
  mapping: Mapping
  csrf: string
  reason: string
  errors: Readonly<Record<string, string>>
}

export const UndoMappingPage = ({ mapping, csrf, reason, errors }: UndoMappingPageProps) => (
  <>
    <BackLink href="/imports/names">Historical names</BackLink>
    <FormErrorSummary errors={errors} />
    <span class="govuk-caption-l">
      {`Mapped by ${mapping.mappedByName ?? 'somebody'}, ${formatInstant(mapping.mappedAt)}`}
    </span>
    <h1 class="govuk-heading-l">Undo this mapping?</h1>
    <p class="govuk-body">
      {`What was imported as “${fromWords(mapping)}” will no longer be shown under ${toWords(mapping)}: ${plural(mapping.judgements, 'judgement')} when it was mapped, and whatever later imports have added. It stands under its own name again.`}
    </p>
    <form method="post" action={`/imports/names/${mapping.id}/undo`}>
      <input type="hidden" name="_csrf" value={csrf} />
      <Textarea
        name="reason"
        label="Why is it undone?"
        hint="Kept with the record, with your name"
        rows={3}
        value={reason}
        error={errors.reason}
      />
      <div class="govuk-button-group">
        <Button class="govuk-button--warning" preventDoubleClick>
          Undo the mapping
        </Button>
        <a class="govuk-link" href="/imports/names">
          Not now
        </a>
      </div>
    </form>
  </>
)
