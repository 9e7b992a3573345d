/** What the studio's pages accept. Drafts are lenient: only what no draft could hold is refused, the rest is checked later. */
import { z } from 'zod'
import { gradingRuleNames } from '../rubrics/rules/grading-rule.ts'
import { judgements } from '../rubrics/rules/judgement.ts'
import { rubricKeyForm } from '../rubrics/rules/parse-rubric.ts'
import { itemKinds } from '../rubrics/rules/rubric.ts'
import { versionForm } from '../rubrics/rules/rubric-version.ts'
import type { DraftHead, DraftItemContent } from './rules/draft.ts'

type Body = ReadonlyMap<string, readonly string[]>

const incomplete =
  'This page is out of date or was not sent whole. Reload it, then send your change again.'

/** More than a file may hold in one text, so that what is saved can also be published. */
export const longestText = 4000
const mostChoices = 50

const tooLongText = `One of the texts has over ${longestText.toLocaleString('en-GB')} characters. Shorten it.`

const text = z.string().max(longestText, tooLongText)
const one = z.array(text).max(1, incomplete)
const revision = z
  .array(
    z
      .string()
      .regex(/^\d{1,9}$/, incomplete)
      .transform(Number)
  )
  .length(1, incomplete)
const several = z.array(z.string().max(100)).max(mostChoices, 'There are too many choices')

export type Posted<T> =
  | { readonly ok: true; readonly data: T; readonly revision: number }
  /** With what was typed, to be shown again. */
  | { readonly ok: false; readonly message: string; readonly data: T }

const sentItem = z.object({
  key: one,
  short: one,
  question: one,
  guidance: one,
  kind: z.array(z.enum(itemKinds)).length(1, incomplete),
  unit: one,
  showsWhenItem: one,
  showsWhenIs: several,
  flags: several,
  choiceKey: several,
  choiceLabel: z.array(text).max(mostChoices, 'There are too many choices'),
  /** Which of the fields that depend on the kind and on the deciding item the page had. */
  has: several,
  revision,
})

const descriptorPrefix = 'descriptor:'

const descriptorsOf = (body: Body): Record<string, string> =>
  Object.fromEntries(
    [...body].flatMap(([name, values]) =>
      name.startsWith(descriptorPrefix)
        ? [[name.slice(descriptorPrefix.length), values[0] ?? '']]
        : []
    )
  )

const itemIn = (body: Body): Partial<DraftItemContent> => {
  const values = (name: string) => body.get(name) ?? []
  const first = (name: string) => values(name)[0] ?? ''
  const has = (field: string) => values('has').includes(field)
  const flags = values('flags')
  const keys = values('choiceKey')
  const choices = values('choiceLabel').flatMap((label, index) => {
    const key = keys[index] ?? ''
    return key.trim() === '' && label.trim() === '' ? [] : [{ key, label }]
  })
  const kind = itemKinds.find((one) => one === first('kind'))
  return {
    key: first('key'),
    short: first('short'),
    question: first('question'),
    guidance: first('guidance'),
    ...(kind === undefined ? {} : { kind }),
    isRequired: !flags.includes('optional'),
    alwaysApplies: flags.includes('always'),
    showsWhenItem: first('showsWhenItem'),
    ...(has('descriptors') ? { descriptors: descriptorsOf(body) } : {}),
    ...(has('critical') ? { isCritical: flags.includes('critical') } : {}),
    ...(has('unit') ? { unit: first('unit') } : {}),
    ...(has('choices') ? { choices, isMultiple: flags.includes('multiple') } : {}),
    ...(has('answers') ? { showsWhenIs: values('showsWhenIs') } : {}),
  }
}

/**
 * An item as its page sends it. Rows of choices in which nothing is typed are left out, and so are fields that the page
 * did not have: those of other kinds stay as they are stored.
 */
export const postedItem = (body: Body): Posted<Partial<DraftItemContent>> => {
  const read = sentItem.safeParse(
    Object.fromEntries(Object.keys(sentItem.shape).map((name) => [name, body.get(name) ?? []]))
  )
  const data = itemIn(body)
  if (!read.success) {
    return { ok: false, message: read.error.issues[0]?.message ?? incomplete, data }
  }
  const tooLong = Object.values(data.descriptors ?? {}).some((words) => words.length > longestText)
  if (tooLong) return { ok: false, message: tooLongText, data }
  return { ok: true, revision: read.data.revision[0] ?? 0, data }
}

const sentHead = z.object({
  title: one,
  judgement: one,
  source: one,
  scale: one,
  status: several,
  ageFrom: one,
  ageTo: one,
  flags: one,
  revision,
})

type PostedHead = Omit<DraftHead, 'rules' | 'themeMeaning' | 'themeReason' | 'leftOut'>

const headIn = (body: Body): PostedHead => {
  const first = (name: string) => body.get(name)?.[0] ?? ''
  return {
    title: first('title'),
    judgement: first('judgement'),
    source: first('source'),
    scale: first('scale'),
    status: body.get('status') ?? [],
    ageFrom: first('ageFrom'),
    ageTo: first('ageTo'),
    flags: first('flags'),
  }
}

export const postedHead = (body: Body): Posted<PostedHead> => {
  const read = sentHead.safeParse(
    Object.fromEntries(Object.keys(sentHead.shape).map((name) => [name, body.get(name) ?? []]))
  )
  const data = headIn(body)
  return read.success
    ? { ok: true, revision: read.data.revision[0] ?? 0, data }
    : { ok: false, message: read.error.issues[0]?.message ?? incomplete, data }
}

/** The grading rules: `rule:NAME`, '' for the standard. */
export const postedRules = (body: Body): Posted<Pick<DraftHead, 'rules'>> => {
  const read = revision.safeParse(body.get('revision') ?? [])
  const rules = Object.fromEntries(
    gradingRuleNames.map((name) => [name, (body.get(`rule:${name}`)?.[0] ?? '').slice(0, 100)])
  )
  return read.success
    ? { ok: true, revision: read.data[0] ?? 0, data: { rules } }
    : { ok: false, message: incomplete, data: { rules } }
}

export const blankForm = z.object({
  key: z.string().max(100, 'Write a shorter key').default(''),
  title: z.string().max(200, 'Write a shorter title').default(''),
})

export const addForm = z.object({ kind: z.enum(itemKinds, 'Choose what kind of item to add') })

export const moveForm = z.object({ to: z.enum(['up', 'down'], 'Choose up or down') })

export const retireForm = z.object({ retire: z.enum(['yes', 'no'], incomplete) })

export const publishForm = z.object({
  note: text.default(''),
  mark: z.string().max(20_000).default(''),
})

export const reasonForm = z.object({ reason: text.default('') })

/** What is said of the meaning of items: `meaning:ID` and `reason:ID`; ID `theme` is the grade of the theme. */
export const postedMeanings = (body: Body) =>
  [...body].flatMap(([name, values]) => {
    if (!name.startsWith('meaning:')) return []
    const itemId = name.slice('meaning:'.length)
    const said = values[0]
    const meaning = said === 'same' || said === 'changed' ? said : ('' as const)
    const reason = (body.get(`reason:${itemId}`)?.[0] ?? '').trim().slice(0, longestText)
    return [{ itemId, meaning, reason } as const]
  })

export const libraryFilters = z.object({
  q: z.string().max(200).default(''),
  judgement: z.union([z.literal(''), z.enum(judgements)]).default(''),
  state: z.enum(['', 'ours', 'withdrawn', 'waiting']).default(''),
})

/** An unknown version is taken for none. */
export const compareForm = z.object({
  from: z.string().max(20).catch('').default(''),
  to: z.string().max(20).catch('').default(''),
})

/** Anything of another form is no rubric, and is not asked of the database. */
export const rubricAddress = z.object({
  key: z.string().regex(rubricKeyForm),
  version: z.string().regex(versionForm),
})
