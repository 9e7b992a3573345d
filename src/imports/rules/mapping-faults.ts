/** Whether a historical name can be mapped to one of today: what a judgement is of has to fit, or nothing is mapped. */
import type { CountedGroup } from '../../grading/rules/move-changes.ts'
import { type Item, notApplicable, notEnoughEvidence } from '../../rubrics/rules/rubric.ts'

export type MappingFrom = {
  readonly kind: 'theme' | 'item' | 'team'
  readonly theme: string
  readonly item: string
  readonly teamId: string
}

/** Today's name as it was found. `theme` is undefined for a team; `items` are those of the theme. */
export type MappingTarget = {
  readonly theme?: string | undefined
  readonly items: readonly Item[]
  readonly item?: Item | undefined
}

const KINDS: Readonly<Record<string, string>> = {
  grade: 'grades',
  yes_no: 'yes or no',
  number: 'numbers',
  category: 'words of a list',
  text: 'free text',
}

const kindWords = (kind: string) => KINDS[kind] ?? kind

const itemFault = (groups: readonly CountedGroup[], item: Item): string | undefined => {
  const kinds = [...new Set(groups.map(({ kind }) => kind))]
  const wrong = kinds.find((kind) => kind !== item.kind)
  if (wrong !== undefined) {
    return `“${item.short}” takes ${kindWords(item.kind)}, and these judgements are ${kindWords(wrong)}. Choose an item of the same kind`
  }
  if (item.kind !== 'category') return undefined
  const choices = new Set([
    ...item.choices.map((choice) => choice.key),
    notApplicable,
    notEnoughEvidence,
  ])
  const strange = groups
    .flatMap(({ value }) => value.split('\n'))
    .find((value) => !choices.has(value))
  return strange === undefined
    ? undefined
    : `“${strange}” is not one of the choices of “${item.short}”. Choose another item, or correct the file and import it again`
}

/** @returns the first thing that stands against it, in words; undefined when nothing does */
export const mappingFault = (
  from: MappingFrom,
  groups: readonly CountedGroup[],
  target: MappingTarget | undefined
): string | undefined => {
  if (!target) return 'Choose one of today’s names from the list'
  if (groups.length === 0) {
    return 'There is nothing under this name any more: somebody may have mapped it or undone its import'
  }
  if (from.kind === 'team') return undefined
  if (from.kind === 'item') {
    return target.item
      ? itemFault(groups, target.item)
      : 'Choose one of today’s items from the list'
  }
  if (target.theme === 'audit' && groups.some(({ item }) => item !== '')) {
    return 'The overall grade has no items, and this theme has. Choose a theme with a rubric'
  }
  if (target.theme === 'common' && groups.some(({ item }) => item === '')) {
    return 'The common block has no grade of its own, and this theme has. Choose another theme'
  }
  for (const [name, rows] of Map.groupBy(groups, ({ item }) => item)) {
    const item = target.items.find(({ key }) => key === name)
    const fault = item && itemFault(rows, item)
    if (fault !== undefined) return fault
  }
  return undefined
}
