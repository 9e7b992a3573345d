/** The sentence with which results begin: the last twelve months against the twelve before, and what that shows. */
import type { Results } from '../../src/analytics/load-results.ts'
import type { Comparison, TwelveMonths } from '../../src/analytics/rules/comparison.ts'
import { formatCount, plural } from '../format.ts'
import { intervalWords } from './share-words.ts'

export type ResultsSentenceProps = {
  comparison: Comparison
  /** A grade is good or better; a measure is answered yes. */
  judged: 'grade' | 'yes_no'
  /** What was counted: `good or better`, `answered yes`. */
  what: string
  /** From how many audits a share is given, and under how many it is a very small sample. */
  fewest: number
  small: number
  /** Rounds in these figures that are still open, by name. */
  openRounds?: readonly string[]
}

const VERDICTS = {
  grade: {
    improved: 'That is an improvement: the rise is more than chance explains.',
    declined: 'That is a decline: the fall is more than chance explains.',
    'no clear change': 'There is no clear change. This may be chance.',
  },
  yes_no: {
    improved: 'That is a rise: it is more than chance explains.',
    declined: 'That is a fall: it is more than chance explains.',
    'no clear change': 'There is no clear change. This may be chance.',
  },
} as const

const ofN = ({ n, figures }: TwelveMonths) => `${formatCount(figures.count)} of ${formatCount(n)}`

const Last = (props: ResultsSentenceProps & { months: TwelveMonths }) => {
  const { months, comparison, fewest, small } = props
  const { n, figures } = months
  const verb = n === 1 || figures.count === 1 ? 'was' : 'were'
  if (n < fewest) {
    return (
      <>
        {`In the last twelve months ${ofN(months)} ${n === 1 ? 'audit' : 'audits'} ${verb} ${props.what}: too few for a percentage.`}
      </>
    )
  }
  const cases = comparison.isOfAllCases ? '' : ' of those audited'
  const sample = n < small ? ', a very small sample' : ''
  return (
    <>
      {`In the last twelve months ${ofN(months)} audits ${verb} ${props.what} (${figures.percent}%${cases}, 95% interval ${intervalWords(figures)}${sample}).`}
    </>
  )
}

const Before = (props: ResultsSentenceProps & { months: TwelveMonths }) => {
  const { n, figures } = props.months
  const verb = figures.count === 1 ? 'was' : 'were'
  const share =
    n < props.fewest
      ? ': too few for a percentage'
      : ` (${figures.percent}%, ${intervalWords(figures)})`
  return <>{` In the twelve months before, ${ofN(props.months)} ${verb}${share}.`}</>
}

const openWords = (rounds: readonly string[]): string => {
  const last = rounds.at(-1)
  if (last === undefined) return ''
  return rounds.length === 1
    ? ` ${last} is still open: not all of its audits are in.`
    : ` ${rounds.slice(0, -1).join(', ')} and ${last} are still open: not all of their audits are in.`
}

export const ResultsSentence = (props: ResultsSentenceProps) => {
  const { last, before, verdict, isCut } = props.comparison
  return (
    <p class="pl-lead">
      {last ? (
        <Last {...props} months={last} />
      ) : (
        'In the last twelve months nothing of this was audited.'
      )}
      {before ? (
        <Before {...props} months={before} />
      ) : isCut ? (
        ''
      ) : last ? (
        ' There is nothing in the twelve months before to compare with.'
      ) : (
        ''
      )}
      {verdict === undefined ? (
        ''
      ) : (
        <>
          {' '}
          <strong>{VERDICTS[props.judged][verdict]}</strong>
        </>
      )}
      {openWords(props.openRounds ?? [])}
      {isCut
        ? ' This is not compared with another twelve months: rounds of these two years do not all mean the same. Only those that mean what the latest one means are counted here.'
        : ''}
    </p>
  )
}

/** Open rounds of the kind shown that have audits in these figures. */
export const openRoundsOf = ({ filters, rounds, tallies }: Results): string[] =>
  rounds
    .filter(
      ({ id, kind, isOpen }) =>
        isOpen === true && kind === filters.kind && tallies.some(({ roundId }) => roundId === id)
    )
    .map(({ name }) => name)

export type StepsSentenceProps = {
  steps: readonly {
    readonly verdict: 'improved' | 'declined' | 'no clear change' | 'not comparable'
  }[]
}

/** How many pairs were compared: of many, some look like a change by chance alone. Pairs that do not mean the same are not among them. */
export const StepsSentence = ({ steps }: StepsSentenceProps) => {
  const ups = steps.filter((step) => step.verdict === 'improved').length
  const downs = steps.filter((step) => step.verdict === 'declined').length
  const cut = steps.filter((step) => step.verdict === 'not comparable').length
  const compared = steps.length - cut
  const told =
    compared === 0
      ? ''
      : `${plural(compared, 'pair')} of rounds, one after the other, ${compared === 1 ? 'was' : 'were'} compared: ${formatCount(ups)} improved and ${formatCount(downs)} declined. About one pair in twenty looks like a change by chance alone.`
  const left =
    cut === 0
      ? ''
      : `${plural(cut, 'pair')} ${cut === 1 ? 'was' : 'were'} not compared, because the two rounds do not mean the same.`
  return <p class="pl-muted">{`${told} ${left}`.trim()}</p>
}
