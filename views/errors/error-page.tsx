/** What went wrong and what to do next, in two sentences. */
export const ErrorPage = (props: { heading: string; text: string }) => (
  <div class="pl-narrow">
    <h1 class="govuk-heading-l">{props.heading}</h1>
    <p class="govuk-body">{props.text}</p>
    <p class="govuk-body">
      <a class="govuk-link" href="/">
        Go to My work
      </a>
    </p>
  </div>
)
