/** What may be asked of each list: the zod schemas that check the query and that the OpenAPI document is made from. */
import { z } from 'zod'
import { alertKinds } from '../../alerts/rules/alert-kind.ts'
import { nearestName } from '../../rubrics/rules/nearest-names.ts'

export const MOST_ROWS = 1000

const text = (description: string, example: string, most = 300) =>
  z
    .string()
    .trim()
    .min(1, 'is empty; give a value or leave it out')
    .max(most, `is too long; give at most ${most} characters`)
    .optional()
    .meta({ description, example })

const date = (description: string, example: string) =>
  text(`${description} Written YYYY-MM-DD.`, example)

const paging = {
  limit: z.coerce
    .number<string>('must be a whole number from 1 to 1000')
    .int('must be a whole number from 1 to 1000')
    .min(1, 'must be a whole number from 1 to 1000')
    .max(MOST_ROWS, 'must be a whole number from 1 to 1000')
    .default(100)
    .meta({ description: 'How many rows at most.', example: 100 }),
  cursor: text(
    'Where the page starts: `nextCursor` of the page before, with the same filters. Leave it out for the first page.',
    'c2VhbGVk…',
    6000
  ),
  format: z.enum(['json', 'flat', 'csv'], 'must be json, flat or csv').default('json').meta({
    description:
      '`json`; `flat` for JSON whose rows are plain columns, with nothing to expand; `csv` for the same columns as a table, the next page then in the Link header.',
    example: 'flat',
  }),
}

const place = {
  team: text('A team or service by name, in any case; with the teams below it.', 'North 1'),
  status: text('Service status: its key or a usual spelling of it.', 'cp'),
}

const roundFilters = {
  round: text('A round by name, in any case.', 'March 2026 learning audit'),
  theme: text('A theme by key or title, in any case; `audit` for the overall grade.', 'cp_plan'),
  ...place,
  kind: text('Kind of round.', 'learning'),
}

export const figuresQuery = z.object({
  from: date('Rounds dated on or after this day; a round is taken whole.', '2025-04-01'),
  to: date('Rounds dated on or before this day; a round is taken whole.', '2026-03-31'),
  ...roundFilters,
  ...paging,
})

export const auditsQuery = z.object({
  from: date('Audits dated on or after this day.', '2025-04-01'),
  to: date('Audits dated on or before this day.', '2026-03-31'),
  ...roundFilters,
  ...paging,
})

const oneOf = <Values extends readonly [string, ...string[]]>(
  values: Values,
  description: string
) =>
  z
    .enum(values, `must be one of ${values.join(', ')}`)
    .optional()
    .meta({ description, example: values[0] })

export const actionsQuery = z.object({
  from: date('Actions of audits dated on or after this day.', '2025-04-01'),
  to: date('Actions of audits dated on or before this day.', '2026-03-31'),
  ...roundFilters,
  state: oneOf(['open', 'done', 'overdue'], 'State of the action; overdue ones are open too.'),
  ...paging,
})

export const alertsQuery = z.object({
  from: date('Alerts raised on or after this day.', '2025-04-01'),
  to: date('Alerts raised on or before this day.', '2026-03-31'),
  ...place,
  kind: oneOf(alertKinds, 'Kind of alert.'),
  state: oneOf(['open', 'responded', 'resolved', 'withdrawn'], 'State of the alert.'),
  ...paging,
})

export type QueryFault = { readonly parameter: string; readonly detail: string }

/** What stands in an address: every name with all its values. */
export type Given = ReadonlyMap<string, readonly string[]>

export type ReadQuery<T> =
  | { readonly ok: true; readonly query: T; readonly faults: readonly [] }
  | {
      readonly ok: false
      /** The parameters that are well-formed, so that all other faults can be told with these. */
      readonly query: Partial<T>
      readonly faults: readonly QueryFault[]
    }

const quoted = (name: string) => `“${name.length > 60 ? `${name.slice(0, 57)}…` : name}”`

const unknownFaults = (given: Given, known: readonly string[]): QueryFault[] =>
  [...given.keys()]
    .filter((name) => !known.includes(name))
    .map((name) => {
      // Short names lie near each other: one is only proposed where a slip of the hand explains it.
      const near = nearestName(name, known)
      const remedy = near ? `did you mean “${near}”?` : `there are ${known.join(', ')}`
      return {
        parameter: name.slice(0, 60),
        detail: `there is no parameter ${quoted(name)} here; ${remedy}`,
      }
    })

/** Checks a query against its schema: every fault at once, unknown and repeated parameters among them. */
export const readQuery = <S extends z.ZodObject>(
  schema: S,
  given: Given
): ReadQuery<z.output<S>> => {
  const known = Object.keys(schema.shape)
  const faults = unknownFaults(given, known)
  const values: Record<string, string> = {}
  for (const name of known) {
    const sent = given.get(name) ?? []
    if (sent.length > 1) {
      faults.push({ parameter: name, detail: `is given ${sent.length} times; give it once` })
    } else if (sent[0] !== undefined) values[name] = sent[0]
  }
  const parsed = schema.safeParse(values)
  if (parsed.success && faults.length === 0) return { ok: true, query: parsed.data, faults: [] }
  const wrong = parsed.success ? [] : parsed.error.issues
  for (const issue of wrong) {
    const parameter = String(issue.path[0] ?? '')
    if (!faults.some((fault) => fault.parameter === parameter)) {
      faults.push({ parameter, detail: issue.message })
    }
  }
  const sound = Object.fromEntries(
    Object.entries(values).filter(([name]) => !faults.some(({ parameter }) => parameter === name))
  )
  const partly = schema.partial().safeParse(sound)
  const query = (partly.success ? partly.data : {}) as Partial<z.output<S>>
  return { ok: false, query, faults }
}
