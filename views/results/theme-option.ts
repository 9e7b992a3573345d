/** Themes and items as pages of results name them. */

type Named = { readonly key: string; readonly label: string }

/** History whose name nobody has mapped to one of today is called by that name, and could be taken for it. */
export const isImportedName = ({ key, label }: Named): boolean => key !== '' && key === label

export const importedWords = (one: Named): string =>
  isImportedName(one) ? `${one.label} (imported name, not mapped)` : one.label

/** A theme as the filters of results offer it. */
export const themeOption = (theme: Named) => ({ value: theme.key, text: importedWords(theme) })
