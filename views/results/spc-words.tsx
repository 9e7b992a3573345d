/** What a chart over time shows, in sentences: what the average rests on, the signals, and where a pair of years differs. */
import type { ChartStretch, OverTime } from '../../src/analytics/load-over-time.ts'
import { plural } from '../format.ts'

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Rounds that a stretch has, and what of the average and the limits that allows. */
export const restsOn = (
  { points, state, centre, baseline }: ChartStretch,
  what: string
): string => {
  const since = baseline === undefined ? '' : ' since the new baseline'
  const rounds = plural(points.length, 'round')
  if (centre === undefined || state === 'none') {
    return `${rounds}${since} ${points.length === 1 ? 'has' : 'have'} enough audits for a share. An average and limits come with the sixth; until then no signal is named.`
  }
  if (state === 'trial') {
    return `On average ${percent(centre)} were ${what} over ${rounds}${since}. The limits are on trial: twelve rounds fix them.`
  }
  return `Average and limits are set by the first twelve rounds${since}, ${percent(centre)} ${what}, and later rounds are measured by them.`
}

const Signals = ({ sentences }: { sentences: readonly string[] }) => (
  <ul class="govuk-list govuk-list--bullet">
    {sentences.map((sentence) => (
      <li>{sentence}</li>
    ))}
  </ul>
)

const smallWords = (stretches: readonly ChartStretch[], shown: ReadonlySet<string>): string => {
  const small = stretches
    .flatMap(({ points }) => points)
    .filter(({ isSmall, figures }) => isSmall && shown.has(figures.round.id)).length
  if (small === 0) return ''
  return `${plural(small, 'round')} ${small === 1 ? 'is' : 'are'} too small for limits: ${small === 1 ? 'it stands' : 'they stand'} beside the line with ${small === 1 ? 'its' : 'their'} own 95% interval, and ${small === 1 ? 'is' : 'are'} part of no run.`
}

export type SpcWordsProps = {
  overTime: OverTime
  /** `good or better`, `answered yes`. */
  what: string
}

export const SpcWords = ({ overTime, what }: SpcWordsProps) => {
  const { stretches, shown } = overTime
  const latest = stretches.at(-1)
  if (!latest) return ''
  const { now, before } = overTime.sentences
  const small = smallWords(stretches, shown)
  return (
    <div class="pl-spc-words">
      <h2>What the line says</h2>
      {now.length > 0 ? (
        <Signals sentences={now} />
      ) : latest.centre === undefined ? (
        ''
      ) : (
        <p>
          <strong>No signal.</strong> The rounds shown move no more than chance explains.
        </p>
      )}
      {before.length === 0 ? (
        ''
      ) : (
        <>
          <p>Before that, on a line of its own:</p>
          <Signals sentences={before} />
        </>
      )}
      <p class="pl-muted">{`${restsOn(latest, what)} ${small}`.trim()}</p>
    </div>
  )
}

const DIFFERS = {
  line_only:
    'The line shows a change that the two years beside each other do not. Both are right: the line measures every round against the average of its first rounds and sees what keeps on one side, while the pair asks only whether one year differs from the year before by more than chance.',
  pair_only:
    'The two years beside each other differ by more than chance, and the line shows no signal. Both are right: the pair adds a year of audits up, while the line asks of single rounds, which are small, whether they stand out or keep on one side. Watch the next rounds.',
  opposite:
    'The line and the two years point different ways. Both are right: the line measures against the average of its first rounds, the pair against the year just before. Practice may stand above where it began and below where it was a year ago, or the other way round.',
} as const

/** Both are said, and why they differ (contracts.md §10). */
export const LineAndPairWords = ({ agreement }: Pick<OverTime, 'agreement'>) =>
  agreement === undefined || agreement === 'same' ? (
    ''
  ) : (
    <p class="govuk-inset-text">{DIFFERS[agreement]}</p>
  )
