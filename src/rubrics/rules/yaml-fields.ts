/**
 * Reads the fields of a YAML mapping as text, numbers, lists and choices, and notes every fault
 * with its line on the way. Which fields a rubric has is left to read-rubric-fields.ts and others.
 */
import { isMap, isScalar, isSeq } from 'yaml'
import type { Fault } from './fault.ts'
import { quoted } from './fault.ts'
import { nearestName } from './nearest-names.ts'
import type { YamlFile } from './read-yaml.ts'

/** The file being read and the faults found so far. */
export type Reading = { readonly yaml: YamlFile; readonly faults: Fault[] }

/** A value with its line and the words for it in a message, such as `the field "short"`. */
export type Value = { readonly node: unknown; readonly line: number; readonly name: string }

export type Fields = {
  readonly line: number
  readonly get: (name: string) => Value | undefined
  /** True where a field was given under a name that is nearly this one, which is a fault already. */
  readonly isMisspelt: (name: string) => boolean
}

export const report = (reading: Reading, line: number, message: string) => {
  reading.faults.push({ file: reading.yaml.file, line, message })
}

/** `one, two or three`, each in quotes. */
export const listed = (names: readonly string[]): string => {
  const inQuotes = names.map(quoted)
  const last = inQuotes.pop() ?? ''
  return inQuotes.length === 0 ? last : `${inQuotes.join(', ')} or ${last}`
}

/** The nearest name as a question, or all that are possible. */
export const meant = (typed: string, known: readonly string[]): string => {
  const nearest = nearestName(typed, known)
  return nearest === undefined ? `write ${listed(known)}` : `did you mean ${quoted(nearest)}?`
}

/**
 * Opens a mapping: undefined, with a fault, when the value is not one. Fields that `known` does
 * not list and fields given twice are faults; of a repeated field the first counts.
 * @param owner who has the fields, such as `an item`
 */
export const readFields = (
  reading: Reading,
  value: Value,
  owner: string,
  known: readonly string[]
): Fields | undefined => {
  if (!isMap(value.node)) {
    const message = `${value.name} is ${kindOf(value.node)}; write fields such as "${known[0]}: …"`
    report(reading, value.line, message)
    return undefined
  }
  const found = new Map<string, Value>()
  const misspelt = new Set<string | undefined>()
  for (const pair of value.node.items) {
    const line = pair.key === null ? value.line : reading.yaml.lineOf(pair.key)
    const name = isScalar(pair.key) ? String(pair.key.value) : undefined
    const earlier = name === undefined ? undefined : found.get(name)
    if (name === undefined) {
      report(reading, line, `a field of ${owner} has no plain name; ${meant('', known)}`)
    } else if (!known.includes(name)) {
      const nearest = nearestName(name, known)
      misspelt.add(nearest)
      const remedy =
        nearest === undefined
          ? `delete it, or use ${listed(known)}`
          : `did you mean ${quoted(nearest)}?`
      report(reading, line, `${quoted(name)} is not a field of ${owner}; ${remedy}`)
    } else if (earlier !== undefined) {
      const message = `${quoted(name)} is given twice, first on line ${earlier.line}; keep one of the two`
      report(reading, line, message)
    } else {
      // One of ours, so nothing in it needs the care of `quoted`, which every field of a library would pay for.
      found.set(name, { node: pair.value, line, name: `"${name}"` })
    }
  }
  return {
    line: value.line,
    get: (name) => found.get(name),
    isMisspelt: (name) => misspelt.has(name),
  }
}

/** A field that has to be there; its absence is a fault on the line where its owner starts. */
export const readRequired = (
  reading: Reading,
  fields: Fields,
  name: string,
  owner: string,
  example: string
): Value | undefined => {
  const value = fields.get(name)
  if (value === undefined && !fields.isMisspelt(name)) {
    report(reading, fields.line, `${owner} has no ${quoted(name)}; add ${example}`)
  }
  return value
}

/**
 * Text of one paragraph: runs of spaces and line ends become one space, since spacing may change
 * without the meaning changing. Undefined, with a fault, when it is empty or not text.
 */
export const readText = (reading: Reading, value: Value | undefined): string | undefined => {
  if (value === undefined) return undefined
  const given = isScalar(value.node) ? value.node.value : value.node
  if (typeof given !== 'string') {
    const remedy = isScalar(value.node) && given !== null ? 'put it in quotes' : 'write text'
    report(reading, value.line, `${value.name} is ${kindOf(value.node)}; ${remedy}`)
    return undefined
  }
  const text = given.replace(/\s+/gu, ' ').trim().normalize('NFC')
  if (text === '') {
    report(
      reading,
      value.line,
      `${value.name} is empty; write text, or leave the field out if it may be`
    )
    return undefined
  }
  if (/[\p{Cc}\p{Cs}]/u.test(text)) {
    const message = `${value.name} has a control character or half of a character, written with a backslash; take it out`
    report(reading, value.line, message)
    return undefined
  }
  return text
}

/** Text of a set form, such as a key. */
export const readForm = (
  reading: Reading,
  value: Value | undefined,
  form: RegExp,
  remedy: string
): string | undefined => {
  const text = readText(reading, value)
  if (value === undefined || text === undefined || form.test(text)) return text
  report(reading, value.line, `${value.name} is ${quoted(text)}; ${remedy}`)
  return undefined
}

/** One of the names in `known`. */
export const readOneOf = <Name extends string>(
  reading: Reading,
  value: Value | undefined,
  known: readonly Name[]
): Name | undefined => {
  if (value === undefined) return undefined
  const text = readText(reading, value)
  if (text === undefined) return undefined
  const name = known.find((each) => each === text)
  if (name === undefined) {
    report(reading, value.line, `${value.name} cannot be ${quoted(text)}; ${meant(text, known)}`)
  }
  return name
}

/** True or false; undefined when the field is left out or, with a fault, when it is neither. */
export const readFlag = (reading: Reading, value: Value | undefined): boolean | undefined => {
  if (value === undefined) return undefined
  const given = isScalar(value.node) ? value.node.value : undefined
  if (typeof given === 'boolean') return given
  report(reading, value.line, `${value.name} is ${kindOf(value.node)}; write true or false`)
  return undefined
}

/** A whole number between two bounds, both included. */
export const readWhole = (
  reading: Reading,
  value: Value | undefined,
  least: number,
  most: number
): number | undefined => {
  if (value === undefined) return undefined
  const given = isScalar(value.node) ? value.node.value : undefined
  if (typeof given === 'number' && Number.isInteger(given) && given >= least && given <= most) {
    return given
  }
  const message = `${value.name} is ${kindOf(value.node)}; write a whole number from ${least} to ${most}`
  report(reading, value.line, message)
  return undefined
}

/** The elements of a list; undefined, with a fault, when the value is not a list. */
export const readList = (reading: Reading, value: Value | undefined): Value[] | undefined => {
  if (value === undefined) return undefined
  if (!isSeq(value.node)) {
    const message = `${value.name} is ${kindOf(value.node)}; write a list: each entry on a line of its own after "- ", or between [ and ]`
    report(reading, value.line, message)
    return undefined
  }
  return value.node.items.map((node, index) => ({
    node,
    line: reading.yaml.lineOf(node),
    name: `entry ${index + 1} of ${value.name}`,
  }))
}

/** What a node is, in words: `the number 3`, `a list`, `empty`. */
const kindOf = (node: unknown): string => {
  if (isMap(node)) return 'a group of fields'
  if (isSeq(node)) return 'a list'
  if (!isScalar(node) || node.value === null) return 'empty'
  if (typeof node.value === 'number') return `the number ${node.source ?? node.value}`
  if (typeof node.value === 'boolean') return `the switch ${node.value}`
  return `the text ${quoted(node.value)}`
}
