/** Where an alert can be taken from where it is: formal, or a stage of the ladder; and what that skips. */
import type { Stage } from './standard-lists.ts'

export type Place = {
  readonly kind: 'informal' | 'formal'
  /** 0: formal, not yet a dispute. */
  readonly stage: number
}

export type Target = {
  /** 0: make it a formal alert. */
  readonly stage: number
  readonly label: string
  /** Working days to answer in. */
  readonly days: number
  /** The step of the line that answers; null: the raiser chooses. */
  readonly level: number | null
  /** What lies between and is left out; a reason is asked for. Empty for the next step. */
  readonly skips: readonly string[]
}

/** @param formalDays working days in which a formal alert is answered before it becomes a dispute */
export const targetsOf = (
  place: Place,
  stages: readonly Stage[],
  formalDays: number
): readonly Target[] => {
  const all = [
    { stage: 0, label: 'Formal alert', days: formalDays, level: 1 },
    ...stages.map(({ name, days, level }, index) => ({
      stage: index + 1,
      label: `Stage ${index + 1}: ${name}`,
      days,
      level,
    })),
  ]
  const ahead = all.filter(({ stage }) => place.kind === 'informal' || stage > place.stage)
  return ahead.map((target, index) => ({
    ...target,
    skips: ahead.slice(0, index).map(({ label }) => label),
  }))
}

/** Everything between where an alert is and where it is taken: another ladder that matters to whoever takes it gives another. */
export const wayTo = ({ label, skips }: Pick<Target, 'label' | 'skips'>): string =>
  [...skips, label].join(' · ')

/** What to say to somebody who would go further than the last stage. */
export const topWords = (stages: readonly Stage[]): string => {
  const last = stages.at(-1)
  const name = last
    ? `Stage ${stages.length}, ${last.name}, is the last one`
    : 'There are no stages'
  return `${name}. What is left is to give another date, to refer the matter to Cafcass when the child is in care, or to close it.`
}
