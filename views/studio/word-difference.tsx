/** Two wordings in one line: what was taken out and what was put in, marked by more than colour. */
import type { WordPart } from '../../src/studio/rules/worded-difference.ts'

const Part = ({ kind, text }: WordPart) => {
  if (kind === 'kept') return <>{text}</>
  const said = kind === 'in' ? '[put in: ' : '[taken out: '
  const words = (
    <>
      <span class="govuk-visually-hidden">{said}</span>
      {text}
      <span class="govuk-visually-hidden">] </span>
    </>
  )
  return kind === 'in' ? <ins>{words}</ins> : <del>{words}</del>
}

export const WordDifference = ({ parts }: { parts: readonly WordPart[] }) => (
  <span class="pl-diff">
    {parts.map((part) => (
      <Part {...part} />
    ))}
  </span>
)
