/**
 * The same thing found again and again (domain.md §8 rule 13): a criterion below good in three rounds running for a team or
 * a service. Running is over the rounds in which it was graded there; a round is below good when half or more of what was
 * graded in it was. What was good in the latest round is no repeat finding any more.
 */

export const RUN_OF_REPEAT = 3

/**
 * How many rounds running up to the latest.
 * @param judged and weak: rounds as bits, the lowest the latest
 */
export const runOf = (judged: number, weak: number): number => {
  let run = 0
  let [left, leftWeak] = [judged, weak]
  while (left > 0) {
    if (left % 2 === 1) {
      if (leftWeak % 2 === 0) return run
      run += 1
    }
    left = Math.floor(left / 2)
    leftWeak = Math.floor(leftWeak / 2)
  }
  return run
}

/** The places of the rounds of a run, the latest first. */
export const roundsOfRun = (judged: number, run: number): number[] => {
  const places: number[] = []
  for (let place = 0; places.length < run && 2 ** place <= judged; place += 1) {
    if (Math.floor(judged / 2 ** place) % 2 === 1) places.push(place)
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
