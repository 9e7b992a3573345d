/** What went wrong and what to do next, in two sentences; below it what was typed and not saved, for copying. */
export const ErrorPage = (props: {
  heading: string
  text: string
  typed?: readonly string[] | undefined
  next?: { readonly href: string; readonly text: string } | undefined
}) => (
  <div class="pl-narrow">
    <h1 class="govuk-heading-l">{props.heading}</h1>
    <p class="govuk-body">{props.text}</p>
    {props.typed === undefined || props.typed.length === 0 ? (
      ''
    ) : (
      <>
        <h2 class="govuk-heading-m">What you sent, for you to copy</h2>
        {props.typed.map((words) => (
          <div class="govuk-inset-text pl-words">{words}</div>
        ))}
      </>
    )}
    {props.next === undefined ? (
      ''
    ) : (
      <p class="govuk-body">
        <a class="govuk-link" href={props.next.href}>
          {props.next.text}
        </a>
      </p>
    )}
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        Go to My work
      </a>
    </p>
  </div>
)
