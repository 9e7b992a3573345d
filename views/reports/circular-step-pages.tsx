/** Steps that make a learning circular final or end it: publishing, withdrawing, discarding. Each asks once more. */
import type { StoredCircular } from '../../src/reports/circular-store.ts'
import type { CheckedCircular } from '../../src/reports/load-circular.ts'
import { plural } from '../format.ts'
import { StepPage } from '../programme/step-page.tsx'
import type { FormErrors } from '../rounds/form-errors.tsx'
import { CircularQuestions } from './circular-questions.tsx'
import { CircularSheetView } from './circular-sheet.tsx'

type StepProps = { circular: StoredCircular; csrf: string; errors: FormErrors }

const titleOf = ({ content }: StoredCircular) => content.words.title.trim() || 'Without a title'

export const IssueCircularPage = (
  props: StepProps & Pick<CheckedCircular, 'sheet' | 'check' | 'sources'>
) => {
  const { circular, check, sources } = props
  return (
    <StepPage
      caption={titleOf(circular)}
      title="Publish this circular?"
      back={{ href: `/reports/circulars/${circular.id}/write`, text: 'The draft' }}
      action={`/reports/circulars/${circular.id}/publish`}
      csrf={props.csrf}
      errors={props.errors}
      idOf={() => 'circular-sheet'}
      intro={
        <>
          <p class="govuk-body">
            {`Everybody who sees the council’s results can read it, and it stays as it is. ${
              sources.audits === 0
                ? 'It is not made of chosen findings.'
                : `Its findings come from ${plural(sources.audits, 'audit')}.`
            }`}
          </p>
          <p class="govuk-body">
            Read it once more as somebody of the smallest team would: could they tell whose family
            or whose work it is?
          </p>
          <CircularQuestions check={check} />
          <div id="circular-sheet">
            <CircularSheetView sheet={props.sheet} />
          </div>
        </>
      }
      button={check.refused.length > 0 ? undefined : 'Publish the circular'}
    >
      <input type="hidden" name="revision" value={circular.revision} />
    </StepPage>
  )
}

export const WithdrawCircularPage = (props: StepProps) => (
  <StepPage
    caption={titleOf(props.circular)}
    title="Withdraw this circular?"
    back={{ href: `/reports/circulars/${props.circular.id}`, text: 'The circular' }}
    action={`/reports/circulars/${props.circular.id}/withdraw`}
    csrf={props.csrf}
    errors={props.errors}
    intro={
      <p class="govuk-body">
        Only QA leads can open it afterwards. Copies that were taken out or printed stay where they
        are. It cannot be published again.
      </p>
    }
    button="Withdraw the circular"
    isWarning
  />
)

export const DiscardCircularPage = (props: StepProps) => (
  <StepPage
    caption={titleOf(props.circular)}
    title="Discard this draft?"
    back={{ href: `/reports/circulars/${props.circular.id}/write`, text: 'The draft' }}
    action={`/reports/circulars/${props.circular.id}/discard`}
    csrf={props.csrf}
    errors={props.errors}
    intro={<p class="govuk-body">Nobody can go on with it afterwards.</p>}
    button="Discard the draft"
    isWarning
  />
)
