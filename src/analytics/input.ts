/** What the results pages read from the address. Wrong values are told on the page, beside the filters. */
import { z } from 'zod'

const typed = z
  .string()
  .trim()
  .max(300)
  .transform((text) => (text === '' ? undefined : text))
  .optional()
  .catch(undefined)

/** Every filter may be left out; what is empty is left out. */
export const resultsQuery = z.object({
  theme: typed,
  item: typed,
  team: typed,
  status: typed,
  kind: typed,
  period: typed,
})

export type ResultsQuery = z.output<typeof resultsQuery>

/** The figure whose audits are asked for: a round, and a value or a group of them. */
export const auditsQuery = resultsQuery.extend({
  round: typed,
  value: typed,
  after: typed,
})

export type AuditsQuery = z.output<typeof auditsQuery>
