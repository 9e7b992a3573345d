/**
 * Asks of a draft what `rubric check` asks of a file: the fields of the file that it would become go through the same
 * reading, and each fault is brought back to the field that it is of, in the words of the pages.
 */
import { checkLibrary, type LibraryEntry } from '../../rubrics/rules/check-library.ts'
import type { Fault } from '../../rubrics/rules/fault.ts'
import { parseRubric, parseRubricNodes } from '../../rubrics/rules/parse-rubric.ts'
import { type NodePath, plainYaml } from '../../rubrics/rules/plain-yaml.ts'
import type { Rubric } from '../../rubrics/rules/rubric.ts'
import { rubricYaml } from '../../rubrics/rules/rubric-fields.ts'
import type { Scales } from '../../rubrics/rules/scale.ts'
import { type DraftHead, type DraftItemContent, draftFields } from './draft.ts'
import { faultWords } from './fault-words.ts'

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

/** `items`, `3`, `descriptors`, `good` is the field `descriptors.good` of the fourth item. */
const placeOf = ([first, item, ...names]: NodePath): Place => {
  if (first !== 'items' || typeof item !== 'number') {
    const path = [first, item, ...names].filter((name) => typeof name === 'string')
    return { item: undefined, field: path.length === 0 ? undefined : path.join('.') }
  }
  // A choice is told by its list.
  const field = names[0] === 'choices' ? 'choices' : names.join('.')
  return { item, field: field === '' ? undefined : field }
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
  [/^".*" asks what "/, 'question'],
  [/ already names the rubric in /, 'title'],
  [/ is on the scale ".*" here and on /, 'scale'],
  [/^the common block has no "/, 'items'],
  [/^".*" needs the choices /, 'choices'],
]

const quotedFirst = (message: string): string | undefined =>
  byMessage.find(([form]) => form.test(message))?.[1]

/** @param others what is published, and the other rubrics that this one has to stand beside */
export const checkDraft = (
  draft: DraftToCheck,
  { scales, others }: { readonly scales: Scales; readonly others: readonly LibraryEntry[] }
): CheckedDraft => {
  const file = `${draft.key}/${draft.version}.yaml`
  const scale = scales.get(draft.head.scale)
  const { yaml, pathOf } = plainYaml(file, fieldsOf(draft, scales))
  const parsed = parseRubricNodes(yaml, { scales })
  const located = ({ line, message }: Fault): DraftFault => {
    const place = placeOf(pathOf(line))
    const placed = message.replace(/the item on line (\d+)/, (_, at: string) => {
      const { item } = placeOf(pathOf(Number(at)))
      return item === undefined ? 'another item' : `item ${item + 1}`
    })
    return {
      item: place.item,
      field: fieldOf(place, message),
      message: faultWords(placed, scale),
    }
  }
  if (!parsed.ok) return { ok: false, faults: parsed.faults.map(located) }
  const entry = { file, rubric: parsed.rubric, lines: parsed.lines }
  const faults = checkLibrary([...others, entry]).filter((fault) => fault.file === file)
  return faults.length === 0
    ? { ok: true, entry, rubric: parsed.rubric }
    : { ok: false, faults: faults.map(located) }
}

const fieldsOf = ({ key, version, head, items }: DraftToCheck, scales: Scales) =>
  draftFields(key, version, head, items, scales.get(head.scale))

/**
 * The file that a sound draft becomes, read back: what is published has to be what its file says, and no more than a
 * file may hold.
 * @returns the faults of the file, as the command line says them
 */
export const checkDraftFile = (draft: DraftToCheck, scales: Scales): readonly string[] => {
  const file = `${draft.key}/${draft.version}.yaml`
  const parsed = parseRubric(file, rubricYaml(fieldsOf(draft, scales)), { scales })
  return parsed.ok ? [] : parsed.faults.map(({ message }) => message)
}
