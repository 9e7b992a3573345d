/** What happens when: steps are taken in the order of their instants, whoever put them down, so that the event log is in order. */

export interface Agenda {
  /** Puts a step down; a step may put down later ones. */
  readonly add: (instant: string, step: Step) => void
  /** Takes every step that is due by then. */
  readonly runUntil: (instant: string) => Promise<void>
}

/** @param instant when it is taken */
export type Step = (instant: string) => Promise<void>

export const newAgenda = (): Agenda => {
  let waiting: { instant: string; step: Step }[] = []
  return {
    add: (instant, step) => {
      waiting.push({ instant, step })
    },
    runUntil: async (until) => {
      for (;;) {
        // Sorting is stable, so steps of one instant keep the order in which they were put down.
        waiting = waiting.toSorted((a, b) =>
          a.instant < b.instant ? -1 : a.instant > b.instant ? 1 : 0
        )
        const [next] = waiting
        if (!next || next.instant > until) return
        waiting.shift()
        await next.step(next.instant)
      }
    },
  }
}
