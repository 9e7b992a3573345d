/** What else My work leads to: sharing good practice, and saying who acts for one while one is away. */

export type WorkWaysProps = {
  sharesGoodPractice: boolean
  mayBeCovered: boolean
}

export const WorkWays = ({ sharesGoodPractice, mayBeCovered }: WorkWaysProps) =>
  sharesGoodPractice || mayBeCovered ? (
    <ul class="govuk-list">
      {sharesGoodPractice ? (
        <li>
          <a class="govuk-link" href="/alerts/new">
            Share good practice
          </a>
        </li>
      ) : (
        ''
      )}
      {mayBeCovered ? (
        <li>
          {'Going on leave? '}
          <a class="govuk-link" href="/account/cover">
            Say who acts for you in practice alerts
          </a>
        </li>
      ) : (
        ''
      )}
    </ul>
  ) : null
