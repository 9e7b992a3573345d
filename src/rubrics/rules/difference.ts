/**
 * What changed between two versions of a rubric, as a person reads it, and what each change proposes about meaning: an
 * item whose question, descriptors, choices or unit changed may measure something else, one whose name, guidance or
 * place changed does not. The publisher has the last word (comparability in rules/meaning.ts).
 */
import { rulesOf } from './grading-rule.ts'
import type { Applies, Item, Rubric } from './rubric.ts'

/** One field with its words before and after; undefined is not there. */
export type FieldChange = {
  readonly field: string
  readonly before: string | undefined
  readonly after: string | undefined
}

/** Whether an item goes on measuring what it measured. */
export type Meaning = 'same' | 'changed'

export type ItemDifference = {
  readonly key: string
  readonly kind: 'added' | 'retired' | 'changed' | 'same'
  /** The item as it now is, or as it last was. */
  readonly item: Item
  readonly fields: readonly FieldChange[]
  /** True when it stands elsewhere among the items that both versions have. */
  readonly isMoved: boolean
  readonly proposed: Meaning
}

export type RubricDifference = {
  /** Title, source, whom it is for, its scale and its grading rules. */
  readonly fields: readonly FieldChange[]
  /** In the order of the later version, then what was retired. */
  readonly items: readonly ItemDifference[]
  /** What the differences propose about the grade of the theme. */
  readonly themeProposed: Meaning
}

/** Fields whose change leaves what is measured as it was. */
const besideTheMeaning = ['short', 'guidance', 'required', 'always_applies']

const onOff = (value: boolean): string => (value ? 'yes' : 'no')

const appliesText = ({ status, age, flags }: Applies): Record<string, string | undefined> => ({
  'applies.status': status?.join(', '),
  'applies.age': age && `${age.from ?? ''}–${age.to ?? ''}`,
  'applies.flags': flags.length === 0 ? undefined : flags.join(', '),
})

/** Every field of an item as text, named as in a rubric file. */
export const itemTexts = (item: Item): Record<string, string | undefined> => ({
  short: item.short,
  question: item.question,
  guidance: item.guidance,
  ...(item.kind === 'grade'
    ? {
        critical: onOff(item.critical),
        ...Object.fromEntries(
          Object.entries(item.descriptors).map(([grade, words]) => [`descriptors.${grade}`, words])
        ),
      }
    : {}),
  ...(item.kind === 'number' ? { unit: item.unit } : {}),
  ...(item.kind === 'category'
    ? {
        multiple: onOff(item.multiple),
        ...Object.fromEntries(item.choices.map(({ key, label }) => [`choices.${key}`, label])),
      }
    : {}),
  required: onOff(item.required),
  always_applies: onOff(item.alwaysApplies),
  'shows_when.item': item.showsWhen?.item,
  'shows_when.is': item.showsWhen?.is.join(', '),
})

const changesOf = (
  before: Record<string, string | undefined>,
  after: Record<string, string | undefined>
): FieldChange[] =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .map((field) => ({ field, before: before[field], after: after[field] }))
    .filter((change) => change.before !== change.after)

const rubricTexts = (rubric: Rubric): Record<string, string | undefined> => ({
  title: rubric.title,
  judgement: rubric.judgement,
  source: rubric.source,
  scale: rubric.scale,
  ...appliesText(rubric.applies),
  ...Object.fromEntries(
    Object.entries(rulesOf(rubric)).map(([name, value]) => [`rules.${name}`, value])
  ),
})

/** The keys that did not move: the longest run that both orders share. */
const unmoved = (before: readonly string[], after: readonly string[]): ReadonlySet<string> => {
  const place = new Map(before.map((key, index) => [key, index]))
  const kept = after.filter((key) => place.has(key))
  const runs: (readonly string[])[] = []
  for (const [index, key] of kept.entries()) {
    const earlier = runs
      .slice(0, index)
      .filter((run) => (place.get(run.at(-1) ?? '') ?? 0) < (place.get(key) ?? 0))
    const longest = earlier.reduce<readonly string[]>(
      (best, run) => (run.length > best.length ? run : best),
      []
    )
    runs.push([...longest, key])
  }
  return new Set(
    runs.reduce<readonly string[]>((best, run) => (run.length > best.length ? run : best), [])
  )
}

const itemDifference = (
  item: Item,
  earlier: Item | undefined,
  hasMoved: boolean
): ItemDifference => {
  const fields = earlier === undefined ? [] : changesOf(itemTexts(earlier), itemTexts(item))
  const kind = earlier === undefined ? 'added' : fields.length > 0 ? 'changed' : 'same'
  const measures = fields.filter(({ field }) => !besideTheMeaning.includes(field))
  const proposed = measures.length > 0 ? 'changed' : 'same'
  return { key: item.key, kind, item, fields, isMoved: hasMoved && kind !== 'added', proposed }
}

/** Fields of the head that decide what a theme grade stands for. */
const decidesTheme = ({ field }: FieldChange): boolean =>
  field === 'scale' || field.startsWith('rules.') || field.startsWith('applies.')

/** `before` and `after` are versions of one rubric; items are matched by their keys. */
export const differenceOf = (before: Rubric, after: Rubric): RubricDifference => {
  const earlier = new Map(before.items.map((item) => [item.key, item]))
  const later = new Set(after.items.map(({ key }) => key))
  const stays = unmoved([...earlier.keys()], [...later])
  const fields = changesOf(rubricTexts(before), rubricTexts(after))
  const items = [
    ...after.items.map((item) => itemDifference(item, earlier.get(item.key), !stays.has(item.key))),
    ...before.items
      .filter(({ key }) => !later.has(key))
      .map(
        (item): ItemDifference => ({
          key: item.key,
          kind: 'retired',
          item,
          fields: [],
          isMoved: false,
          proposed: 'changed',
        })
      ),
  ]
  const isGradedAnew = items.some(
    (one) =>
      one.item.kind === 'grade' &&
      (one.kind === 'added' || one.kind === 'retired' || one.proposed === 'changed')
  )
  return {
    fields,
    items,
    themeProposed: isGradedAnew || fields.some(decidesTheme) ? 'changed' : 'same',
  }
}
