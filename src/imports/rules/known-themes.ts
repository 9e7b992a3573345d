/** What a results file is read against: published rubrics, and what earlier imports kept as typed. */
import type { JudgementKind } from '../../grading/rules/judgement.ts'
import type { Item } from '../../rubrics/rules/rubric.ts'
import type { KnownItem, KnownTheme } from './results-file.ts'

type Published = { readonly key: string; readonly title: string; readonly items: readonly Item[] }
type Counted = { readonly theme: string; readonly item: string; readonly kind: JudgementKind }

const fromRubric = (item: Item): KnownItem =>
  item.kind === 'category'
    ? {
        key: item.key,
        question: item.question,
        kind: item.kind,
        choices: item.choices,
        multiple: item.multiple,
      }
    : { key: item.key, question: item.question, kind: item.kind }

/** An item that was counted but is in no rubric keeps its kind, so that a later file cannot mix another in. */
export const knownThemes = (
  published: readonly Published[],
  counted: readonly Counted[]
): KnownTheme[] => {
  const kept = (theme: string, rubric?: Published): KnownItem[] =>
    counted
      .filter((one) => one.theme === theme && one.item !== '')
      .filter((one) => !rubric?.items.some((item) => item.key === one.item))
      .map((one) => ({ key: one.item, question: one.item, kind: one.kind, history: true }))
  const themes = published.map((rubric) => ({
    key: rubric.key,
    title: rubric.title,
    items: [...rubric.items.map(fromRubric), ...kept(rubric.key, rubric)],
  }))
  const history = [...new Set(counted.map((one) => one.theme))]
    .filter((theme) => !published.some((rubric) => rubric.key === theme))
    .map((theme) => ({ key: theme, title: theme, items: kept(theme), history: true }))
  return [...themes, ...history]
}
