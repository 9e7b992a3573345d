/** The answer to an alert, beside the question whether it is enough. It stands in the thread as well. */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import { formatInstant } from '../format.ts'

export const Answers = ({ answers }: Pick<PageFacts, 'answers'>) =>
  answers.length === 0 ? null : (
    <>
      <h3 class="govuk-heading-s">The answer</h3>
      {answers.map(({ at, doer, words }) => (
        <blockquote class="pl-alert__answer">
          <p class="govuk-body pl-words">{words}</p>
          <p class="govuk-body-s">{`${doer}, ${formatInstant(at)}`}</p>
        </blockquote>
      ))}
    </>
  )
