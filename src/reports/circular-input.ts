/** What the pages of learning circulars accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { CIRCULAR_LONGEST } from './rules/circular.ts'

const outOfDate = 'Reload the page, then send it again'
const tooLong = 'This has over 5,000 characters. Shorten it: a circular is one page.'

const revision = z
  .string(outOfDate)
  .regex(/^\d{1,9}$/, outOfDate)
  .transform(Number)

const points = z.string().max(CIRCULAR_LONGEST, tooLong).default('')

export const circularForm = z.object({
  theme: z.string('Choose a theme').min(1, 'Choose a theme').max(100, 'Choose a theme of the list'),
  period: z
    .string('Choose a period')
    .regex(/^(year|\d{4}-\d{2}-01)$/, 'Choose a period of the list'),
})

export const circularWordsForm = z.object({
  title: z.string().max(150, 'The title must be 150 characters or fewer').default(''),
  strong: points,
  change: points,
  next: points,
  looks: z.array(z.string().max(100)).max(100).default([]),
  revision,
})

export const findingsForm = z.object({ findings: z.array(z.uuid(outOfDate)).max(100).default([]) })

export const issueForm = z.object({ revision })

const page = z.coerce.number().int().min(1).max(10_000).catch(1).default(1)

export const circularsQuery = z.object({ page })

export const findingsQuery = z.object({
  page,
  kind: z.enum(['strength', 'area']).optional().catch(undefined),
})
