/** What the form of one setting sends. What a setting may be is in rules/setting-list.ts. */
import { z } from 'zod'

export const settingForm = z.object({
  value: z.string({ error: 'Enter a value' }).max(500, 'Enter at most 500 characters'),
  revision: z.coerce.number({ error: 'Open the page again, then save' }).int().min(0),
})

const box = z.string().max(20, 'This is too long to be part of a date').default('')

export const closureDayForm = z.object({
  'date-day': box,
  'date-month': box,
  'date-year': box,
  why: z
    .string('Enter why the council is closed')
    .trim()
    .min(1, 'Enter why the council is closed')
    .max(100, 'The reason can have at most 100 characters'),
})
