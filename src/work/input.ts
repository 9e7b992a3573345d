/** What the pages of work accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { NOTE_LIMIT, tooLongFor } from '../actions/rules/action-limits.ts'
import { ownStates } from './rules/own-state.ts'

const revision = z.coerce
  .number('Open the action again before you change it')
  .int('Open the action again before you change it')
  .min(1, 'Open the action again before you change it')

export const doneForm = z.object({
  note: z
    .string('Say what was done, and what came of it')
    .refine((note) => note.trim() !== '', 'Say what was done, and what came of it')
    .superRefine((note, issues) => {
      const message = tooLongFor(NOTE_LIMIT, note)
      if (message) issues.addIssue({ code: 'custom', message })
    }),
  revision,
})

export const undoForm = z.object({ revision })

/** A filter that means nothing shows everything: it stands in an address that somebody kept or mistyped. */
export const ownAuditsQuery = z.object({
  state: z.enum(ownStates).optional().catch(undefined),
  round: z.string().min(1).max(100).optional().catch(undefined),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional()
    .catch(undefined),
  sort: z.enum(['due', 'newest', 'case']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
