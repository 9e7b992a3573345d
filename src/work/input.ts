/** What the page of an action accepts, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { NOTE_LIMIT, tooLongFor } from '../actions/rules/action-limits.ts'

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
