/** What a page of results is called. */
import type { Results } from '../../src/analytics/load-results.ts'

/** The theme, and the item where one is chosen. */
export const resultsHeading = ({ filters, themes, items }: Results): string => {
  const theme = themes.find((choice) => choice.key === filters.theme)?.label ?? filters.theme
  const item = filters.item === '' ? undefined : items.find((one) => one.key === filters.item)
  return item ? `${theme}: ${item.label}` : theme
}
