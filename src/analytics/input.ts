/** What the results pages read from the address. Wrong values are told on the page, beside the filters. */
import { z } from 'zod'
import { typedDate } from '../people/rules/typed-date.ts'

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
  from: typed,
  to: typed,
  /** Sent by the form of a page that shows dates: a named period chosen there takes their place. */
  dated: typed,
})

/** With the kind of limits, and a target that the line is measured by. */
export const overTimeQuery = resultsQuery.extend({ limits: typed, target: typed })

/** Two sides of a comparison; dates are read by a rule, which says what is wrong with them. */
export const compareQuery = z.object({
  ...{ compare: typed, theme: typed, team: typed, status: typed, kind: typed },
  ...{ from1: typed, to1: typed, from2: typed, to2: typed, round1: typed, round2: typed },
})

/** The figure whose audits are asked for: a round, and a value or a group of them. */
export const auditsQuery = resultsQuery.extend({
  round: typed,
  value: typed,
  after: typed,
})

const box = z.string().max(20).default('')

/** A new baseline of a theme's charts: from which date, and what changed. */
export const baselineForm = z.object({
  'startsOn-day': box,
  'startsOn-month': box,
  'startsOn-year': box,
  reason: z
    .string()
    .trim()
    .min(1, 'Say what changed on that date')
    .max(500, 'Use at most 500 characters')
    .prefault(''),
})

export const readStartsOn = (boxes: z.output<typeof baselineForm>) =>
  typedDate(
    {
      day: boxes['startsOn-day'],
      month: boxes['startsOn-month'],
      year: boxes['startsOn-year'],
    },
    'The date of the new baseline'
  )
/** The audits behind a figure of several rounds: a group of children, or a person, beside the filters of its page. */
export const framedAuditsQuery = auditsQuery.extend({
  age: typed,
  sex: typed,
  ethnicity: typed,
  disability: typed,
  /** The page of results that the reader came from: its path and filters, and no other address. */
  back: z
    .string()
    .max(1000)
    .regex(/^\/results\/[a-z-]+(\?[^#]*)?$/)
    .optional()
    .catch(undefined),
})

/** Filters of the pages over several rounds; a page takes those that it has. */
export const frameQuery = z.object({
  theme: typed,
  team: typed,
  status: typed,
  kind: typed,
  period: typed,
  from: typed,
  to: typed,
  dated: typed,
  by: typed,
  page: typed,
})

/** The audits behind a figure of coverage: those of one team alone, a status, or a theme. */
export const coveredQuery = z.object({ place: typed, after: typed })

/** Whose results; left out, one's own. */
export const personQuery = z.object({ person: typed })

/** Looking for somebody by a part of their name. */
export const choosePersonQuery = z.object({
  name: z.string().trim().max(100).catch(''),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
})

/** Figures of practice alerts. */
export const alertFiguresQuery = z.object({
  period: typed,
  from: typed,
  to: typed,
  team: typed,
  category: typed,
  kind: typed,
  status: typed,
})
