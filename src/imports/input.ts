/** What the pages of imports accept, with the words that are shown when it is wrong. */
import { z } from 'zod'

export const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1)

export const uploadForm = z.object({
  replace: z.enum(['yes', 'no']).catch('no').default('no'),
})

export const confirmForm = z.object({
  revision: z.coerce.number('Open the preview again before you confirm').int().min(0),
})

const LONGEST_REASON = 500

export const reasonForm = z.object({
  reason: z
    .string('Enter why')
    .trim()
    .min(1, 'Enter why: it is kept with the record')
    .max(LONGEST_REASON, `The reason can have at most ${LONGEST_REASON} characters`),
})

const name = z.string().max(300).default('')

/** Which historical name; in the address of its page and hidden in its form. */
export const nameQuery = z.object({
  kind: z.enum(['theme', 'item', 'team']),
  theme: name,
  item: name,
  team: name,
})

export const mapForm = nameQuery.extend({
  to: z
    .string('Choose one of today’s names')
    .min(1, 'Choose one of today’s names')
    .max(200, 'Choose one of today’s names'),
  reason: reasonForm.shape.reason,
  step: z.enum(['check', 'edit', 'map']).catch('check').default('check'),
})
