/**
 * Long reckoning in steps, so that whoever runs it can let others have their turn between two of them. A step says how
 * far the whole is, as a share from 0 to 1.
 */

export type Steps<Result> = Generator<number, Result>

/** Things reckoned between two turns. */
export const SLICE = 400

/** Runs all steps without a pause. */
export const finish = <Result>(steps: Steps<Result>): Result => {
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  return step.value
}

/** Each of some things in its turn; `from` and `to` are the shares before the first and after the last. */
export function* inSteps<Thing>(
  things: readonly Thing[],
  from: number,
  to: number,
  work: (thing: Thing, place: number) => void
): Steps<void> {
  for (const [place, thing] of things.entries()) {
    if (place % SLICE === SLICE - 1) yield from + ((to - from) * place) / things.length
    work(thing, place)
  }
}
