/**
 * What whoever may not read the single audits is shown of few: named periods alone, each within the next. Two of them can be
 * subtracted from each other like any others, so what a longer one adds is held against what shorter ones showed.
 */
import { addDays } from '../../people/rules/add-days.ts'
import { type GroupSize, hiddenGroups } from './equality-shown.ts'
import { monthsBefore, periods } from './period.ts'
import { isShareShown } from './small-numbers.ts'

/** Since when each named period is up to the chosen one, the shortest first; undefined is from the beginning. */
export const namedBegins = (chosen: string, today: string): (string | undefined)[] =>
  periods
    .slice(0, periods.findIndex(({ key }) => key === chosen) + 1)
    .map(({ months }) => (months === null ? undefined : addDays(monthsBefore(today, months), 1)))

/** Of one number by period, the shortest first: whether the last may be shown, so that no difference is of 1 to 4. */
export const isShownAlong = (counts: readonly number[]): boolean => {
  let shown = 0
  let isLastShown = false
  for (const n of counts) {
    isLastShown = n === shown || isShareShown(n - shown)
    if (isLastShown) shown = n
  }
  return isLastShown
}

/**
 * Groups that are not shown in the last of several periods: whose numbers would grow by 1 to 4 from where they were last
 * shown, and where that is one alone another too, since how much all have grown is known.
 */
export const hiddenAlong = (along: readonly (readonly GroupSize[])[]): ReadonlySet<string> => {
  const shown = new Map<string, number>()
  let hidden: ReadonlySet<string> = new Set()
  for (const groups of along) {
    const grown = groups.map(({ group, n }) => ({ group, n: n - (shown.get(group) ?? 0) }))
    const few = hiddenGroups(grown)
    const beside = groups
      .filter(({ group, n }) => n > 0 && !few.has(group))
      .toSorted((a, b) => a.n - b.n)[0]
    hidden = few.size === 1 && beside ? new Set([...few, beside.group]) : few
    for (const { group, n } of groups) if (!hidden.has(group)) shown.set(group, n)
  }
  return hidden
}
