/** What the round pages accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { typedDate } from '../people/rules/typed-date.ts'
import { type AuditOrder, auditOrder } from './rules/audit-order.ts'
import { type RoundDates, roundDateFaults } from './rules/round-dates.ts'
import { roundKinds, selections } from './rules/round-kind.ts'

const LONGEST_NAME = 100

const box = z.string().max(20, 'This is too long to be part of a date').default('')

export const roundForm = z.object({
  name: z
    .string('Enter a name for the round')
    .trim()
    .min(1, 'Enter a name for the round')
    .max(LONGEST_NAME, `The name can have at most ${LONGEST_NAME} characters`),
  kind: z.enum(roundKinds, 'Choose what kind of round it is'),
  selection: z.enum(selections, 'Choose how the cases were selected'),
  rubrics: z.array(z.string().max(100)).max(50).default([]),
  'windowFrom-day': box,
  'windowFrom-month': box,
  'windowFrom-year': box,
  'windowTo-day': box,
  'windowTo-month': box,
  'windowTo-year': box,
  'dueOn-day': box,
  'dueOn-month': box,
  'dueOn-year': box,
  /** Of the round that is changed; a new one has none. */
  revision: z.coerce.number('Open the round again before you change it').int().min(0).default(0),
})

const LABELS = {
  windowFrom: 'The start of the window',
  windowTo: 'The end of the window',
  dueOn: 'The due date',
} as const

const dateFields = ['windowFrom', 'windowTo', 'dueOn'] as const

const readDates = (raw: Readonly<Record<string, string>>) => {
  const found: Partial<Record<keyof RoundDates, string>> = {}
  const errors: Record<string, string> = {}
  for (const field of dateFields) {
    const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(
      (part) => raw[`${field}-${part}`]
    )
    const read = typedDate({ day, month, year }, LABELS[field])
    if (read.ok) found[field] = read.date
    else errors[field] = read.fault
  }
  const { windowFrom, windowTo, dueOn } = found
  if (windowFrom === undefined || windowTo === undefined || dueOn === undefined) {
    return { dates: undefined, errors }
  }
  const dates = { windowFrom, windowTo, dueOn }
  return { dates, errors: { ...roundDateFaults(dates) } }
}

type RoundForm =
  | { readonly ok: true; readonly data: z.output<typeof roundForm>; readonly raw: Raw }
  | { readonly ok: false; readonly raw: Raw; readonly errors: Raw }
type Raw = Readonly<Record<string, string>>

/** The round that was typed, or a message for each field that is wrong: the dates' beside all others. */
export const readRound = (sent: RoundForm) => {
  const { dates, errors: dateErrors } = readDates(sent.raw)
  const errors = { ...(sent.ok ? {} : sent.errors), ...dateErrors }
  if (!sent.ok || !dates || Object.keys(errors).length > 0) return { ok: false as const, errors }
  const { name, kind, selection, rubrics, revision } = sent.data
  return {
    ok: true as const,
    revision,
    data: { name, kind, selection, ...dates, rubricVersionIds: [...new Set(rubrics)] },
  }
}

/** An empty filter is none. */
const filter = <T extends z.ZodType>(schema: T) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional()

/** The filters of the list of rounds, as they stand in its address. */
export const roundFilters = z.object({
  state: filter(z.enum(['draft', 'open', 'closed'])),
  kind: filter(z.enum(roundKinds)),
  year: filter(z.string().regex(/^\d{4}$/)),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})

/** The page asked for in an address; the first for anything that is none. */
export const pageNumber = (asked: string | undefined): number =>
  z.coerce
    .number()
    .int()
    .min(1)
    .max(10_000)
    .catch(1)
    .parse(asked ?? '1')

const LONGEST_PASTE = 50_000

export const pasteForm = z.object({
  references: z
    .string('Enter at least one case reference')
    .max(LONGEST_PASTE, 'This is too long. Enter at most 500 references at a time'),
  /** `add` once the person has seen what was read, `edit` to type it again. */
  step: z.enum(['add', 'edit'], 'Choose one of the buttons').optional(),
  /** Who audits what is added, in an open round; `''` for nobody yet. */
  auditor: z.string().max(100).default(''),
  ownTeamReason: z.string().max(500, 'Shorten this to 500 characters or fewer').default(''),
})

/** Why an auditor is given a case of their own team. */
const LONGEST_REASON = 500

type Body = ReadonlyMap<string, readonly string[]> | undefined

/** The rubrics ticked in a form, for showing it again. */
export const readChosenRubrics = (body: Body): readonly string[] => body?.get('rubrics') ?? []

/** One row of the allocation form in which somebody else was chosen than was shown. */
export interface AllocationRow {
  readonly auditId: string
  readonly auditorId: string | null
  /** The auditor that the page showed. */
  readonly seenAuditorId: string | null
  readonly ownTeamReason: string
}

/** The allocation form: as many rows as the page has audits, those left as they were not among them. */
export const readAllocation = (
  body: Body
): {
  readonly page: number
  readonly order: AuditOrder
  readonly rows: readonly AllocationRow[]
  readonly faults: readonly { auditId: string; field: 'reason'; message: string }[]
} => {
  const last = (name: string): string => body?.get(name)?.at(-1) ?? ''
  const rows = [...(body?.keys() ?? [])].flatMap((name) => {
    if (!name.startsWith('auditor-')) return []
    const auditId = name.slice('auditor-'.length)
    const [auditorId, seenAuditorId] = [last(name) || null, last(`seen-${auditId}`) || null]
    if (auditorId === seenAuditorId) return []
    return [{ auditId, auditorId, seenAuditorId, ownTeamReason: last(`reason-${auditId}`).trim() }]
  })
  return {
    page: pageNumber(last('page') || undefined),
    order: auditOrder(last('order')),
    rows,
    faults: rows
      .filter(({ ownTeamReason }) => ownTeamReason.length > LONGEST_REASON)
      .map(({ auditId, ownTeamReason }) => ({
        auditId,
        field: 'reason' as const,
        message: `Shorten the reason to ${LONGEST_REASON} characters or fewer: ${ownTeamReason.length} were typed`,
      })),
  }
}
