/**
 * Reads a rubric file whole: the rubric, or every fault in it at once. Items are read by
 * read-item.ts; whether several rubrics go together is checked by check-library.ts.
 */

import { checkItems } from './check-items.ts'
import { checkKnownItems } from './check-known-items.ts'
import { type Fault, quoted } from './fault.ts'
import { type GradingRules, gradingRuleNames, ruleValues } from './grading-rule.ts'
import { judgements } from './judgement.ts'
import { nearestName } from './nearest-names.ts'
import { readApplies } from './read-applies.ts'
import { readItem } from './read-item.ts'
import { readYaml, type YamlFile } from './read-yaml.ts'
import { auditThemeKey, commonKey, type Item, type Rubric } from './rubric.ts'
import { versionForm } from './rubric-version.ts'
import { fourGradeKey, type Scale, type Scales } from './scale.ts'
import {
  type Fields,
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

export type ParsedRubric =
  | { readonly ok: true; readonly rubric: Rubric; readonly lines: ItemLines }
  | { readonly ok: false; readonly faults: readonly Fault[] }

/** The line on which each item starts, by its key. */
export type ItemLines = ReadonlyMap<string, number>

export type ParseOptions = {
  readonly scales: Scales
  /**
   * Where the file lies, when `file` as shown to people does not say it (a bare `1.yaml`). Folder
   * and file name are compared with the key and the version as far as they are there.
   */
  readonly path?: string
  /** The file was sent by a browser: its name says nothing. */
  readonly isNamedFreely?: boolean
}

export const rubricFields = [
  'key',
  'version',
  'title',
  'judgement',
  'source',
  'scale',
  'applies',
  'rules',
  'items',
]
export const rubricKeyForm = /^[a-z][a-z0-9_]{0,39}$/

/**
 * @param file the name that faults carry
 * @param content the bytes of the file, or text that came from elsewhere
 */
export const parseRubric = (
  file: string,
  content: string | Uint8Array,
  options: ParseOptions
): ParsedRubric => {
  const read = readYaml(file, content)
  return read.ok ? parseRubricNodes(read.yaml, options) : read
}

/** The same of nodes that are there already. */
export const parseRubricNodes = (yaml: YamlFile, options: ParseOptions): ParsedRubric => {
  const reading: Reading = { yaml, faults: [] }
  const found = readRubric(reading, options)
  if (reading.faults.length === 0 && found !== undefined) return { ok: true, ...found }
  return { ok: false, faults: reading.faults.sort((a, b) => a.line - b.line) }
}

const readRubric = (
  reading: Reading,
  options: ParseOptions
): { rubric: Rubric; lines: ItemLines } | undefined => {
  const root = { node: reading.yaml.root, line: 1, name: 'the file' }
  const fields = readFields(reading, root, 'a rubric', rubricFields)
  if (fields === undefined) return undefined
  const need = (name: string, example: string) =>
    readRequired(reading, fields, name, 'the rubric', example)
  const key = readKey(reading, need('key', 'the name of its folder, such as "key: cp_plan"'))
  const version = readVersion(reading, need('version', 'a version, such as "version: 1"'))
  if (options.isNamedFreely !== true) {
    checkPath(reading, fields, options.path ?? reading.yaml.file, key, version)
  }
  const title = readText(reading, need('title', 'the name as a person says it'))
  const source = readText(reading, need('source', 'where the questions come from'))
  const judgement = readOneOf(
    reading,
    key === commonKey
      ? fields.get('judgement')
      : need('judgement', `one of ${judgements.join(', ')}`),
    judgements
  )
  const scale = readScale(reading, need('scale', '"scale: four_grade"'), options.scales)
  const applies = readApplies(reading, need('applies', '"applies: {}" for every case'))
  // What the items say is read even where the scale is misspelt, so that every fault is reported at once.
  const meantScale = scale ?? likelyScale(fields.get('scale'), options.scales)
  const rules = readRules(reading, fields.get('rules'), key, meantScale)
  const found = readItems(reading, need('items', 'the list of questions'), key, meantScale)
  checkCommonScale(reading, fields, key, scale)
  if (key === undefined || version === undefined || title === undefined) return undefined
  if (source === undefined || scale === undefined || applies === undefined) return undefined
  const rubric = {
    key,
    version,
    title,
    judgement,
    source,
    scale: scale.key,
    ...(scale.key === fourGradeKey ? {} : { ownScale: scale }),
    applies,
    rules,
    items: found.items,
  }
  return { rubric, lines: found.lines }
}

const readScale = (
  reading: Reading,
  value: Value | undefined,
  scales: Scales
): Scale | undefined => {
  const key = readOneOf(reading, value, [...scales.keys()])
  return key === undefined ? undefined : scales.get(key)
}

const likelyScale = (value: Value | undefined, scales: Scales): Scale | undefined => {
  const typed =
    typeof value?.node === 'object' && value.node !== null && 'value' in value.node
      ? String(value.node.value)
      : fourGradeKey
  return scales.get(nearestName(typed, [...scales.keys()]) ?? '')
}

const readKey = (reading: Reading, value: Value | undefined): string | undefined => {
  const remedy = 'write lower-case letters, digits and _, beginning with a letter'
  const key = readForm(reading, value, rubricKeyForm, remedy)
  if (value !== undefined && key === auditThemeKey) {
    report(reading, value.line, '"audit" is the name of the grade of a whole audit; choose another')
  }
  return key
}

/** `1` is a number to YAML and `1-local.1` a text; both are kept as they were typed. */
const readVersion = (reading: Reading, value: Value | undefined): string | undefined => {
  if (value === undefined) return undefined
  const node = value.node
  const typed =
    typeof node === 'object' && node !== null && 'source' in node ? String(node.source) : ''
  if (versionForm.test(typed)) return typed
  const message = `"version" is ${quoted(typed)}; write a whole number such as 1 or, for a council's own version of it, 1-local.1`
  report(reading, value.line, message)
  return undefined
}

/** Folder and file name say the same as key and version, so that a version is found by its name. */
const checkPath = (
  reading: Reading,
  fields: Fields,
  path: string,
  key: string | undefined,
  version: string | undefined
) => {
  const [name, folder] = path.split(/[\\/]/).reverse()
  if (key !== undefined && folder !== undefined && folder !== key) {
    const message = `the key is ${quoted(key)} but the folder is ${quoted(folder)}; make them the same`
    report(reading, fields.get('key')?.line ?? 1, message)
  }
  if (version !== undefined && name !== `${version}.yaml`) {
    const message = `the version is ${quoted(version)} but the file is named ${quoted(name)}; name the file ${version}.yaml`
    report(reading, fields.get('version')?.line ?? 1, message)
  }
}

const readRules = (
  reading: Reading,
  value: Value | undefined,
  key: string | undefined,
  scale: Scale | undefined
): Partial<GradingRules> => {
  if (value === undefined) return {}
  const fields = readFields(reading, value, '"rules"', gradingRuleNames)
  if (fields === undefined) return {}
  for (const name of gradingRuleNames) {
    const set = fields.get(name)
    if (set === undefined || scale === undefined || isRuleOf(scale, name)) continue
    const message = scale.isOrdered
      ? `"${name}" is a rule of the four grades, and this rubric is on ${quoted(scale.key)}; delete it`
      : `"${name}" is a rule for a grade of the theme, and on ${quoted(scale.key)}, which has no order, there is none; delete it`
    report(reading, set.line, message)
  }
  const unsafe = fields.get('unsafe_caps')
  if (unsafe !== undefined && key !== undefined && key !== commonKey) {
    const message = '"unsafe_caps" acts on the whole audit; set it in the common block instead'
    report(reading, unsafe.line, message)
  }
  const set = gradingRuleNames.flatMap((name) => {
    const given = readOneOf<string>(reading, fields.get(name), ruleValues[name])
    return given === undefined ? [] : [[name, given] as const]
  })
  return Object.fromEntries(set)
}

/** The caps are of the four grades; of another scale only the middle value can be set, where it has an order. */
const isRuleOf = (scale: Scale, name: string): boolean =>
  scale.key === fourGradeKey || (scale.isOrdered && name === 'lower_median')

/** Its criteria count towards the audit grade, which is on the four grades. */
const checkCommonScale = (
  reading: Reading,
  fields: Fields,
  key: string | undefined,
  scale: Scale | undefined
) => {
  if (key !== commonKey || scale === undefined || scale.key === fourGradeKey) return
  const message = `the common block is on ${quoted(scale.key)}, but it counts towards the audit grade; write four_grade`
  report(reading, fields.get('scale')?.line ?? 1, message)
}

const readItems = (
  reading: Reading,
  value: Value | undefined,
  rubricKey: string | undefined,
  scale: Scale | undefined
): { items: readonly Item[]; lines: ItemLines } => {
  const entries = readList(reading, value)
  if (value === undefined || entries === undefined) return { items: [], lines: new Map() }
  if (entries.length === 0) report(reading, value.line, '"items" is empty; write at least one item')
  const found = entries.map((entry) => readItem(reading, entry, scale))
  checkItems(reading, found)
  checkKnownItems(reading, rubricKey, value.line, found)
  return {
    items: found.flatMap((each) => (each.item === undefined ? [] : [each.item])),
    lines: new Map(
      found.flatMap((each) => (each.key === undefined ? [] : [[each.key, each.line]]))
    ),
  }
}
