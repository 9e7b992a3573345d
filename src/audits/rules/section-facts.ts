/** What the line under a part's heading says of it and of the case. */
import { serviceStatuses } from '../../rubrics/rules/service-status.ts'
import type { AuditWork } from './audit-work.ts'
import type { Section } from './sections.ts'

const monthsBetween = (from: string, to: string): number => {
  const [fromYear = 0, fromMonth = 0, fromDay = 0] = from.split('-').map(Number)
  const [toYear = 0, toMonth = 0, toDay = 0] = to.split('-').map(Number)
  return (toYear - fromYear) * 12 + toMonth - fromMonth - (toDay < fromDay ? 1 : 0)
}

const inStatus: Readonly<Partial<Record<(typeof serviceStatuses)[number], string>>> = {
  cin: 'on a plan',
  cp: 'on a plan',
  care: 'in care',
}

/** `on a plan for 7 months`; undefined while it is not known since when, or for less than a month. */
export const timeInStatus = (
  audit: { readonly serviceStatus: string | null; readonly statusStartedOn: string | null },
  todayOn: string
): string | undefined => {
  const status = serviceStatuses.find((each) => each === audit.serviceStatus)
  const words = status && inStatus[status]
  if (words === undefined || audit.statusStartedOn === null) return undefined
  const months = monthsBetween(audit.statusStartedOn, todayOn)
  if (months < 1) return undefined
  return `${words} for ${months === 1 ? '1 month' : `${months} months`}`
}

/** Practice is judged over the last six months, whatever is read for background (domain.md §8 rule 7). */
export const PERIOD_WORDS = 'judge the last six months'

export const sectionFacts = (
  work: AuditWork,
  section: Section,
  audit: { readonly serviceStatus: string | null; readonly statusStartedOn: string | null },
  todayOn: string
): readonly string[] => {
  const number = work.themes.findIndex(({ theme }) => theme === section.key) + 1
  return [
    timeInStatus(audit, todayOn),
    number > 0 ? `theme ${number} of ${work.themes.length}` : undefined,
    PERIOD_WORDS,
  ].filter((fact) => fact !== undefined)
}
