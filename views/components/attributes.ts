/** What every component shares: extra attributes for its main element, and classes put together. */

/** Extra attributes, for `data-*`, `aria-*` and `hx-*`; undefined leaves one out. */
export type Attributes = Record<string, string | number | boolean | undefined>

/** Classes joined by a space, leaving out what is empty or false. */
export const joinClasses = (...classes: (string | false | undefined)[]): string =>
  classes.filter((name) => name !== undefined && name !== false && name !== '').join(' ')

/** Ids joined for `aria-describedby`; undefined when there are none, so that the attribute is left out. */
export const joinIds = (...ids: (string | false | undefined)[]): string | undefined =>
  joinClasses(...ids) || undefined

/** Words for a component's script, one or one for each plural: `data-i18n.no-file-chosen="…"`. */
export const i18n = (
  words: Record<string, string | Record<string, string> | undefined>
): Attributes =>
  Object.fromEntries(
    Object.entries(words).flatMap(([key, value]): [string, string | undefined][] =>
      typeof value === 'object'
        ? Object.entries(value).map(([rule, message]) => [`data-i18n.${key}.${rule}`, message])
        : [[`data-i18n.${key}`, value || undefined]]
    )
  )
