/** What the pages of the programme accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { auditStates } from '../audits/rules/audit-state.ts'
import { typedDate } from '../people/rules/typed-date.ts'
import { bulkActions } from './rules/bulk-action.ts'
import { groupings, type ProgressView, sortings } from './rules/progress-view.ts'

const LONGEST_REASON = 1000
const MOST_AUDITS = 2000

const id = z.string().max(100)

export const reason = z
  .string()
  .max(LONGEST_REASON, `Shorten this to ${LONGEST_REASON} characters or fewer`)
  .default('')

const shows = ['all', 'open', 'stuck', 'late', 'soon'] as const

/** A filter that is not known is as none: an address that somebody shortened still shows the round. */
const viewQuery = z.object({
  by: z.enum(groupings).catch('auditor'),
  sort: z.enum(sortings).catch('urgency'),
  show: z.enum(shows).catch('all'),
  auditor: id.catch(''),
  team: id.catch(''),
  state: z.enum(['', ...auditStates]).catch(''),
  search: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  tick: z.string().catch(''),
})

/** How the address asks to see the progress of a round. */
export const readView = (
  query: Readonly<Record<string, string>>,
  withLeft = false
): ProgressView => {
  const { tick, ...view } = viewQuery.parse(query)
  return { ...view, isAllTicked: tick === 'all', withLeft }
}

const box = z.string().max(20, 'This is too long to be part of a date').default('')

export const dueForm = z.object({
  'dueOn-day': box,
  'dueOn-month': box,
  'dueOn-year': box,
  reason,
  /** The date that the form showed. */
  seenDueOn: z.string().max(10).default(''),
})

export const bulkForm = z.object({
  do: z.enum(bulkActions, 'Choose what to do with the audits'),
  audits: z.array(id).max(MOST_AUDITS).default([]),
  /** Everything that the filters of `view` choose, or those ticked. */
  scope: z.enum(['ticked', 'matching']).default('ticked'),
  /** The query of the page on which they were chosen. */
  view: z.string().max(2000).default(''),
  step: z.enum(['done']).optional(),
  /** `id=mark`, as the page showed each. */
  seen: z.array(z.string().max(300)).max(MOST_AUDITS).default([]),
  reason,
  auditor: id.default(''),
  ownTeamReason: reason,
  again: z.string().max(10).default(''),
  'dueOn-day': box,
  'dueOn-month': box,
  'dueOn-year': box,
})
export type BulkForm = z.output<typeof bulkForm>

type DateBoxes = Readonly<Record<'dueOn-day' | 'dueOn-month' | 'dueOn-year', string>>

export const readDueOn = (boxes: DateBoxes) =>
  typedDate(
    { day: boxes['dueOn-day'], month: boxes['dueOn-month'], year: boxes['dueOn-year'] },
    'The new due date'
  )

/** `id=mark` as it was hidden in the form. */
export const readSeen = (seen: readonly string[]) =>
  seen.map((each) => {
    const at = each.indexOf('=')
    return { auditId: each.slice(0, at), seen: each.slice(at + 1) }
  })

export const exemptForm = z.object({
  person: id.default(''),
  approvedBy: id.default(''),
  reason,
  /** What becomes of their audits. */
  becomes: z.enum(['reallocate', 'withdraw'], 'Choose what becomes of their audits').optional(),
  auditor: id.default(''),
  ownTeamReason: reason,
})

export const reasonForm = z.object({ reason })

export const handOverForm = z.object({ to: id.default(''), reason })

export const decideForm = z.object({
  decision: z.enum(['agreed', 'declined'], 'Choose whether you agree'),
  words: reason,
  ownTeamReason: reason,
})

export const carryForm = z.object({ audits: z.array(id).max(MOST_AUDITS).default([]) })
