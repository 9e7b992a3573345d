/** What the event log says of practice alerts and midway checks: a part of event-types.ts, which says what may be held. */
import { z } from 'zod'

const id = z.string().min(1).max(100)
const fields = z.array(z.string().max(100)).max(100)
const count = z.number().int().min(0)

export const alertEventDetails = {
  'alert.draft_started': z.strictObject({ isImmediate: z.boolean() }),
  'alert.draft_saved': z.strictObject({ revision: count }),
  'alert.draft_discarded': z.strictObject({}),
  'alert.raised': z.strictObject({
    kind: z.string().max(20),
    isImmediate: z.boolean(),
    cases: count,
    to: z.array(id),
    expectedOn: z.string().nullable(),
    hash: z.string(),
  }),
  /** A step of src/alerts/rules/alert-workflow.ts. */
  'alert.stepped': z.strictObject({
    action: z.string().max(20),
    actedAs: z.string().max(20),
    state: z.string().max(20),
    stage: count,
    dueOn: z.string().nullable().optional(),
    hash: z.string(),
    told: count,
  }),
  'alert.gone_up': z.strictObject({ level: count, told: count, minutes: count }),
  'alert.due_told': z.strictObject({ kind: z.string().max(30), told: count }),
  'alert.read': z.strictObject({}),
  /** A file of the register. */
  'alert.exported': z.strictObject({ format: z.string().max(10), rows: count, filters: fields }),
  'alert.copied': z.strictObject({ format: z.string().max(10), caseId: id }),
  'midway.recorded': z.strictObject({
    caseId: id,
    progress: z.string().max(30),
    hash: z.string().max(100),
  }),
} as const
