/** What a team is and when it was open, in words. */
import { formatShortDate } from '../format.ts'

export type TeamFacts = {
  kind: 'service' | 'team'
  openedOn: string | null
  closedOn: string | null
  isHistorical: 0 | 1
}

export const kindWords = (kind: 'service' | 'team'): string =>
  kind === 'service' ? 'Service' : 'Team'

/** `opens 1 Mar 2026`, `closed on …`; empty for one that is simply open. */
export const teamDates = (team: TeamFacts, todayOn: string): string => {
  if (team.isHistorical === 1) return 'known from imported history only'
  const { openedOn, closedOn } = team
  const parts = [
    ...(openedOn !== null && openedOn > todayOn ? [`opens on ${formatShortDate(openedOn)}`] : []),
    ...(closedOn === null
      ? []
      : [`${closedOn < todayOn ? 'closed' : 'closes'} on ${formatShortDate(closedOn)}`]),
  ]
  return parts.join(', ')
}
