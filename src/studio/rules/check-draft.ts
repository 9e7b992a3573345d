/**
 * Asks of a draft what `rubric check` asks of a file: the draft is written as the file that it would become, that file
 * is read, and each fault is brought back from its line to the field that stands there.
 */
import { isMap, isScalar, isSeq } from 'yaml'
import { checkLibrary, type LibraryEntry } from '../../rubrics/rules/check-library.ts'
import { parseRubric } from '../../rubrics/rules/parse-rubric.ts'
import { readYaml } from '../../rubrics/rules/read-yaml.ts'
import type { Rubric } from '../../rubrics/rules/rubric.ts'
import { rubricYaml } from '../../rubrics/rules/rubric-fields.ts'
import type { Scales } from '../../rubrics/rules/scale.ts'
import { type DraftHead, type DraftItemContent, draftFields } from './draft.ts'

/** What is wrong, and where: an item by its place among those given (undefined: the head), and its field if known. */
export type DraftFault = {
  readonly item: number | undefined
  /** As in a file: `short`, `descriptors.good`, `shows_when.is`; undefined concerns the whole. */
  readonly field: string | undefined
  readonly message: string
}

export type CheckedDraft =
  | { readonly ok: true; readonly entry: LibraryEntry; readonly rubric: Rubric }
  | { readonly ok: false; readonly faults: readonly DraftFault[] }

export type DraftToCheck = {
  readonly key: string
  /** The version that it would be published as. */
  readonly version: string
  readonly head: DraftHead
  /** Those that are not retired, in order. */
  readonly items: readonly DraftItemContent[]
}

type Place = Pick<DraftFault, 'item' | 'field'>

/** Which field starts on which line of a rubric file. */
const placesOf = (text: string): ReadonlyMap<number, Place> => {
  const places = new Map<number, Place>()
  const read = readYaml('draft', text)
  if (!read.ok) return places
  const { root, lineOf } = read.yaml
  const note = (line: number, place: Place) => {
    if (!places.has(line)) places.set(line, place)
  }
  const walk = (node: unknown, item: number | undefined, prefix: string): void => {
    if (!isMap(node)) return
    for (const pair of node.items) {
      const name = isScalar(pair.key) ? String(pair.key.value) : ''
      const field = prefix === '' ? name : `${prefix}.${name}`
      if (item === undefined && field === 'items' && isSeq(pair.value)) {
        for (const [index, each] of pair.value.items.entries()) {
          note(lineOf(each), { item: index, field: undefined })
          walk(each, index, '')
        }
        continue
      }
      note(lineOf(pair.key), { item, field })
      walk(pair.value, item, field)
      if (isSeq(pair.value)) {
        for (const each of pair.value.items) {
          note(lineOf(each), { item, field })
          if (isMap(each)) for (const one of each.items) note(lineOf(one.key), { item, field })
        }
      }
    }
  }
  walk(root, undefined, '')
  return places
}

/** The field that a message says is missing stands on no line: it is named in the message. */
const missing =
  /^(?:this item|this criterion|this number|this category|the rubric|"descriptors"|"shows_when") has no "([a-z_]+)"/

const fieldOf = (place: Place, message: string): string | undefined => {
  const name = missing.exec(message)?.[1]
  if (name === undefined) return place.field ?? quotedFirst(message)
  if (message.startsWith('"descriptors"')) return `descriptors.${name}`
  if (message.startsWith('"shows_when"')) return `shows_when.${name}`
  return name
}

/** A fault on an item's first line is of the field that its message is about. */
const byMessage: readonly (readonly [RegExp, string])[] = [
  [/^the (?:item )?key "/, 'key'],
  [/^the short "/, 'short'],
  [/^the question "/, 'question'],
  [/ is \w+ here and \w+ in /, 'kind'],
  [/ counts .+ here and .+ in /, 'unit'],
]

const quotedFirst = (message: string): string | undefined =>
  byMessage.find(([form]) => form.test(message))?.[1]

/** @param others what is published, and the other rubrics that this one has to stand beside */
export const checkDraft = (
  draft: DraftToCheck,
  { scales, others }: { readonly scales: Scales; readonly others: readonly LibraryEntry[] }
): CheckedDraft => {
  const file = `${draft.key}/${draft.version}.yaml`
  const text = rubricYaml(draftFields(draft.key, draft.version, draft.head, draft.items))
  const parsed = parseRubric(file, text, { scales })
  const places = placesOf(text)
  const located = (line: number, message: string): DraftFault => {
    const place = places.get(line) ?? { item: undefined, field: undefined }
    const words = message.replace(/the item on line (\d+)/, (_, at: string) => {
      const item = places.get(Number(at))?.item
      return item === undefined ? 'another item' : `item ${item + 1}`
    })
    return { item: place.item, field: fieldOf(place, message), message: words }
  }
  if (!parsed.ok) {
    return { ok: false, faults: parsed.faults.map(({ line, message }) => located(line, message)) }
  }
  const entry = { file, rubric: parsed.rubric, lines: parsed.lines }
  const faults = checkLibrary([...others, entry]).filter((fault) => fault.file === file)
  return faults.length === 0
    ? { ok: true, entry, rubric: parsed.rubric }
    : { ok: false, faults: faults.map(({ line, message }) => located(line, message)) }
}
