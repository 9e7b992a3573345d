/** A box for case references, typed or pasted. Nothing is added before the person has seen what was read. */
import { Button } from '../components/button.tsx'
import { Textarea } from '../components/textarea.tsx'

export type CasePasteFormProps = {
  roundId: string
  csrf: string
  references?: string | undefined
  error?: string | undefined
}

export const CasePasteForm = (props: CasePasteFormProps) => (
  <form method="post" action={`/rounds/${props.roundId}/cases`} novalidate>
    <input type="hidden" name="_csrf" value={props.csrf} />
    <Textarea
      name="references"
      label={{ text: 'Case references', class: 'govuk-label--s' }}
      hint="The case system’s references, never a child’s name. One a line, or separated by commas: you can paste a column of a spreadsheet."
      rows={6}
      spellcheck={false}
      value={props.references}
      error={props.error}
      class="govuk-!-width-one-half"
    />
    <Button class="govuk-button--secondary" preventDoubleClick>
      Check these references
    </Button>
  </form>
)
