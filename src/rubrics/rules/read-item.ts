/**
 * Reads one item of a rubric file. Whether the items fit together (keys, follow-ups) is left to
 * check-items.ts.
 */
import {
  type Choice,
  type Item,
  type ItemBase,
  type ItemKind,
  itemKinds,
  longestShort,
  notApplicable,
  notEnoughEvidence,
  type ShowsWhen,
} from './rubric.ts'
import { fourGradeKey, type Scale } from './scale.ts'
import {
  type Fields,
  type Reading,
  readFields,
  readFlag,
  readForm,
  readList,
  readOneOf,
  readRequired,
  readText,
  report,
  type Value,
} from './yaml-fields.ts'

/** What was found of an item, so that other items can still be checked against a faulty one. */
export type FoundItem = {
  readonly line: number
  readonly showsWhenLine: number
  readonly key: string | undefined
  readonly item: Item | undefined
}

export const baseFields = [
  'key',
  'short',
  'question',
  'guidance',
  'kind',
  'required',
  'always_applies',
  'shows_when',
]
export const kindFields: Readonly<Record<ItemKind, readonly string[]>> = {
  grade: ['critical', 'descriptors'],
  yes_no: [],
  number: ['unit'],
  category: ['choices', 'multiple'],
  text: [],
}
const itemFields = [...baseFields, ...Object.values(kindFields).flat()]

const itemKeyForm = /^[a-z][a-z0-9_]{0,29}\.[a-z0-9][a-z0-9_]{0,39}$/
const itemKeyRemedy =
  'write lower-case letters, digits and _ on both sides of one full stop, such as cp.clarity'
const choiceKeyForm = /^[a-z0-9][a-z0-9_]{0,39}$/

/** @param scale of the rubric; undefined where it is not known, and then descriptors are not read */
export const readItem = (reading: Reading, value: Value, scale: Scale | undefined): FoundItem => {
  const faultsBefore = reading.faults.length
  const fields = readFields(reading, value, 'an item', itemFields)
  const found = { line: value.line, showsWhenLine: fields?.get('shows_when')?.line ?? value.line }
  if (fields === undefined) return { ...found, key: undefined, item: undefined }
  const need = (name: string, example: string) =>
    readRequired(reading, fields, name, 'this item', example)
  const key = readForm(
    reading,
    need('key', 'a key such as "key: cp.clarity"'),
    itemKeyForm,
    itemKeyRemedy
  )
  const short = readShort(reading, need('short', 'a name of at most 40 characters'))
  const question = readText(reading, need('question', 'the question as the auditor reads it'))
  const kind = readOneOf(
    reading,
    need('kind', 'one of grade, yes_no, number, category, text'),
    itemKinds
  )
  const base = {
    guidance: readText(reading, fields.get('guidance')),
    required: readFlag(reading, fields.get('required')) ?? true,
    alwaysApplies: readFlag(reading, fields.get('always_applies')) ?? false,
    showsWhen: readShowsWhen(reading, fields.get('shows_when')),
  }
  if (kind === undefined) return { ...found, key, item: undefined }
  refuseFieldsOfOtherKinds(reading, fields, kind)
  const item = readKind(reading, fields, kind, scale, {
    key: key ?? '',
    short: short ?? '',
    question: question ?? '',
    ...base,
  })
  return { ...found, key, item: reading.faults.length > faultsBefore ? undefined : item }
}

const readShort = (reading: Reading, value: Value | undefined): string | undefined => {
  const short = readText(reading, value)
  if (value === undefined || short === undefined) return undefined
  const length = [...short].length
  if (length <= longestShort) return short
  report(
    reading,
    value.line,
    `"short" has ${length} characters; write at most ${longestShort}, since charts have no room for more`
  )
  return undefined
}

const readShowsWhen = (reading: Reading, value: Value | undefined): ShowsWhen | undefined => {
  if (value === undefined) return undefined
  const fields = readFields(reading, value, '"shows_when"', ['item', 'is'])
  if (fields === undefined) return undefined
  const owner = '"shows_when"'
  const item = readText(
    reading,
    readRequired(reading, fields, 'item', owner, 'the key of the item that decides')
  )
  const isList = readRequired(reading, fields, 'is', owner, 'the answers, such as "is: [no]"')
  const answers = readList(reading, isList)
  if (answers?.length === 0) {
    report(reading, fields.line, '"is" lists no answer, so the item would never show; name one')
  }
  const is = answers?.map((answer) => readText(reading, answer))
  if (item === undefined || is === undefined) return undefined
  const named = is.filter((answer) => answer !== undefined)
  return { item, is: [...new Set(named)].sort() }
}

const refuseFieldsOfOtherKinds = (reading: Reading, fields: Fields, kind: ItemKind) => {
  for (const owner of itemKinds) {
    if (owner === kind) continue
    for (const name of kindFields[owner]) {
      const value = fields.get(name)
      if (value === undefined) continue
      const message = `"${name}" belongs to items of kind ${owner} and this one is ${kind}; delete it or change "kind"`
      report(reading, value.line, message)
    }
  }
}

const readKind = (
  reading: Reading,
  fields: Fields,
  kind: ItemKind,
  scale: Scale | undefined,
  base: ItemBase
): Item | undefined => {
  if (kind === 'grade') {
    const critical = readFlag(reading, fields.get('critical')) ?? false
    if (scale === undefined) return undefined
    if (critical && scale.key !== fourGradeKey) {
      const message = `"critical" limits a grade, which is for the four grades; this rubric is on "${scale.key}", so delete it`
      report(reading, fields.get('critical')?.line ?? fields.line, message)
    }
    const descriptors = readDescriptors(reading, fields, scale)
    return descriptors === undefined ? undefined : { ...base, kind, critical, descriptors }
  }
  if (kind === 'number') {
    const example = 'what is counted, such as "unit: days"'
    const unit = readText(reading, readRequired(reading, fields, 'unit', 'this number', example))
    return unit === undefined ? undefined : { ...base, kind, unit }
  }
  if (kind === 'category') {
    const multiple = readFlag(reading, fields.get('multiple')) ?? false
    const choices = readChoices(reading, fields)
    return choices === undefined ? undefined : { ...base, kind, choices, multiple }
  }
  return { ...base, kind }
}

const readDescriptors = (
  reading: Reading,
  fields: Fields,
  scale: Scale
): Readonly<Record<string, string>> | undefined => {
  const example = `one text for each of ${scale.values.map(({ key }) => key).join(', ')} below "descriptors:"`
  const value = readRequired(reading, fields, 'descriptors', 'this criterion', example)
  if (value === undefined) return undefined
  const keys = scale.values.map(({ key }) => key)
  const found = readFields(reading, value, '"descriptors"', keys)
  if (found === undefined) return undefined
  return Object.fromEntries(
    keys.map((key) => {
      const words = 'what an auditor would see at that grade'
      return [
        key,
        readText(reading, readRequired(reading, found, key, '"descriptors"', words)) ?? '',
      ]
    })
  )
}

const readChoices = (reading: Reading, fields: Fields): readonly Choice[] | undefined => {
  const example = 'entries such as "- { key: family, label: The family }"'
  const value = readRequired(reading, fields, 'choices', 'this category', example)
  const entries = readList(reading, value)
  if (value === undefined || entries === undefined) return undefined
  if (entries.length < 2) {
    report(reading, value.line, `"choices" has ${entries.length}; a category needs at least two`)
  }
  const choices = entries.map((entry) => readChoice(reading, entry))
  const seen = { key: new Set<string>(), label: new Set<string>() }
  for (const [index, choice] of choices.entries()) {
    const line = entries[index]?.line ?? value.line
    for (const part of ['key', 'label'] as const) {
      const text = choice?.[part].toLowerCase()
      if (text === undefined) continue
      if (seen[part].has(text)) report(reading, line, `this ${part} is there twice; change one`)
      seen[part].add(text)
    }
  }
  return choices.filter((choice) => choice !== undefined)
}

const readChoice = (reading: Reading, value: Value): Choice | undefined => {
  const fields = readFields(reading, value, 'a choice', ['key', 'label'])
  if (fields === undefined) return undefined
  const keyValue = readRequired(
    reading,
    fields,
    'key',
    'this choice',
    'a key such as "key: family"'
  )
  const remedy = 'write lower-case letters, digits and _, in quotes where it is a number'
  const key = readForm(reading, keyValue, choiceKeyForm, remedy)
  const labelValue = readRequired(
    reading,
    fields,
    'label',
    'this choice',
    'the words people choose'
  )
  const label = readText(reading, labelValue)
  if (key === notApplicable || key === notEnoughEvidence) {
    report(reading, fields.line, `"${key}" is an answer that every item has; leave this choice out`)
  }
  return key === undefined || label === undefined ? undefined : { key, label }
}
