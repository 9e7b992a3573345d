/**
 * Brings the changes of a later library version into a council's own version of the same rubric. What only one side
 * changed is taken from that side; what both changed stays as the council has it and is told, to be decided by a person.
 */
import { itemTexts } from '../../rubrics/rules/difference.ts'
import type { Item, Rubric } from '../../rubrics/rules/rubric.ts'

export type MergedRubric = {
  readonly rubric: Rubric
  /** What the library changed and this did not take, a sentence each. */
  readonly leftOut: readonly string[]
}

const isEqual = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** One field of three versions: theirs where only they changed it. */
const pick = <T>(base: T, ours: T, theirs: T): { value: T; isLeftOut: boolean } => {
  if (isEqual(base, theirs) || isEqual(ours, theirs)) return { value: ours, isLeftOut: false }
  return isEqual(base, ours)
    ? { value: theirs, isLeftOut: false }
    : { value: ours, isLeftOut: true }
}

const labels: Readonly<Record<string, string>> = {
  short: 'short name',
  guidance: 'text on where to look',
  showsWhen: 'answers after which it is asked',
  critical: 'setting “critical”',
  required: 'setting “may be left blank”',
  alwaysApplies: 'setting “applies to every child”',
  multiple: 'setting “several choices”',
}

const headLabels = {
  title: 'title',
  source: 'text on what it is drawn from',
  judgement: 'part of the inspectorate’s report',
  applies: 'cases it is for',
  rules: 'grading rules',
} as const

const sentenceOf = (item: Item, field: string, theirs: unknown, whose: string): string => {
  const words =
    typeof theirs === 'string' ? `: “${theirs}”` : theirs === undefined ? ', which it took out' : ''
  return `${item.short}: ${whose} changed ${field.replaceAll('_', ' ')} too${words}. Yours was kept.`
}

/** Kinds of items have different fields; which there are is known by name only. */
const fieldsOf = (item: Item): Readonly<Record<string, unknown>> => ({ ...item })

const mergeItems = (
  base: Item,
  ours: Item,
  theirs: Item,
  leftOut: string[],
  whose: string
): Item => {
  if (ours.kind !== theirs.kind) return ours
  const merged: Record<string, unknown> = { ...ours }
  for (const field of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
    const of = (item: Item) => fieldsOf(item)[field]
    if (field === 'descriptors') {
      const grades = { ...(of(ours) as Record<string, string>) }
      for (const [grade, words] of Object.entries(of(theirs) as Record<string, string>)) {
        const before = (of(base) as Record<string, string> | undefined)?.[grade]
        const { value, isLeftOut } = pick(before, grades[grade], words)
        if (value !== undefined) grades[grade] = value
        if (isLeftOut) leftOut.push(sentenceOf(ours, `the words of ${grade}`, words, whose))
      }
      merged[field] = grades
      continue
    }
    const { value, isLeftOut } = pick(of(base), of(ours), of(theirs))
    merged[field] = value
    if (isLeftOut)
      leftOut.push(sentenceOf(ours, `the ${labels[field] ?? field}`, of(theirs), whose))
  }
  return Object.assign({ ...ours }, merged)
}

/**
 * @param base the version that both were made from
 * @param whose what `theirs` is called in a sentence
 */
export const mergeRubrics = (
  base: Rubric,
  ours: Rubric,
  theirs: Rubric,
  whose = 'the library'
): MergedRubric => {
  const leftOut: string[] = []
  const baseItems = new Map(base.items.map((item) => [item.key, item]))
  const theirItems = new Map(theirs.items.map((item) => [item.key, item]))
  const ourKeys = new Set(ours.items.map(({ key }) => key))
  const kept = ours.items.flatMap((item) => {
    const before = baseItems.get(item.key)
    const after = theirItems.get(item.key)
    if (before === undefined) return [item]
    if (after !== undefined) return [mergeItems(before, item, after, leftOut, whose)]
    if (isEqual(itemTexts(before), itemTexts(item))) return []
    leftOut.push(`${item.short}: ${whose} retired this item. Yours was kept, since you changed it.`)
    return [item]
  })
  const added = theirs.items.filter(({ key }) => !baseItems.has(key) && !ourKeys.has(key))
  const head = (field: 'title' | 'source' | 'judgement' | 'applies' | 'rules') => {
    const { value, isLeftOut } = pick<unknown>(base[field], ours[field], theirs[field])
    if (isLeftOut)
      leftOut.push(`The rubric: ${whose} changed the ${headLabels[field]} too. Yours was kept.`)
    return value
  }
  return {
    leftOut,
    rubric: {
      ...ours,
      title: head('title') as Rubric['title'],
      source: head('source') as Rubric['source'],
      judgement: head('judgement') as Rubric['judgement'],
      applies: head('applies') as Rubric['applies'],
      rules: head('rules') as Rubric['rules'],
      items: [...kept, ...added],
    },
  }
}
