/** Addresses of the results pages: filters that are not set are left out, so that an address says what was chosen. */

export type FilterValues = {
  readonly theme: string
  readonly item: string
  readonly team: string
  readonly status: string
  readonly kind: string
  readonly period: string
}

/** `path?theme=…&…`, with further parts of the query after the filters. */
export const addressOf = (
  path: string,
  filters: FilterValues,
  more: Readonly<Record<string, string>> = {}
): string => {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ ...filters, ...more })) {
    if (value !== '') query.set(name, value)
  }
  return `${path}?${query}`
}

/** `path?a=…&b=…`; what is empty is left out. */
export const addressWith = (path: string, query: Readonly<Record<string, string>>): string => {
  const set = Object.entries(query).filter(([, value]) => value !== '')
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}
