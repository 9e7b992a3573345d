/** What the demonstration's sign-in accepts. */
import { z } from 'zod'

export const signInAsForm = z.object({
  person: z.string('Choose a person from the list').min(1).max(100),
})
