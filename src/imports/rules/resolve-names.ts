/** Which theme and item a results file means; what no rubric knows is kept as typed and reported. */
import { eitherOf, nearestNames } from '../../rubrics/rules/nearest-names.ts'
import type { FileFault } from './file-fault.ts'
import type { KnownMappings, StandingMapping } from './known-mappings.ts'
import type { KnownItem, KnownTheme } from './results-file.ts'

/** One spelling for what differs only in case, spacing and composition; the same as the database's unique keys. */
export const fold = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

export type ResolvedItem = {
  theme: string
  item: string | null
  known?: KnownItem
  /** What it would be under without a mapping, where one was followed. */
  typed?: { theme: string; item: string | null }
}

const many = (rows: number) => (rows === 1 ? '1 row' : `${rows.toLocaleString('en-GB')} rows`)

type Kept = { line: number; rows: number; text: string; hint: string }

const keyedBy = <Thing>(things: readonly Thing[], names: (thing: Thing) => string[]) => {
  const map = new Map<string, Thing>()
  for (const thing of things) {
    for (const name of names(thing)) {
      if (!map.has(fold(name))) map.set(fold(name), thing)
    }
  }
  return map
}

/** The theme that stands for the overall grade of an audit. */
const AUDIT_GRADE: KnownTheme = { key: 'audit', title: 'Audit grade', items: [] }

/**
 * A reader of names against the known themes. It remembers what it kept as typed, so that one name spelled in two
 * cases stays one name, with its first spelling.
 */
export const nameReader = (known: readonly KnownTheme[], mappings?: KnownMappings) => {
  const themes = keyedBy([AUDIT_GRADE, ...known], (theme) => [theme.key, theme.title])
  const items = new Map(
    known.map((theme) => [theme.key, keyedBy(theme.items, (item) => [item.key, item.question])])
  )
  const everyItem = keyedBy(
    known.flatMap((theme) => theme.items.map((item) => ({ item, theme }))),
    ({ item }) => [item.key, item.question]
  )
  const kept = new Map<string, Kept>()
  const spellings = new Map<string, string>()

  const keep = (id: string, text: string, line: number, hint: () => string): string => {
    const before = kept.get(id)
    if (before) before.rows++
    else kept.set(id, { line, rows: 1, text, hint: hint() })
    return before?.text ?? text
  }

  /** A theme without a rubric has no list of items, so there is nothing to report about one of them. */
  const keepSpelling = (theme: string, item: string): string => {
    const id = `${fold(theme)}\u0000${fold(item)}`
    const spelling = spellings.get(id) ?? item
    spellings.set(id, spelling)
    return spelling
  }

  const near = (typed: string, names: string[]) => {
    const found = nearestNames(typed, names)
    return found.length > 0 ? `; if it is ${eitherOf(found)}, correct the file` : ''
  }

  const followed = new Map<string, { mapping: StandingMapping; line: number; rows: number }>()
  const follow = (mapping: StandingMapping, line: number) => {
    const before = followed.get(mapping.id)
    if (before) before.rows++
    else followed.set(mapping.id, { mapping, line, rows: 1 })
  }

  /** An item of a theme with a rubric: known, mapped, or kept as typed. */
  const itemOf = (theme: KnownTheme, typedItem: string, line: number): ResolvedItem => {
    const found = items.get(theme.key)?.get(fold(typedItem))
    const mapping = found && !found.history ? undefined : mappings?.item(theme.key, typedItem)
    if (mapping) {
      const target = items.get(theme.key)?.get(fold(mapping.toItem))
      follow(mapping, line)
      const typed = { theme: theme.key, item: mapping.fromItem }
      return { theme: theme.key, item: mapping.toItem, typed, ...(target ? { known: target } : {}) }
    }
    const id = `${theme.key}\u0000${fold(typedItem)}`
    if (found?.history) {
      keep(id, found.key, line, () => '')
      return { theme: theme.key, item: found.key, known: found }
    }
    if (found) return { theme: theme.key, item: found.key, known: found }
    const text = keep(id, typedItem, line, () => {
      const elsewhere = everyItem.get(fold(typedItem))
      return elsewhere
        ? `; it is an item of “${elsewhere.theme.key}”`
        : near(
            typedItem,
            theme.items.flatMap((one) => [one.key, one.question])
          )
    })
    return { theme: theme.key, item: text }
  }

  /** A theme that a QA lead has mapped. Its items are taken by key or by mapping alone: no question is guessed at. */
  const throughMapping = (
    mapping: StandingMapping,
    target: KnownTheme,
    typedItem: string,
    line: number
  ): ResolvedItem => {
    follow(mapping, line)
    if (typedItem === '') {
      const typed = { theme: mapping.fromTheme, item: null }
      return { theme: target.key, item: null, typed }
    }
    const byKey = target.items.find((item) => item.key === typedItem)
    const found = byKey && !byKey.history ? undefined : itemOf(target, typedItem, line)
    const original = found?.typed?.item ?? found?.item ?? typedItem
    const typed = { theme: mapping.fromTheme, item: original }
    return found
      ? { ...found, typed }
      : { theme: target.key, item: typedItem, typed, ...(byKey ? { known: byKey } : {}) }
  }

  return {
    /** @returns the resolved names, or a sentence on why no judgement can be under them */
    resolve: (typedTheme: string, typedItem: string, line: number): ResolvedItem | string => {
      const theme = themes.get(fold(typedTheme))
      const mapping = theme && !theme.history ? undefined : mappings?.theme(typedTheme)
      const target = mapping && themes.get(fold(mapping.toTheme))
      if (mapping && target) return throughMapping(mapping, target, typedItem, line)
      if (!theme) {
        const key = keep(fold(typedTheme), typedTheme, line, () =>
          near(
            typedTheme,
            known.flatMap((one) => [one.key, one.title])
          )
        )
        return { theme: key, item: typedItem === '' ? null : keepSpelling(key, typedItem) }
      }
      if (theme.history) {
        keep(fold(theme.key), theme.key, line, () => '')
        const known = items.get(theme.key)?.get(fold(typedItem))
        if (known) return { theme: theme.key, item: known.key, known }
        return {
          theme: theme.key,
          item: typedItem === '' ? null : keepSpelling(theme.key, typedItem),
        }
      }
      if (typedItem === '') {
        return theme.key === 'common'
          ? 'the theme “common” has no grade of its own; name the item'
          : { theme: theme.key, item: null }
      }
      if (theme.key === 'audit') {
        return 'the theme “audit” is the overall grade and has no items; leave the item blank'
      }
      const item = items.get(theme.key)?.get(fold(typedItem))
      if (item?.kind === 'text') {
        return `the item “${item.key}” is answered in words, which a results file does not carry; leave this row out`
      }
      return itemOf(theme, typedItem, line)
    },

    /** What was kept as typed, for the person who imports. */
    reports: (): FileFault[] => [
      ...[...followed.values()].map(({ mapping, line, rows }) => ({
        line,
        message: `${many(rows)} under “${mapping.kind === 'theme' ? mapping.fromTheme : mapping.fromItem}” read as “${mapping.kind === 'theme' ? mapping.toTheme : mapping.toItem}”, as ${mapping.mappedByName ?? 'somebody'} mapped it on ${mapping.mappedAt.slice(0, 10)}`,
      })),
      ...[...kept].map(([id, { line, rows, text, hint }]) => {
        const [theme = '', item] = id.split('\u0000')
        return {
          line,
          message:
            item === undefined
              ? `the theme “${text}” has no rubric; ${many(rows)} kept as history under that name${hint}`
              : `“${text}” is not an item of “${theme}”; ${many(rows)} kept under that name${hint}`,
        }
      }),
    ],
  }
}
