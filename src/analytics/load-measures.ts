/** Reads the measures of one theme over time. Two queries beside the frame's. */
import type { Db } from '../db/schema.ts'
import type { JudgementKind } from '../grading/rules/judgement.ts'
import { commonKey } from '../rubrics/rules/rubric.ts'
import type { Frame } from './load-frame.ts'
import { listMeasuredThemes, listMeasureTallies } from './measure-store.ts'
import type { Choice } from './rules/results-choices.ts'
import { figuresOf, type RoundFigures } from './rules/round-figures.ts'

export type Measure = {
  readonly key: string
  readonly label: string
  readonly question: string | undefined
  readonly kind: Exclude<JudgementKind, 'grade'>
  readonly unit: string | undefined
  /** Several choices could be given at once. */
  readonly isMultiple: boolean
  readonly labels: ReadonlyMap<string, string>
  /** Rounds with answers, by date. */
  readonly rounds: readonly RoundFigures[]
}

export type Measures = {
  readonly theme: string
  readonly title: string
  /** Themes of which something was measured. */
  readonly themes: readonly Choice[]
  readonly measures: readonly Measure[]
}

const titleOf = (frame: Frame, theme: string): string =>
  frame.published.find(({ key }) => key === theme)?.title ?? theme

/** @param typed the theme of the address, since one that only history knows is none of the frame's */
export const loadMeasures = async (
  db: Db,
  frame: Frame,
  typed?: string | undefined
): Promise<Measures> => {
  const measured = await listMeasuredThemes(db)
  const inLibrary = frame.published.map(({ key }) => key).filter((key) => measured.includes(key))
  const others = measured.filter((key) => !inLibrary.includes(key)).toSorted()
  const keys = [...inLibrary, ...others]
  const theme =
    frame.filters.theme !== ''
      ? frame.filters.theme
      : (others.find((key) => key === typed) ??
        keys.find((key) => key !== commonKey) ??
        keys[0] ??
        commonKey)
  const rubric = frame.published.find(({ key }) => key === theme)
  const asked = (rubric?.items ?? []).filter(({ kind }) => kind !== 'grade' && kind !== 'text')
  const tallies = await listMeasureTallies(db, {
    theme,
    items: asked.map(({ key }) => key),
    roundIds: frame.rounds.map(({ id }) => id),
    teamIds: frame.teamIds,
    status: frame.filters.status === '' ? undefined : frame.filters.status,
  })
  const byItem = Map.groupBy(tallies, ({ item }) => item)
  const history = [...byItem.keys()].filter((key) => !asked.some((item) => item.key === key))
  const measures = [...asked.map(({ key }) => key), ...history.toSorted()].flatMap((key) => {
    const item = asked.find((one) => one.key === key)
    const some = byItem.get(key) ?? []
    const kind = some[0]?.kind
    if (kind === undefined || kind === 'grade') return []
    const byRound = Map.groupBy(
      some.filter((tally) => tally.kind === kind),
      ({ roundId }) => roundId
    )
    const measure: Measure = {
      key,
      label: item?.short ?? key,
      question: item?.question,
      kind,
      unit: item?.kind === 'number' ? item.unit : undefined,
      isMultiple:
        item?.kind === 'category' ? item.multiple : some.some(({ value }) => value.includes('\n')),
      labels: new Map(
        item?.kind === 'category' ? item.choices.map(({ key: of, label }) => [of, label]) : []
      ),
      rounds: frame.rounds.flatMap(
        (round) => figuresOf(round, kind, byRound.get(round.id) ?? []) ?? []
      ),
    }
    return measure.rounds.length === 0 ? [] : [measure]
  })
  return {
    theme,
    title: titleOf(frame, theme),
    themes: keys.map((key) => ({ key, label: titleOf(frame, key) })),
    measures,
  }
}
