/** A theme over all versions of its rubric: what names, orders and kinds it gives to what was counted. */
import type { Item, Rubric } from '../../rubrics/rules/rubric.ts'
import { fourGrade, isGrade, type Scale, scaleOf } from '../../rubrics/rules/scale.ts'

/** The newest title; every item that any version had, the newest version's first and in its order. */
export type PublishedTheme = {
  readonly key: string
  readonly title: string
  readonly items: readonly Item[]
  /** What its criteria and its theme grade are on: the newest version's words for it. */
  readonly scale: Scale
}

/** @param rubrics versions of any number of themes, the oldest of each theme first */
export const mergeVersions = (
  rubrics: readonly Pick<Rubric, 'key' | 'title' | 'items' | 'ownScale'>[]
): PublishedTheme[] =>
  [...Map.groupBy(rubrics, (rubric) => rubric.key)].map(([key, versions]) => {
    const items = new Map<string, Item>()
    for (const item of versions.toReversed().flatMap((version) => version.items)) {
      if (!items.has(item.key)) items.set(item.key, item)
    }
    const newest = versions.at(-1)
    return {
      key,
      title: newest?.title ?? key,
      items: [...items.values()],
      scale: newest ? scaleOf(newest) : fourGrade,
    }
  })

/**
 * The scale that counted values are on: the theme's, save for history that was graded on the four grades before, or
 * under an item that no rubric knows.
 */
export const scaleOfValues = (
  theme: Pick<PublishedTheme, 'scale'> | undefined,
  values: readonly string[]
): Scale => {
  const scale = theme?.scale ?? fourGrade
  const isOn = values.some((value) => scale.values.some(({ key }) => key === value))
  return !isOn && values.some(isGrade) ? fourGrade : scale
}
