/** What the pages of reports accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import { chapterKeys } from './rules/report-model.ts'

const box = z.string().max(20, 'Enter the date in figures').default('')
const choice = z.string().trim().max(100).default('')
const outOfDate = 'Reload the page, then send it again'

const revision = z
  .string(outOfDate)
  .regex(/^\d{1,9}$/, outOfDate)
  .transform(Number)

/** Dates are read and filters found by read-settings.ts, so that every fault is told at once. */
export const settingsForm = z.object({
  period: z.string('Choose a period').regex(/^(own|\d{4}-\d{2}-01)$/, 'Choose a period'),
  'from-day': box,
  'from-month': box,
  'from-year': box,
  'to-day': box,
  'to-month': box,
  'to-year': box,
  audience: z.enum(['internal', 'external'], 'Choose who it is for'),
  team: choice,
  status: choice,
  kind: choice,
  chapters: z.array(z.string().max(50)).max(50).default([]),
  title: z.string().max(1000, 'The title must be 150 characters or fewer').default(''),
  revision: revision.optional(),
})

export const LONGEST_WORDS = 10_000
const tooLong = 'This has over 10,000 characters. Shorten it.'

export const wordsForm = z.object({
  place: z
    .string(outOfDate)
    .max(300, outOfDate)
    .refine((place) => chapterKeys.some((key) => place.startsWith(`${key}/`)), outOfDate),
  narrative: z.string().max(LONGEST_WORDS, tooLong).default(''),
  sentence: z.string().max(LONGEST_WORDS, tooLong).optional(),
  proposed: z.string().max(20_000, outOfDate).default(''),
  revision,
})

export const freezeForm = z.object({
  revision,
  overlap: z.string().default(''),
  overlapReason: z.string().default(''),
})

export const reissueForm = z.object({ reason: z.string().default('') })

export const pageQuery = z.object({
  page: z.coerce.number().int().min(1).max(10_000).catch(1).default(1),
})

const part = z.string().trim().max(300).optional().catch(undefined)

/** What is in an evidence pack, as the address has it. */
export const evidenceQuery = z.object({
  from: part,
  to: part,
  team: part,
  themes: z.array(z.string().trim().min(1).max(300)).max(200).catch([]),
  references: z.enum(['with', 'without']).catch('with'),
  /** Given with the download's link, so that its page can say how far it is. */
  export: z.uuid().optional().catch(undefined),
})

export const exportsQuery = z.object({
  before: z.coerce.number().int().positive().max(2_000_000_000).optional().catch(undefined),
})
