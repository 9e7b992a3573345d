/** Where a line of results breaks, in words: what changed between which rounds, who published it and why, and what to read. */
import type { Results } from '../../src/analytics/load-results.ts'
import { dateOf, formatDate } from '../format.ts'

type Break = Results['breaks'][number]

/** What the line is about: an item's question, or what the grade of the theme stands for. */
const subjectOf = ({ filters }: Results): string =>
  filters.item === '' ? 'what the grade of the theme stands for' : 'the question'

/** A few words for the chart and the table. */
export const breakLabel = (results: Results, { cause }: Pick<Break, 'cause'>): string => {
  if (cause === 'mixed') return 'Two versions'
  if (cause === 'scale') return 'Scale changed'
  return results.filters.item === '' ? 'Meaning changed' : 'Question changed'
}

/** What stands in the row of the later round: that of two versions, or the one after it, says which it is. */
export const breakMark = (results: Results, found: Break): string =>
  found.mixedRoundId !== undefined && found.mixedRoundId !== found.toRoundId
    ? 'After a round of two versions'
    : breakLabel(results, found)

const roundName = (results: Results, id: string): string =>
  results.figures.find(({ round }) => round.id === id)?.round.name ?? ''

/** `version 1-local.1, published on Friday 30 January 2026 by Priya Shah`. */
const publishedWords = (version: NonNullable<Break['since']>): string => {
  const by = version.publishedBy === null ? '' : ` by ${version.publishedBy}`
  return `version ${version.version}, published on ${formatDate(dateOf(version.publishedAt))}${by}`
}

const whatChanged = (results: Results, found: Break): string => {
  const from = roundName(results, found.fromRoundId)
  const to = roundName(results, found.toRoundId)
  if (found.mixedRoundId !== undefined) {
    const versions =
      found.versions === undefined ? '' : `, ${found.versions.from} and ${found.versions.to}`
    return `Audits of ${roundName(results, found.mixedRoundId)} were made with different versions${versions}, in which ${subjectOf(results)} is not the same. That round stands by itself and is compared with no other.`
  }
  const subject = found.cause === 'scale' ? 'the scale' : subjectOf(results)
  const since = found.since && ` Since ${to} it is that of ${publishedWords(found.since)}.`
  return `Between ${from} and ${to} ${subject} changed: they are not compared, and the chart does not join them.${since ?? ''}`
}

const whyWords = ({ reason, since }: Break): string => {
  const why = reason === '' ? (since?.note ?? '') : reason
  return why === '' ? '' : ` Why: “${why}”`
}

const compareHref = (theme: string, { from, to }: NonNullable<Break['versions']>): string =>
  `/rubrics/${encodeURIComponent(theme)}/compare?${new URLSearchParams({ from, to })}`

const Break = ({ results, found }: { results: Results; found: Break }) => (
  <p>
    <strong>{`${breakLabel(results, found)}. `}</strong>
    {whatChanged(results, found)}
    {found.mixedRoundId === undefined ? whyWords(found) : ''}
    {found.versions === undefined ? (
      ''
    ) : (
      <>
        {' '}
        <a
          class="govuk-link"
          href={compareHref(results.filters.theme, found.versions)}
        >{`See what changed from version ${found.versions.from} to ${found.versions.to}`}</a>
      </>
    )}
  </p>
)

/** With which version the item came or went, where it did not always stand in its rubric. */
const Story = ({ story }: Results) => (
  <>
    {story.firstIn === undefined ? (
      ''
    ) : (
      <p>{`This item is new with ${publishedWords(story.firstIn)}: its line begins there.`}</p>
    )}
    {story.leftOutIn === undefined ? (
      ''
    ) : (
      <p>{`This item is not asked any more since ${publishedWords(story.leftOutIn)}: its line ends with the last round that asked it.`}</p>
    )}
  </>
)

export const ResultsBreaks = ({ results }: { results: Results }) => {
  // A round of two versions breaks the line before and after it, and is told once.
  const told = results.breaks.filter(
    ({ mixedRoundId }, place) =>
      mixedRoundId === undefined ||
      results.breaks.findIndex((one) => one.mixedRoundId === mixedRoundId) === place
  )
  return (
    <div class="pl-breaks">
      <Story {...results} />
      {told.map((found) => (
        <Break results={results} found={found} />
      ))}
    </div>
  )
}

/** The breaks for those who do not see the chart. */
export const breaksDescription = (results: Results): string =>
  results.breaks
    .map(
      (found) =>
        ` A gap with a dashed line, “${breakLabel(results, found)}”, stands between ${roundName(results, found.fromRoundId)} and ${roundName(results, found.toRoundId)}: the bars on either side do not mean the same.`
    )
    .join('')
