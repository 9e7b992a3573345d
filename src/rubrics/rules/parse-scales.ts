/** Reads rubrics/scales.yaml: how the four grades are named on each scale, or every fault at once. */
import type { Fault } from './fault.ts'
import { readYaml } from './read-yaml.ts'
import { type Grade, grades, type Scale, type ScaleGrade, type Scales } from './scale.ts'
import {
  type Reading,
  readFields,
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
  if (reading.faults.length === 0) return { ok: true, scales }
  return { ok: false, faults: reading.faults.sort((a, b) => a.line - b.line) }
}

const readScale = (reading: Reading, value: Value): Scale | undefined => {
  const fields = readFields(reading, value, 'a scale', ['key', 'title', 'grades'])
  if (fields === undefined) return undefined
  const need = (name: string, example: string) =>
    readRequired(reading, fields, name, 'this scale', example)
  const key = readForm(
    reading,
    need('key', 'a key such as "key: four_grade"'),
    /^[a-z][a-z0-9_]{0,39}$/,
    'write lower-case letters, digits and _'
  )
  const title = readText(reading, need('title', 'the name as a person says it'))
  const gradesValue = need('grades', 'the four grades, best first')
  const found = (readList(reading, gradesValue) ?? []).map((entry) => readGrade(reading, entry))
  const order = found.map((grade) => grade?.key)
  if (gradesValue !== undefined && !order.includes(undefined) && order.join() !== grades.join()) {
    const message = `"grades" lists ${order.join(', ') || 'none'}; list all four, best first: ${grades.join(', ')}`
    report(reading, gradesValue.line, message)
  }
  if (key === undefined || title === undefined) return undefined
  return { key, title, grades: found.filter((grade) => grade !== undefined) }
}

const readGrade = (reading: Reading, value: Value): ScaleGrade | undefined => {
  const fields = readFields(reading, value, 'a grade', ['key', 'label', 'letter'])
  if (fields === undefined) return undefined
  const need = (name: string, example: string) =>
    readRequired(reading, fields, name, 'this grade', example)
  const key: Grade | undefined = readOneOf(
    reading,
    need('key', `one of ${grades.join(', ')}`),
    grades
  )
  const label = readText(reading, need('label', 'the words people see'))
  const remedy = 'write one or two capital letters'
  const letter = readForm(reading, need('letter', 'one or two letters'), /^[A-Z]{1,2}$/, remedy)
  return key === undefined || label === undefined || letter === undefined
    ? undefined
    : { key, label, letter }
}
