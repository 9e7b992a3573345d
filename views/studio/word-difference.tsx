/** Two wordings in one line: what was taken out and what was put in, marked by more than colour. */
import { diffWords } from 'diff'

export const WordDifference = (props: {
  before: string | undefined
  after: string | undefined
}) => (
  <span class="pl-diff">
    {diffWords(props.before ?? '', props.after ?? '').map(({ value, added, removed }) =>
      added ? (
        <ins>
          <span class="govuk-visually-hidden">[put in: </span>
          {value}
          <span class="govuk-visually-hidden">] </span>
        </ins>
      ) : removed ? (
        <del>
          <span class="govuk-visually-hidden">[taken out: </span>
          {value}
          <span class="govuk-visually-hidden">] </span>
        </del>
      ) : (
        value
      )
    )}
  </span>
)
