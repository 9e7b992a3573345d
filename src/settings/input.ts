/** What the form of one setting sends. What a setting may be is in rules/setting-list.ts. */
import { z } from 'zod'

export const settingForm = z.object({
  value: z.string({ error: 'Enter a value' }).max(500, 'Enter at most 500 characters'),
  revision: z.coerce.number({ error: 'Open the page again, then save' }).int().min(0),
})
