/** What reviewing officers of Aldermere wrote of midway checks, by how the plan was going. Nobody is named. */
import type { Progress } from '../../alerts/rules/midway.ts'

export const midwayWords: Readonly<Record<Progress, readonly string[]>> = {
  on_track: [
    'Read the record since the review and rang the worker. What was agreed is done or has a date.',
    'Visits are on time and the child was seen alone. The next step of the plan is booked.',
    'Spoke with the carer and with {who}. The plan is going as it was agreed.',
    'Health and school actions are done. The worker sent the new plan before I asked.',
  ],
  some_drift: [
    'Two of the agreed actions are {few} weeks late. The worker gave me dates; I will look again before the review.',
    'The referral went out late and there is no appointment yet. The team manager will ring them this week.',
    'Visits are kept, but the direct work has not begun. Agreed a start with the worker.',
  ],
  drift: [
    'Nothing of the plan has moved since {month}. The worker left and the next one has not met the child.',
    'The assessment agreed at the review has not begun. I have told the team manager that I will raise it.',
  ],
}
