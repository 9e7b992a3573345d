/** What stands above an audit while the child may not be safe: ring first, whom it went to, and who was told. */
import { ToldForm, type ToldFormProps } from './told-form.tsx'

export type SafetyPanelProps = {
  /** Undefined: there is no notice, and the panel is an empty place that a save can fill. */
  notice:
    | {
        id: string
        state: 'open' | 'decided' | 'closed'
        told: number
        /** The notice went to these; the managers first. */
        sentTo: readonly string[]
      }
    | undefined
  /** Given on the page that asks whether the child is safe. */
  form?: Omit<ToldFormProps, 'action' | 'from'> | undefined
  /** Somebody was just recorded as told: said in the panel, which takes the focus. */
  justTold?: boolean
  /** Where the form is, for the other pages of the audit. */
  place: string
}

const noticeAddress = (id: string): string => `/safety-notices/${id}`

const Untold = ({
  notice,
  form,
  place,
}: SafetyPanelProps & { notice: NonNullable<SafetyPanelProps['notice']> }) => (
  <>
    <div role="alert">
      <h2 class="govuk-heading-m">Ring first. Then record whom you rang and when.</h2>
      <p class="govuk-body">
        A safety notice is open for this child. It cannot be taken back, and this audit cannot be
        submitted until it is recorded who was told.
      </p>
    </div>
    {notice.sentTo.length === 0 ? (
      ''
    ) : (
      <p class="govuk-body">{`The notice went to ${notice.sentTo.join(', ')}.`}</p>
    )}
    {form === undefined ? (
      <p class="govuk-body">
        <a class="govuk-link" href={place}>
          Record who was told
        </a>
      </p>
    ) : (
      <ToldForm {...form} action={`${noticeAddress(notice.id)}/told`} from="audit" />
    )}
  </>
)

export const SafetyPanel = (props: SafetyPanelProps) => {
  const { notice } = props
  if (notice === undefined) return <div id="safety-panel"></div>
  const isLive = notice.state !== 'closed'
  const mustTell = isLive && notice.told === 0
  return (
    <div id="safety-panel" class={mustTell ? 'pl-safety pl-safety--ring' : 'pl-safety'}>
      {props.justTold ? (
        <p class="govuk-body" role="status" tabindex={-1} autofocus>
          <strong>It is recorded who was told.</strong>
        </p>
      ) : (
        ''
      )}
      {mustTell ? (
        <Untold {...props} notice={notice} />
      ) : (
        <h2 class="govuk-heading-s">
          {isLive ? 'A safety notice is open for this child' : 'The safety notice is closed'}
        </h2>
      )}
      {isLive && !mustTell && notice.sentTo.length > 0 ? (
        <p class="govuk-body">{`The notice went to ${notice.sentTo.join(', ')}.`}</p>
      ) : (
        ''
      )}
      {isLive && notice.told > 0 && props.form !== undefined ? (
        <details
          class="govuk-details"
          open={Object.keys(props.form.errors ?? {}).length > 0 || props.form.asksForStaff}
        >
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">Record somebody else who was told</span>
          </summary>
          <div class="govuk-details__text">
            <ToldForm {...props.form} action={`${noticeAddress(notice.id)}/told`} from="audit" />
          </div>
        </details>
      ) : (
        ''
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={noticeAddress(notice.id)}>
          See the safety notice
        </a>
      </p>
    </div>
  )
}
