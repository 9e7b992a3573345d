/** What the form of who was told begins with. */
import { londonDate } from '../../people/rules/london-date.ts'
import { means, meansLabels } from './told.ts'

export const meansChoices: readonly { readonly value: string; readonly text: string }[] = means.map(
  (value) => ({ value, text: meansLabels[value] })
)

/** Today's date in the boxes; the time is for the person to say. */
export const toldToday = (now: string): Readonly<Record<string, string>> => {
  const [year = '', month = '', day = ''] = londonDate(now).split('-')
  return {
    'told-day': String(Number(day)),
    'told-month': String(Number(month)),
    'told-year': year,
  }
}
