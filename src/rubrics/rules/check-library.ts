/**
 * Checks that several rubrics can stand side by side: no key, title or meaning twice. Faults within
 * one file belong to parse-rubric.ts.
 */
import { type Fault, quoted } from './fault.ts'
import type { ItemLines } from './parse-rubric.ts'
import type { Item, Rubric } from './rubric.ts'
import { compareVersions } from './rubric-version.ts'

export type LibraryEntry = {
  readonly file: string
  readonly rubric: Rubric
  readonly lines: ItemLines
}

/**
 * Versions of one rubric share their item keys and may reword them, but an item keeps its kind and
 * its unit: answers under one key have to be comparable for ever.
 */
export const checkLibrary = (entries: readonly LibraryEntry[]): readonly Fault[] => {
  const faults: Fault[] = []
  const versions = new Map<string, LibraryEntry>()
  const scales = new Map<string, LibraryEntry>()
  const titles = new Map<string, LibraryEntry>()
  const items = new Map<string, { entry: LibraryEntry; item: Item }>()
  for (const entry of entries) {
    const { file, rubric } = entry
    const version = `${rubric.key} ${rubric.version}`
    const sameVersion = versions.get(version)
    if (sameVersion !== undefined) {
      const message = `${version} is already in ${sameVersion.file}; give one of them the next version`
      faults.push({ file, line: 1, message })
    } else versions.set(version, entry)
    const onScale = scales.get(rubric.key)
    if (onScale === undefined) scales.set(rubric.key, entry)
    else if (onScale.rubric.scale !== rubric.scale) {
      const message = `${rubric.key} is on the scale ${quoted(rubric.scale)} here and on ${quoted(onScale.rubric.scale)} in ${onScale.file}; a theme keeps its scale, so make it a rubric of its own`
      faults.push({ file, line: 1, message })
    }
    for (const name of [rubric.title, rubric.key]) {
      const owner = titles.get(name.toLowerCase())
      if (owner === undefined) titles.set(name.toLowerCase(), entry)
      else if (owner.rubric.key !== rubric.key) {
        const message = `${quoted(name)} already names the rubric in ${owner.file}; a key or title names one rubric`
        faults.push({ file, line: 1, message })
      }
    }
    for (const item of rubric.items) {
      const earlier = items.get(item.key)
      if (earlier === undefined) items.set(item.key, { entry, item })
      else {
        const message = whyDifferent(earlier.entry, earlier.item, rubric, item)
        const line = entry.lines.get(item.key) ?? 1
        if (message !== undefined) faults.push({ file, line, message })
      }
    }
  }
  return [...faults, ...renamedKeys(entries)]
}

/**
 * The same question under another key in a later version, the old key gone: results before and after would fall apart
 * unnoticed.
 */
const renamedKeys = (entries: readonly LibraryEntry[]): Fault[] => {
  const faults: Fault[] = []
  const asked = (text: string) => text.toLowerCase()
  for (const versions of Map.groupBy(entries, ({ rubric }) => rubric.key).values()) {
    const inOrder = versions.toSorted((a, b) => compareVersions(a.rubric.version, b.rubric.version))
    for (const [place, entry] of inOrder.entries()) {
      const before = inOrder[place - 1]
      if (before === undefined) continue
      const has = (rubric: Rubric, key: string) => rubric.items.some((item) => item.key === key)
      for (const item of entry.rubric.items) {
        if (has(before.rubric, item.key)) continue
        const old = before.rubric.items.find(
          (each) => asked(each.question) === asked(item.question) && !has(entry.rubric, each.key)
        )
        if (old === undefined) continue
        const message = `"${item.key}" asks what "${old.key}" asks in ${before.file}; an item keeps its key in all versions, so name it "${old.key}" again`
        faults.push({ file: entry.file, line: entry.lines.get(item.key) ?? 1, message })
      }
    }
  }
  return faults
}

const whyDifferent = (
  before: LibraryEntry,
  earlier: Item,
  rubric: Rubric,
  item: Item
): string | undefined => {
  if (before.rubric.key !== rubric.key) {
    return `the item key "${item.key}" is already used in ${before.file}; a key belongs to one rubric, so choose another`
  }
  if (earlier.kind !== item.kind) {
    return `"${item.key}" is ${item.kind} here and ${earlier.kind} in ${before.file}; a new kind is a new question, so give it a new key`
  }
  if (earlier.kind === 'number' && item.kind === 'number' && earlier.unit !== item.unit) {
    return `"${item.key}" counts ${item.unit} here and ${earlier.unit} in ${before.file}; a new unit is a new question, so give it a new key`
  }
  return undefined
}
