/** The one page of a learning circular, as it is read and printed. */
import type { CircularSheet } from '../../src/reports/rules/circular.ts'

const Points = ({ title, points }: { title: string; points: readonly string[] }) =>
  points.length === 0 ? null : (
    <section class="pl-circular__part">
      <h2 class="govuk-heading-m">{title}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {points.map((point) => (
          <li>{point}</li>
        ))}
      </ul>
    </section>
  )

export const CircularSheetView = ({ sheet }: { sheet: CircularSheet }) => (
  <div class="pl-circular">
    <Points title="What is strong" points={sheet.strong} />
    <Points title="What to change" points={sheet.change} />
    {sheet.looks.length === 0 ? (
      ''
    ) : (
      <section class="pl-circular__part">
        <h2 class="govuk-heading-m">What good looks like</h2>
        <dl class="pl-circular__looks">
          {sheet.looks.map(({ short, words }) => (
            <>
              <dt>{short}</dt>
              <dd>{words}</dd>
            </>
          ))}
        </dl>
      </section>
    )}
    <Points title="What to do next" points={sheet.next} />
  </div>
)
