/** What a page of results is called. */
import type { Results } from '../../src/analytics/load-results.ts'
import { importedWords, isImportedName } from './theme-option.ts'

/** The theme, and the item where one is chosen. */
export const resultsHeading = ({ filters, themes, items }: Results): string => {
  const chosen = themes.find((choice) => choice.key === filters.theme)
  const theme = chosen === undefined ? filters.theme : importedWords(chosen)
  const item = filters.item === '' ? undefined : items.find((one) => one.key === filters.item)
  if (item === undefined) return theme
  // Of a theme that nobody has mapped no item is mapped either: said once.
  const isImported = chosen !== undefined && isImportedName(chosen)
  return `${theme}: ${isImported ? item.label : importedWords(item)}`
}
