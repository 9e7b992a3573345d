/** Of a child at immediate risk: who was rung, who has seen it, and when it goes further up. */
import type { PageFacts } from '../../src/alerts/rules/page-facts.ts'
import { formatInstant } from '../format.ts'

export const Calls = ({ rang }: Pick<PageFacts, 'rang'>) => (
  <section aria-labelledby="rang-title">
    <h2 class="govuk-heading-m" id="rang-title">
      Who was rung
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {rang.map((call) => (
        <li>{`${call.name}, ${call.role}: ${formatInstant(call.rangAt)} (recorded by ${call.byName})`}</li>
      ))}
    </ul>
  </section>
)

export const Acknowledgements = ({
  addressees,
  goesUpAt,
}: Pick<PageFacts, 'addressees'> & {
  /** Undefined once somebody who answers for it has acknowledged it, and at the top of the line. */
  goesUpAt: string | undefined
}) => (
  <section aria-labelledby="acknowledged-title">
    <h2 class="govuk-heading-s" id="acknowledged-title">
      Acknowledged
    </h2>
    <ul class="govuk-list govuk-list--bullet">
      {addressees.map(({ name, acknowledgedAt }) => (
        <li>
          {acknowledgedAt === null
            ? `${name}: not acknowledged yet`
            : `${name}: acknowledged ${formatInstant(acknowledgedAt)}`}
        </li>
      ))}
    </ul>
    {goesUpAt === undefined ? (
      ''
    ) : (
      <p class="govuk-body">{`If nobody acknowledges it by ${formatInstant(goesUpAt)}, it goes up the line.`}</p>
    )}
  </section>
)
