/** A theme as the filters of results offer it. */

/** History whose name nobody has mapped to a theme of today is called by that name, and could be taken for the theme. */
export const themeOption = ({ key, label }: { readonly key: string; readonly label: string }) => ({
  value: key,
  text: key === label ? `${label} (imported name, not mapped)` : label,
})
