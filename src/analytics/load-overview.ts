/** Reads what needs attention now, in the order in which it does. Three queries beside the frame's. */

import type { Db } from '../db/schema.ts'
import { addDays } from '../people/rules/add-days.ts'
import { type Attention, countAttention, listThemeTallies } from './attention-store.ts'
import type { Frame } from './load-frame.ts'
import { repeatGroups } from './load-repeat.ts'
import type { Reader } from './load-results.ts'
import { listRepeatMasks, MOST_ROUNDS } from './repeat-store.ts'
import { type Comparison, compareTwelveMonths } from './rules/comparison.ts'
import { newcombe } from './rules/newcombe.ts'
import { monthsBefore } from './rules/period.ts'
import { repeatsOf } from './rules/repeat-finding.ts'
import { figuresOf } from './rules/round-figures.ts'

export type Decline = {
  readonly theme: string
  readonly label: string
  readonly last: NonNullable<Comparison['last']>
  readonly before: NonNullable<Comparison['before']>
  /** Of the difference, as fractions. */
  readonly low: number
  readonly high: number
}

export type Overview = {
  readonly attention: Attention
  readonly declines: readonly Decline[]
  /** How many themes could be compared. */
  readonly compared: number
  /** Undefined for those who see the whole council only. */
  readonly repeats: number | undefined
  readonly openTeams: number
  readonly since: string
}

const declinesOf = async (db: Db, frame: Frame) => {
  const since = monthsBefore(frame.today, 24)
  const rounds = frame.everyRound.filter(({ kind, date }) => kind === 'learning' && date > since)
  const tallies = await listThemeTallies(
    db,
    frame.themes.map(({ key }) => key),
    rounds.map(({ id }) => id)
  )
  const byTheme = Map.groupBy(tallies, ({ theme }) => theme)
  const compared = frame.themes.flatMap(({ key, label }) => {
    const byRound = Map.groupBy(byTheme.get(key) ?? [], ({ roundId }) => roundId)
    const figures = rounds.flatMap(
      (round) => figuresOf(round, 'grade', byRound.get(round.id) ?? [], frame.scaleOf(key)) ?? []
    )
    const lineOf = (roundId: string) => byRound.get(roundId)?.[0]?.since ?? ''
    const { last, before, verdict } = compareTwelveMonths(figures, frame.today, lineOf)
    return last && before && verdict ? [{ key, label, last, before, verdict }] : []
  })
  return {
    compared: compared.length,
    declines: compared.flatMap(({ key, label, last, before, verdict }): Decline[] => {
      if (verdict !== 'declined') return []
      const { low, high } = newcombe(
        { k: before.figures.count, n: before.n },
        { k: last.figures.count, n: last.n }
      )
      return [{ theme: key, label, last, before, low, high }]
    }),
  }
}

const countRepeats = async (db: Db, frame: Frame): Promise<number> => {
  const rounds = frame.rounds.toReversed().slice(0, MOST_ROUNDS)
  const { masks, meanings } = await listRepeatMasks(db, {
    roundIds: rounds.map(({ id }) => id),
    groups: repeatGroups(frame, 'team'),
  })
  return repeatsOf(masks, meanings).length
}

export const loadOverview = async (db: Db, reader: Reader, frame: Frame): Promise<Overview> => {
  const since = addDays(monthsBefore(frame.today, 12), 1)
  const open = frame.teams.filter(({ kind, closedOn }) => kind === 'team' && closedOn === null)
  const attention = await countAttention(db, reader, {
    today: frame.today,
    since,
    teamIds: open.map(({ id }) => id),
  })
  const { compared, declines } = await declinesOf(db, frame)
  return {
    attention,
    declines,
    compared,
    repeats: frame.teams.length === 0 ? undefined : await countRepeats(db, frame),
    openTeams: open.length,
    since,
  }
}
