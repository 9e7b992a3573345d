/** Reads rubrics/scales.yaml: the scales that rubrics can name, or every fault at once. */
import { type Fault, quoted } from './fault.ts'
import { readYaml } from './read-yaml.ts'
import { notApplicable, notEnoughEvidence } from './rubric.ts'
import {
  fourGradeKey,
  grades,
  type Scale,
  type Scales,
  type ScaleValue,
  scaleColours,
} from './scale.ts'
import {
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

export type ParsedScales =
  | { readonly ok: true; readonly scales: Scales }
  | { readonly ok: false; readonly faults: readonly Fault[] }

const keyForm = /^[a-z][a-z0-9_]{0,39}$/
const keyRemedy = 'write lower-case letters, digits and _'

/** The fields of a scale and of a value, as README.md lists them. */
export const scaleFields = ['key', 'title', 'ordered', 'values']
export const scaleValueFields = ['key', 'label', 'letter', 'colour', 'positive', 'outside']

export const parseScales = (file: string, content: string | Uint8Array): ParsedScales => {
  const read = readYaml(file, content)
  if (!read.ok) return read
  const reading: Reading = { yaml: read.yaml, faults: [] }
  const root = { node: read.yaml.root, line: 1, name: 'the file' }
  const fields = readFields(reading, root, 'the file', ['scales'])
  const list =
    fields &&
    readRequired(reading, fields, 'scales', 'the file', 'a list of scales below "scales:"')
  const scales = new Map<string, Scale>()
  for (const entry of readList(reading, list) ?? []) {
    const scale = readScale(reading, entry)
    if (scale === undefined) continue
    if (scales.has(scale.key))
      report(reading, entry.line, `the scale "${scale.key}" is there twice; keep one of the two`)
    scales.set(scale.key, scale)
  }
  if (list !== undefined && reading.faults.length === 0 && !scales.has(fourGradeKey)) {
    const message = `there is no scale "${fourGradeKey}", which the audit grade is on; put it back`
    report(reading, list.line, message)
  }
  if (reading.faults.length === 0) return { ok: true, scales }
  return { ok: false, faults: reading.faults.sort((a, b) => a.line - b.line) }
}

type FoundValue = { readonly line: number; readonly value: ScaleValue | undefined }

const readScale = (reading: Reading, value: Value): Scale | undefined => {
  const fields = readFields(reading, value, 'a scale', scaleFields)
  if (fields === undefined) return undefined
  const need = (name: string, example: string) =>
    readRequired(reading, fields, name, 'this scale', example)
  const key = readForm(reading, need('key', 'a key such as "key: rag"'), keyForm, keyRemedy)
  const title = readText(reading, need('title', 'the name as a person says it'))
  const isOrdered = readFlag(
    reading,
    need('ordered', '"ordered: true", or false where no value is better than another')
  )
  const valuesLine = need('values', 'the values, best first')
  const found = (readList(reading, valuesLine) ?? []).map((entry) => readValue(reading, entry))
  if (valuesLine !== undefined) checkValues(reading, valuesLine.line, key, found)
  if (key === undefined || title === undefined || isOrdered === undefined) return undefined
  const values = found.flatMap((each) => (each.value === undefined ? [] : [each.value]))
  if (isOrdered) checkOrder(reading, found)
  return { key, title, isOrdered, values }
}

const readValue = (reading: Reading, entry: Value): FoundValue => {
  const fields = readFields(reading, entry, 'a value', scaleValueFields)
  if (fields === undefined) return { line: entry.line, value: undefined }
  const need = (name: string, example: string) =>
    readRequired(reading, fields, name, 'this value', example)
  const key = readForm(reading, need('key', 'a key such as "key: amber"'), keyForm, keyRemedy)
  const label = readText(reading, need('label', 'the words people see'))
  const remedy = 'write one or two capital letters'
  const letter = readForm(reading, need('letter', 'one or two letters'), /^[A-Z]{1,2}$/, remedy)
  const colour = readOneOf(
    reading,
    need('colour', `one of ${scaleColours.join(', ')}`),
    scaleColours
  )
  const isPositive = readFlag(reading, fields.get('positive')) ?? false
  const isOutside = readFlag(reading, fields.get('outside')) ?? false
  if (key === notApplicable || key === notEnoughEvidence) {
    report(reading, entry.line, `"${key}" is an answer that every item has; leave this value out`)
  }
  if (isPositive && isOutside) {
    const message = 'a value that is not counted cannot be a good one; delete "positive"'
    report(reading, entry.line, message)
  }
  if (key === undefined || label === undefined || letter === undefined || colour === undefined) {
    return { line: entry.line, value: undefined }
  }
  return { line: entry.line, value: { key, label, letter, colour, isPositive, isOutside } }
}

const checkValues = (
  reading: Reading,
  line: number,
  scale: string | undefined,
  found: readonly FoundValue[]
) => {
  for (const part of ['key', 'label', 'letter', 'colour'] as const) {
    const seen = new Map<string, number>()
    for (const each of found) {
      const text = each.value?.[part]
      if (text === undefined) continue
      const first = seen.get(text)
      if (first === undefined) seen.set(text, each.line)
      else {
        const message = `the ${part} ${quoted(text)} was already used on line ${first}; each value needs its own`
        report(reading, each.line, message)
      }
    }
  }
  const keys = found.map((each) => each.value?.key)
  if (scale === fourGradeKey && !keys.includes(undefined) && keys.join() !== grades.join()) {
    const message = `"values" lists ${keys.join(', ') || 'none'}; the program knows the four grades by key, so list ${grades.join(', ')}`
    report(reading, line, message)
  } else if (found.filter((each) => each.value?.isOutside !== true).length < 2) {
    report(reading, line, '"values" has fewer than two that count; a scale needs at least two')
  }
}

/** Best first: what counts as good stands before what does not, and what is outside n at the end. */
const checkOrder = (reading: Reading, found: readonly FoundValue[]) => {
  const rank = ({ isPositive, isOutside }: ScaleValue) => (isOutside ? 2 : isPositive ? 0 : 1)
  let highest = 0
  for (const { line, value } of found) {
    if (value === undefined) continue
    if (rank(value) < highest) {
      const message = `${quoted(value.key)} stands below a worse value; list positive values first and those outside the count last`
      report(reading, line, message)
    }
    highest = Math.max(highest, rank(value))
  }
}
