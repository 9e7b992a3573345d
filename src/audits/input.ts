/** What the audit pages accept, with the words that are shown when it is wrong. */
import { z } from 'zod'
import type { PostedAnswer } from './rules/answer-shape.ts'
import { tooLong } from './rules/text-limit.ts'

type Body = ReadonlyMap<string, readonly string[]>

const incomplete =
  'This page is out of date or was not sent whole. Reload it, then send your answer again.'

const revision = z
  .string(incomplete)
  .regex(/^\d{1,9}$/, incomplete)
  .transform(Number)

/** More than any question has choices. */
const MOST_VALUES = 50

const sentAnswer = z.object({
  values: z.array(z.string()).max(MOST_VALUES, 'More answers were sent than there are choices'),
  evidence: z.array(z.string()).max(1, 'The evidence was sent twice: send it once'),
  reason: z.array(z.string()).max(1, 'The reason was sent twice: send it once'),
  revision: z.array(revision).length(1, incomplete),
})

export type Posted<T> =
  | { readonly ok: true; readonly data: T }
  | { readonly ok: false; readonly message: string }

/** One item's fields: `value:KEY` (any number), `evidence:KEY`, `reason:KEY` and `revision:KEY`. */
export const postedAnswer = (body: Body, itemKey: string): Posted<PostedAnswer> => {
  const read = sentAnswer.safeParse({
    values: body.get(`value:${itemKey}`) ?? [],
    evidence: body.get(`evidence:${itemKey}`) ?? [],
    reason: body.get(`reason:${itemKey}`) ?? [],
    revision: body.get(`revision:${itemKey}`) ?? [],
  })
  if (!read.success) return { ok: false, message: read.error.issues[0]?.message ?? incomplete }
  const { values, evidence, reason, revision } = read.data
  return {
    ok: true,
    data: {
      itemKey,
      values,
      evidence: evidence[0] ?? '',
      reason: reason[0] ?? '',
      revision: revision[0] ?? 0,
    },
  }
}

/** The items of which a whole page sent something: each sends its revision. */
export const postedItemKeys = (body: Body): string[] =>
  [...body.keys()].flatMap((name) => (name.startsWith('revision:') ? [name.slice(9)] : []))

const words = (missing: string) =>
  z.string(missing).superRefine((text, ctx) => {
    const message = tooLong(text)
    if (message !== undefined) ctx.addIssue({ code: 'custom', message })
  })

/** A grade may be left unchosen; the reason's length is the verb's to say. */
export const gradeForm = z.object({
  grade: z.string('Choose one of the grades').default(''),
  grade_reason: z.string('Write the reason as text').default(''),
  grade_revision: revision,
})

/** Where the button of a part leads. */
export const goForm = z.object({ go: z.enum(['next', 'list']).catch('next').default('next') })

const formId = z.string(incomplete).regex(/^[0-9a-f-]{36}$/, incomplete)
const item = z.string().max(100, 'Choose one of the questions').default('')

/** A finding may be half typed; its length is the verb's to say. */
export const findingForm = z.object({
  finding: formId,
  kind: z.enum(['strength', 'area'], 'Choose a strength or an area to improve'),
  item,
  words: z.string('Write what you found'),
  revision,
})

const box = z.string().max(20, 'Enter the date in figures').default('')

/** An action may be half typed too. */
export const actionForm = z.object({
  action: formId,
  item,
  what: z.string('Say what has to be done'),
  intended_change: z.string().default(''),
  owner: z.string().max(100, 'Choose the owner from the list').default(''),
  'due-day': box,
  'due-month': box,
  'due-year': box,
  revision,
})

/** A mark to come back to a question; an unticked box sends nothing. */
export const noteForm = z.object({
  mark: z.enum(['yes'], 'Tick the box, or leave it unticked').optional(),
  note: z.string('Write the note as text').default(''),
  revision,
})

/** What is removed is what was seen. */
export const removeForm = z.object({ revision })

export const reopenForm = z.object({
  reason: words('Say why the audit is reopened').pipe(
    z.string().refine((text) => text.trim() !== '', 'Say why the audit is reopened')
  ),
})

/** What is wrong with it is the verb's to say. */
export const capForm = z.object({ 'cap-reason': z.string().default('') })

/** Where a word stood that was asked about, then the word: `item-cp-clarity Tyler Smith`. */
export const sentWord = z
  .string(incomplete)
  .regex(/^[a-z0-9_-]{1,150} \S[^\n]{0,119}$/u, incomplete)
  .transform((sent) => {
    const [place = ''] = sent.split(' ')
    return { place, word: sent.slice(place.length + 1) }
  })

export const notANameForm = z.object({
  not_a_name: sentWord,
  from: z.enum(['check', 'conclusions']).catch('check').default('check'),
})
