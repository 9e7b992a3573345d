/**
 * The same thing found again and again (domain.md §8 rule 13): a criterion below good in three rounds running for a team or
 * a service. Running is over the rounds in which it was graded there; a round is below good when half or more of what was
 * graded in it was. What was good in the latest round is no repeat finding any more, and rounds from before the question
 * changed its meaning are not counted with those after.
 */

const RUN_OF_REPEAT = 3

/** Rounds, as bits, in which a criterion was asked with one meaning. */
export type RepeatMeaning = {
  readonly theme: string
  readonly item: string
  /** The version with which that meaning began. */
  readonly since: string
  /** The earliest of the versions that mean it so. */
  readonly first: string
  readonly rounds: number
}

const hasPlace = (bits: number, place: number): boolean => Math.floor(bits / 2 ** place) % 2 === 1

/**
 * What a criterion meant in the round of a place: rounds of one key may be joined (decision 0024). A round that asked
 * two things has a key of its own; a round of no version is history, and means what the first version means.
 * @param meanings those of the criterion; none where its theme has one version
 */
export const meaningAt =
  (meanings: readonly RepeatMeaning[]) =>
  (place: number): string => {
    const of = meanings.filter(({ rounds }) => hasPlace(rounds, place))
    if (of.length > 1) return `mixed ${place}`
    const history = meanings.toSorted((a, b) => (a.first < b.first ? -1 : 1))
    return (of[0] ?? history[0])?.since ?? ''
  }

/**
 * How many rounds running up to the latest in which it was graded, back to where the question changed its meaning.
 * @param judged and weak: rounds as bits, the lowest the latest
 * @param meaningOf of the round of a place; left out, all mean the same
 */
export const runOf = (
  judged: number,
  weak: number,
  meaningOf: (place: number) => string = () => ''
): number => {
  let run = 0
  let latest: string | undefined
  for (let place = 0; 2 ** place <= judged; place += 1) {
    if (!hasPlace(judged, place)) continue
    if (!hasPlace(weak, place)) return run
    latest ??= meaningOf(place)
    if (meaningOf(place) !== latest) return run
    run += 1
  }
  return run
}

/** The places of the rounds of a run, the latest first. */
export const roundsOfRun = (judged: number, run: number): number[] => {
  const places: number[] = []
  for (let place = 0; places.length < run && 2 ** place <= judged; place += 1) {
    if (hasPlace(judged, place)) places.push(place)
  }
  return places
}

export type ActionsSet = {
  readonly set: number
  readonly done: number
  readonly late: number
}

export const actionsSet = (
  actions: readonly { readonly state: string; readonly dueOn: string | null }[],
  today: string
): ActionsSet => ({
  set: actions.length,
  done: actions.filter(({ state }) => state === 'done').length,
  late: actions.filter(({ state, dueOn }) => state === 'open' && dueOn !== null && dueOn < today)
    .length,
})

type Masked = {
  readonly theme: string
  readonly item: string
  readonly judged: number
  readonly weak: number
}

/** Each that was weak in enough rounds running, with how many. */
export const repeatsOf = <M extends Masked>(
  masks: readonly M[],
  meanings: readonly RepeatMeaning[]
): (M & { readonly run: number })[] => {
  const byItem = Map.groupBy(meanings, ({ theme, item }) => JSON.stringify([theme, item]))
  return masks
    .map((mask) => {
      const of = byItem.get(JSON.stringify([mask.theme, mask.item]))
      return { ...mask, run: runOf(mask.judged, mask.weak, of && meaningAt(of)) }
    })
    .filter(({ run }) => run >= RUN_OF_REPEAT)
}
