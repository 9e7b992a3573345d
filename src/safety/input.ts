/** What the pages of safety notices accept, with the words that are shown when it is wrong. */
import { z } from 'zod'

const box = z.string().max(20, 'Enter the date in figures').default('')

const line = z.string().max(1_000, 'Use 100 characters or fewer').default('')

const revision = z
  .string('Reload the page, then send it again')
  .regex(/^\d{1,9}$/, 'Reload the page, then send it again')
  .transform(Number)

/** What is wrong with it is the verb's to say, all at once. */
export const toldForm = z.object({
  person: line,
  name: line,
  role: line,
  'told-day': box,
  'told-month': box,
  'told-year': box,
  time: z.string().max(40, 'Enter the time in hours and minutes, for example 14:05').default(''),
  means: line,
  staff: z.string().default(''),
  /** The page that the form was on. */
  from: z.enum(['audit', 'notice']).catch('notice').default('notice'),
})

export const decisionForm = z.object({
  words: z.string().default(''),
  'due-day': box,
  'due-month': box,
  'due-year': box,
  revision,
})

export const wordsForm = z.object({ words: z.string().default('') })

export const listForm = z.object({
  state: z.enum(['', 'open', 'decided', 'closed']).catch('').default(''),
  waiting: z.enum(['', 'yes']).catch('').default(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})
