/** What is asked about and what is refused in the words of a learning circular. */
import type { CircularCheck } from '../../src/reports/rules/circular-check.ts'

export const CircularQuestions = ({ check }: { check: CircularCheck }) =>
  check.refused.length === 0 && check.names.length === 0 ? null : (
    <div class="pl-report__asked" role="note">
      {check.refused.length === 0 ? (
        ''
      ) : (
        <>
          <p class="govuk-body">
            <strong>Before it can be published:</strong>
          </p>
          <ul class="govuk-list govuk-list--bullet">
            {check.refused.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        </>
      )}
      {check.names.length === 0 ? (
        ''
      ) : (
        <p class="govuk-body">
          {`Is this somebody’s name: ${check.names.join(', ')}? A circular names no child, no family and nobody who works here. Take it out, or leave it if it is no name.`}
        </p>
      )}
    </div>
  )
