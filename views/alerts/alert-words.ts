/** How alerts are said: days left, and the colour of a state. */
import { plural } from '../format.ts'

/** "3 working days left", "due today", "2 working days overdue". */
export const daysLeftWords = (days: number): string => {
  if (days === 0) return 'due today'
  return days > 0
    ? `${plural(days, 'working day')} left`
    : `${plural(-days, 'working day')} overdue`
}

/** "AB-1", or of a sibling group "AB-1 and 2 siblings"; the alert's own page names them all. */
export const childrenWords = (caseReference: string | null, children: number): string => {
  const first = caseReference ?? ''
  return children > 1 ? `${first} and ${plural(children - 1, 'sibling')}` : first
}

const tags: Record<string, string> = {
  draft: 'govuk-tag--grey',
  open: 'govuk-tag--blue',
  responded: 'govuk-tag--purple',
  resolved: 'govuk-tag--green',
  withdrawn: 'govuk-tag--grey',
}

export const stateTag = (state: string): string => tags[state] ?? 'govuk-tag--grey'
