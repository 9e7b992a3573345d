/** On which days somebody is told that an audit or an action is due, and of what. Dates are London dates. */
import type { NoticeKind } from '../../notices/rules/notice-kind.ts'
import { addDays } from '../../people/rules/add-days.ts'

/** What is told of whatever is due from the one day to the other, both included; without a day there is no limit. */
export interface DueWindow {
  readonly about: 'audit' | 'action'
  readonly kind: NoticeKind
  readonly from?: string
  readonly to: string
}

/**
 * A day that is missed, since no server ran, is not made up for: what was due then is late by now, and that is told.
 * @param soonDays calendar days ahead of which an auditor is told
 */
export const dueWindows = (todayOn: string, soonDays: number): readonly DueWindow[] => {
  const [yesterday, tomorrow] = [addDays(todayOn, -1), addDays(todayOn, 1)]
  return [
    { about: 'audit', kind: 'audit_late', to: yesterday },
    { about: 'audit', kind: 'audit_due_today', from: todayOn, to: todayOn },
    { about: 'audit', kind: 'audit_due_soon', from: tomorrow, to: addDays(todayOn, soonDays) },
    { about: 'action', kind: 'action_overdue', to: yesterday },
    { about: 'action', kind: 'action_due', from: todayOn, to: todayOn },
  ]
}
