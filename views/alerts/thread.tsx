/** The life of an alert, oldest first: who did what, their words, and who was told. */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import { formatInstant } from '../format.ts'

export type Moment = PageFacts['moments'][number]

export const Moments = ({ moments }: { moments: readonly Moment[] }) => (
  <ol class="pl-story">
    {moments.map((moment) => (
      <li class="pl-story__moment">
        <p class="pl-story__at">{formatInstant(moment.at)}</p>
        <p class="govuk-body">
          <strong>{moment.doer}</strong>
          {` ${moment.sentence}`}
        </p>
        {moment.words === '' ? '' : <p class="govuk-body pl-words">{moment.words}</p>}
        {moment.aside === undefined ? '' : <p class="govuk-body pl-words">{moment.aside}</p>}
        {moment.told.length === 0 ? (
          ''
        ) : (
          <p class="govuk-body-s">{`Told: ${moment.told.join(', ')}`}</p>
        )}
      </li>
    ))}
  </ol>
)

export const Thread = ({ moments }: { moments: readonly Moment[] }) => (
  <section aria-labelledby="thread-title">
    <h2 class="govuk-heading-m" id="thread-title">
      What happened
    </h2>
    <Moments moments={moments} />
  </section>
)
