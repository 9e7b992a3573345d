/**
 * What makes two rubric files the same version: their content, not their comments, spacing or the
 * order of their fields. Hashing the text is left to the caller.
 */
import type { GradingRules } from './grading-rule.ts'
import type { Applies, Item, Rubric } from './rubric.ts'
import { scaleOf } from './scale.ts'

/**
 * A stable JSON text of a rubric. Fields at their standard value are left out, so that a field
 * added to the format later does not change the identity of versions published before.
 */
export const canonicalRubric = (rubric: Rubric): string =>
  JSON.stringify(
    sorted({
      key: rubric.key,
      version: rubric.version,
      title: rubric.title,
      judgement: rubric.judgement,
      source: rubric.source,
      scale: rubric.scale,
      ownScale: rubric.ownScale,
      applies: {
        ...rubric.applies,
        flags: rubric.applies.flags.length === 0 ? undefined : rubric.applies.flags,
      },
      rules: Object.keys(rubric.rules).length === 0 ? undefined : rubric.rules,
      items: rubric.items.map(canonicalItem),
    })
  )

const canonicalItem = (item: Item) => ({
  ...item,
  required: item.required ? undefined : false,
  alwaysApplies: item.alwaysApplies ? true : undefined,
  ...(item.kind === 'grade' ? { critical: item.critical ? true : undefined } : {}),
  ...(item.kind === 'category' ? { multiple: item.multiple ? true : undefined } : {}),
})

type CanonicalItem = { [Field in keyof Item]?: Item[Field] } & {
  readonly critical?: boolean
  readonly descriptors?: Readonly<Record<string, string>>
  readonly multiple?: boolean
}
type CanonicalRubric = Omit<Rubric, 'applies' | 'rules' | 'items'> & {
  readonly applies: Partial<Applies>
  readonly rules?: Partial<GradingRules>
  readonly items: readonly CanonicalItem[]
}

/** The rubric back from {@link canonicalRubric}, standard values filled in. The text is trusted. */
export const rubricFromCanonical = (text: string): Rubric => {
  const stored = JSON.parse(text) as CanonicalRubric
  const order = scaleOf(stored).values.map(({ key }) => key)
  return {
    ...stored,
    judgement: stored.judgement,
    applies: {
      status: stored.applies.status,
      age: stored.applies.age && { from: stored.applies.age.from, to: stored.applies.age.to },
      flags: stored.applies.flags ?? [],
    },
    rules: stored.rules ?? {},
    items: stored.items.map(
      (item) =>
        ({
          ...item,
          guidance: item.guidance,
          required: item.required ?? true,
          alwaysApplies: item.alwaysApplies ?? false,
          showsWhen: item.showsWhen,
          ...(item.kind === 'grade'
            ? {
                critical: item.critical ?? false,
                descriptors: Object.fromEntries(
                  order.map((key) => [key, item.descriptors?.[key] ?? ''])
                ),
              }
            : {}),
          ...(item.kind === 'category' ? { multiple: item.multiple ?? false } : {}),
        }) as Item
    ),
  }
}

/** The same value with the fields of every object in alphabetical order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)])
  )
}
