/** What the pages of alerts accept, with the words that are shown when it is wrong. What is missing is the verbs' to say. */
import { z } from 'zod'
import type { DraftFields } from './rules/draft.ts'

/** More than any text may have, and little enough to keep: the limit itself is said when the alert is raised. */
const text = z
  .string()
  .max(20_000, 'This is too long to keep: use 4,000 characters or fewer')
  .default('')

const box = z.string().max(20, 'Enter the date in figures').default('')

const line = z.string().max(1_000, 'Use 100 characters or fewer').default('')

const id = z.string().max(100, 'Choose people from the list').default('')

/** More than anybody ticks. */
export const MOST_TICKED = 200

const ids = z
  .array(z.string().max(100, 'Choose from the list'))
  .max(MOST_TICKED, 'Choose fewer')
  .default([])

export const revision = z
  .string('Reload the page, then send it again')
  .regex(/^\d{1,9}$/, 'Reload the page, then send it again')
  .transform(Number)

/** Far more than ten of them take. */
export const LONGEST_REFERENCES = 1_000

const references = z
  .string()
  .max(LONGEST_REFERENCES, 'Name at most 10 cases in one alert')
  .default('')

export const startForm = z.object({
  kind: z.string().max(20).default(''),
  references,
  risk: z.string().max(20).default(''),
  audit: z.string().max(100).default(''),
})

export const draftForm = z.object({
  revision,
  kind: z.string().max(20).default(''),
  references,
  newStatus: z.string().max(40).default(''),
  newTeam: id,
  category: ids,
  concern: text,
  impact: text,
  asked: text,
  'expected-day': box,
  'expected-month': box,
  'expected-year': box,
  to: ids,
  proposed: ids,
  other: ids,
  person: line,
  name: line,
  role: line,
  'told-day': box,
  'told-month': box,
  'told-year': box,
  time: z.string().max(40, 'Enter the time in hours and minutes, for example 14:05').default(''),
  means: line,
  staff: z.string().max(10).default(''),
  noName: z.string().max(10).default(''),
})

/** What the form holds, as the draft keeps it. */
export const fieldsOf = (data: Omit<z.output<typeof draftForm>, 'revision'>): DraftFields => ({
  kind: data.kind,
  references: data.references,
  newStatus: data.newStatus,
  newTeam: data.newTeam,
  categories: data.category,
  concern: data.concern,
  impact: data.impact,
  asked: data.asked,
  day: data['expected-day'],
  month: data['expected-month'],
  year: data['expected-year'],
  to: data.to,
  proposed: data.proposed,
  others: data.other.filter((each) => each !== ''),
  rang: {
    person: data.person,
    name: data.name,
    role: data.role,
    day: data['told-day'],
    month: data['told-month'],
    year: data['told-year'],
    time: data.time,
    means: data.means,
    isStaff: data.staff === 'yes',
  },
})

export const wordsForm = z.object({ words: text, revision })

export const datedForm = z.object({
  words: text,
  revision,
  'expected-day': box,
  'expected-month': box,
  'expected-year': box,
})

export const readdressForm = wordsForm.extend({
  instead: ids,
  to: z.string().max(100, 'Choose somebody from the list').default(''),
})

export const escalateForm = datedForm.extend({
  stage: z
    .string('Choose how far to take it')
    .regex(/^\d{1,2}$/, 'Choose how far to take it')
    .transform(Number),
  /** The page always sends it: without it the ladder that was seen is not known, and the route asks again. */
  way: z.string().max(2_000, 'Choose how far to take it').default(''),
  skip: text,
  to: ids,
  other: ids,
})

export const cafcassForm = z.object({
  revision,
  considered: z.string().max(10).default(''),
  why: text,
  'advice-day': box,
  'advice-month': box,
  'advice-year': box,
  'referred-day': box,
  'referred-month': box,
  'referred-year': box,
  outcome: text,
  'outcome-day': box,
  'outcome-month': box,
  'outcome-year': box,
})

export const childToldForm = z.object({
  revision,
  childTold: z.string().max(20).default(''),
  childToldWhy: text,
  advocateOffered: z.string().max(20).default(''),
  advocateWhy: text,
})

export const callForm = z.object({
  person: line,
  name: line,
  role: line,
  'told-day': box,
  'told-month': box,
  'told-year': box,
  time: z.string().max(40, 'Enter the time in hours and minutes, for example 14:05').default(''),
  means: line,
  staff: z.string().max(10).default(''),
})

export const checkForm = z.object({
  'checked-day': box,
  'checked-month': box,
  'checked-year': box,
  progress: z.string().max(20).default(''),
  words: z.string().default(''),
  raise: z.string().max(10).default(''),
  noName: z.string().max(10).default(''),
})
