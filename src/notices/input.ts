/** What the page of notices reads from its address, and the two forms on it. */
import { z } from 'zod'

/** What the address says wrongly is as if it were not there: a link that is cut short still shows notices. */
export const noticesQuery = z.object({
  show: z.enum(['all', 'unread']).catch('all'),
  kind: z.string().max(60).optional().catch(undefined),
  /** `0.<id>` after an unread notice, `1.<id>` after a read one. */
  after: z
    .string()
    .regex(/^[01]\.[0-9a-f-]{36}$/)
    .optional()
    .catch(undefined),
  /** When all were marked as read, to offer to take that back. */
  marked: z.iso.datetime({ precision: 3 }).optional().catch(undefined),
})

export type NoticesQuery = z.output<typeof noticesQuery>

/** The moment at which all were marked as read. */
export const undoForm = z.object({
  at: z.iso.datetime({
    precision: 3,
    error: 'Open the page of notices again and press the button there',
  }),
})
