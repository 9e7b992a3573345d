/** What the form of a cover sends, with the words that are shown when it is wrong. */
import { z } from 'zod'

const box = z.string().max(20, 'This is too long to be part of a date').default('')
const choice = (message: string) => z.string(message).min(1, message).max(100, message)

export const coverForm = z.object({
  coverId: choice('Choose who covers'),
  'fromOn-day': box,
  'fromOn-month': box,
  'fromOn-year': box,
  'toOn-day': box,
  'toOn-month': box,
  'toOn-year': box,
})

/** On the page of all covers, where who is away is chosen too. */
export const anyCoverForm = coverForm.extend({ personId: choice('Choose who is away') })
