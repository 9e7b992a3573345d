/** What the pages of mail read. */
import { z } from 'zod'
import { mailChoices } from './rules/choice.ts'

export const choiceForm = z.object({
  choice: z.enum(mailChoices, 'Choose how you want mail of your notices'),
})

/** What the address says wrongly is as if it were not there. */
export const failingQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
})
