/** What the pages of work accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { NOTE_LIMIT, tooLongFor } from '../actions/rules/action-limits.ts'
import { actionShows } from './rules/action-filters.ts'
import { timelineKinds } from './rules/case-timeline.ts'
import { findKinds } from './rules/find-kind.ts'
import { LONGEST_SEARCH, SHORTEST_SEARCH, tidySearch } from './rules/find-text.ts'
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

/** What the search reads from the address. Nothing typed is no search, and no fault. */
export const findQuery = z.object({
  q: z
    .string()
    .default('')
    .transform(tidySearch)
    .refine((typed) => typed === '' || [...typed].length >= SHORTEST_SEARCH, {
      message: `Type at least ${SHORTEST_SEARCH} characters, such as the start of a case reference`,
    })
    .refine((typed) => typed.length <= LONGEST_SEARCH, {
      message: `Type at most ${LONGEST_SEARCH} characters: the start of a case reference is enough`,
    }),
  kind: z
    .enum(
      ['', ...findKinds],
      'The address asks for a kind of thing that cannot be found. Choose one from the list'
    )
    .default('')
    .transform((kind) => (kind === '' ? undefined : kind)),
  after: z.string().max(200).catch('').default(''),
  person: z.string().max(100).catch('').default(''),
})

/** What of a case's history is shown. A kind that means nothing shows everything, as with `ownAuditsQuery`. */
export const caseQuery = z.object({
  show: z.enum(timelineKinds).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})

/** A filter that means nothing shows what is late. */
export const actionsQuery = z.object({
  show: z.enum(actionShows).catch('late').default('late'),
  team: z.string().max(100).catch('').default(''),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
})
