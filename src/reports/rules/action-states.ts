/** What became of actions: those set in a period, and earlier ones that fell due in it. Dates are London's. */
import type { Period } from './quarter.ts'
import type { CountTable } from './report-figures.ts'

export type ActionFacts = {
  readonly setOn: string
  readonly dueOn: string | null
  /** Null while it is open. */
  readonly doneOn: string | null
}

const actionStates = ['in_time', 'late', 'overdue', 'open'] as const

export type ActionState = (typeof actionStates)[number]

/** An action without a date is never late. */
export const actionState = ({ dueOn, doneOn }: ActionFacts, today: string): ActionState => {
  if (doneOn !== null) return dueOn !== null && doneOn > dueOn ? 'late' : 'in_time'
  return dueOn !== null && today > dueOn ? 'overdue' : 'open'
}

const within = (date: string | null, { from, to }: Period): boolean =>
  date !== null && date >= from && date <= to

/** @param actions with any others: those neither set nor due in the period are left out */
export const actionTable = (
  actions: readonly ActionFacts[],
  period: Period,
  today: string
): CountTable => {
  const row = (key: string, label: string, some: readonly ActionFacts[]) => ({
    key,
    label,
    total: some.length,
    counts: Object.fromEntries(
      actionStates.map((state) => [
        state,
        some.filter((action) => actionState(action, today) === state).length,
      ])
    ),
  })
  const set = actions.filter(({ setOn }) => within(setOn, period))
  const due = actions.filter(({ setOn, dueOn }) => setOn < period.from && within(dueOn, period))
  return {
    rows: [
      row('set', 'Set in this period', set),
      row('due', 'Set before, and due in this period', due),
    ],
    total: undefined,
  }
}
