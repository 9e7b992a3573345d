/** What a chart over time shows, in sentences: what the average rests on, the signals, and where a pair of years differs. */
import type { ChartStretch, OverTime } from '../../src/analytics/load-over-time.ts'
import { formatCount, plural } from '../format.ts'

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** Of a median in its unit. */
export const numberWords = (value: number, unit: string | undefined): string =>
  `${formatCount(Math.round(value * 10) / 10)}${unit === undefined ? '' : ` ${unit}`}`

/** Rounds that a stretch has, and what of the average and the limits that allows. */
export const restsOn = (
  { points, line, state, centre, baseline }: ChartStretch,
  what: string
): string => {
  const since = baseline === undefined ? '' : ' since the new baseline'
  const rounds = plural(points.length, 'round')
  if (centre === undefined || state === 'none') {
    return `${rounds}${since} ${points.length === 1 ? 'has' : 'have'} enough audits for a share. An average and limits come with the sixth; until then no signal is named.`
  }
  if (line.length === 0) {
    return `On average ${percent(centre)} were ${what} over ${rounds}${since}; limits need rounds in which five or more are to be expected on either side.`
  }
  if (state === 'trial') {
    return `On average ${percent(centre)} were ${what} over ${rounds}${since}. The limits are on trial: twelve rounds fix them.`
  }
  return `Average and limits are set by the first twelve rounds${since}, ${percent(centre)} ${what}, and later rounds are measured by them.`
}

/** Medians that take two or three values only make limits that are rough. */
const FEWEST_VALUES = 4

/** The same of a number: limits rest on how far one median is from the next. */
export const numberRestsOn = (
  { points, state, centre, baseline }: ChartStretch,
  unit: string | undefined
): string => {
  const since = baseline === undefined ? '' : ' since the new baseline'
  const rounds = plural(points.length, 'round')
  if (centre === undefined || state === 'none') {
    return `${rounds}${since} ${points.length === 1 ? 'has' : 'have'} enough answers for a median. An average and limits come with the sixth; until then no signal is named.`
  }
  const average = `The average of the rounds’ medians is ${numberWords(centre, unit)}`
  if (points.every(({ limits }) => limits === undefined)) {
    return `${average}. The medians did not move from round to round, so that there is nothing to make limits of.`
  }
  const values = new Set(points.map(({ value }) => value)).size
  const rough =
    values < FEWEST_VALUES
      ? ` The median takes only ${formatCount(values)} values here: such limits are rough.`
      : ''
  const method =
    'Limits lie 2.66 times the average step from one median to the next on either side of it (an XmR chart)'
  return state === 'trial'
    ? `${average} over ${rounds}${since}. ${method}; they are on trial, and twelve rounds fix them.${rough}`
    : `${average} over the first twelve rounds${since}. ${method}.${rough}`
}

const times = (spread: number): string => spread.toFixed(1)

/** Which limits these are, where they are not the usual ones or could be others. */
const limitWords = ({ isLaney, spread }: ChartStretch, asked: OverTime['limits']): string => {
  if (!isLaney || spread === undefined) return ''
  const why = `Rounds differ from one to the next ${times(spread)} times as much as chance alone makes them differ`
  if (asked === 'auto') {
    return `Wider limits are used (Laney’s p′). ${why}; in rounds this large limits for chance alone would call that a signal again and again.`
  }
  return spread < 1
    ? `Laney’s p′ limits were asked for. ${why}, so that these limits are narrower than those for chance alone: read their signals with care.`
    : `Laney’s p′ limits were asked for. ${why}, and the limits are so many times as wide.`
}

/** The run chart's two tests, said whether they find something or not. */
const RunsWords = ({
  overTime,
  words,
}: {
  overTime: OverTime
  words: (value: number) => string
}) => {
  const { runs } = overTime
  if (runs === undefined) return ''
  const { useful, longestRun, mostInRun, crossings, fewestCrossings, median, isSignal } = runs
  const found = [
    longestRun > mostInRun ? `${formatCount(longestRun)} rounds running on one side of it` : '',
    crossings < fewestCrossings ? `the line crosses it ${timesWords(crossings)} only` : '',
  ].filter((part) => part !== '')
  return (
    <p>
      <strong>
        {isSignal ? 'Runs, without limits: a signal. ' : 'Runs, without limits: no signal. '}
      </strong>
      {isSignal ? `About the middle round (${words(median)}), ${found.join(', and ')}. ` : ''}
      {`Of ${plural(useful, 'round')} above or below the middle one (${words(median)}), the longest run on one side is ${formatCount(longestRun)}, and chance explains up to ${formatCount(mostInRun)}; the line crosses ${timesWords(crossings)}, and chance explains ${formatCount(fewestCrossings)} or more.`}
    </p>
  )
}

const timesWords = (count: number): string =>
  count === 1
    ? 'once'
    : count === 2
      ? 'twice'
      : count === 0
        ? 'never'
        : `${formatCount(count)} times`

const ASSURANCE = {
  consistently_passes:
    'lies below the lower limit: as practice is now, rounds are expected to reach it every time.',
  hit_and_miss:
    'lies between the limits: as practice is now, chance decides which rounds reach it.',
  consistently_fails:
    'lies above the upper limit: as practice is now, no round is expected to reach it. Practice has to change, or the target.',
} as const

const TargetWords = ({ overTime }: { overTime: OverTime }) => {
  const { target: found, sentences } = overTime
  if (found === undefined) return ''
  const { target, assurance, limits, reached, of } = found
  const did = `${formatCount(reached)} of ${plural(of, 'round')} on this line reached it.`
  return (
    <p>
      <strong>{`Target ${target}%. `}</strong>
      {assurance === undefined || limits === undefined
        ? `${did} Whether rounds are expected to reach it is said when there are limits.`
        : `It ${ASSURANCE[assurance]} The limits of the latest round are ${percent(limits.lower)} to ${percent(limits.upper)}; ${did}${sentences.now.length === 0 ? '' : ' The line has a signal, so that practice may no longer be what these limits rest on.'}`}
    </p>
  )
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

/** Chance is ruled out or not for rounds that have limits, and for no others. */
const NoSignal = ({ latest, shown }: { latest: ChartStretch; shown: ReadonlySet<string> }) => {
  const rounds = (some: ChartStretch['points']) =>
    some.filter(({ figures }) => shown.has(figures.round.id)).length
  const [all, limited] = [rounds(latest.points), rounds(latest.line)]
  if (all === 0) return ''
  if (limited === 0) {
    return (
      <p>
        <strong>Too small to say.</strong> No round shown is large enough for limits: whether this
        line moves by more than chance, single rounds cannot tell.
      </p>
    )
  }
  return (
    <p>
      <strong>No signal.</strong>{' '}
      {limited === all
        ? 'The rounds shown move no more than chance explains.'
        : `${plural(limited, 'round')} of the ${formatCount(all)} shown ${limited === 1 ? 'is' : 'are'} large enough for limits, and ${limited === 1 ? 'moves' : 'move'} no more than chance explains.`}
    </p>
  )
}

export type SpcWordsProps = {
  overTime: OverTime
  /** `good or better`, `answered yes`. */
  what: string
  /** Of a number. */
  unit?: string | undefined
}

export const SpcWords = ({ overTime, what, unit }: SpcWordsProps) => {
  const { stretches, shown } = overTime
  const isNumber = overTime.results.judged === 'number'
  const words = (value: number) => (isNumber ? numberWords(value, unit) : percent(value))
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
        <NoSignal latest={latest} shown={shown} />
      )}
      {before.length === 0 ? (
        ''
      ) : (
        <>
          <p>Before that, on a line of its own:</p>
          <Signals sentences={before} />
        </>
      )}
      <RunsWords overTime={overTime} words={words} />
      <TargetWords overTime={overTime} />
      {latest.isLaney ? <p>{limitWords(latest, overTime.limits)}</p> : ''}
      <p class="pl-muted">
        {`${isNumber ? numberRestsOn(latest, unit) : restsOn(latest, what)} ${small}`.trim()}
      </p>
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
