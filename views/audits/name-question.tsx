/**
 * Asks, beside a field that was saved, whether a word in it is somebody's name. The button posts the form it stands in,
 * so that nothing typed on the page is lost.
 */
export type NameQuestionProps = {
  /** Of the place that the page comes back to, and that a save swaps. */
  id: string
  names: readonly string[] | undefined
}

/** The button's field: where the page comes back to, then the word. */
export const NotAName = ({ id, name }: { id: string; name: string }) => (
  <button
    type="submit"
    class="govuk-button govuk-button--secondary"
    name="not_a_name"
    value={`${id} ${name}`}
  >
    It is not a name<span class="govuk-visually-hidden">{`: ${name}`}</span>
  </button>
)

export const NameQuestion = ({ id, names = [] }: NameQuestionProps) => (
  <div
    id={`names-${id}`}
    class={names.length === 0 ? undefined : 'pl-name-question'}
    aria-live="polite"
  >
    {names.map((name) => (
      <div class="pl-name-question__one">
        <p class="govuk-body">
          <strong>{`Is ‘${name}’ somebody’s name?`}</strong>
          {
            ' What you wrote is saved. An audit names nobody: say who they are to the child instead, such as ‘the mother’.'
          }
        </p>
        <NotAName id={id} name={name} />
      </div>
    ))}
  </div>
)

/** Sent with the answer to a save. */
export const NameQuestionChange = (props: NameQuestionProps) => (
  <hx-partial hx-target={`#names-${props.id}`} hx-swap="outerMorph">
    <NameQuestion {...props} />
  </hx-partial>
)
