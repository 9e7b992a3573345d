/** Addresses of pages with what was chosen on them. What is empty is left out, so that an address says what was chosen. */

type Chosen = Readonly<Record<string, string | undefined>>

/** `path?a=…&b=…`, in the order given. */
export const addressWith = (path: string, query: Chosen): string => {
  const set = Object.entries(query).filter((entry): entry is [string, string] => !!entry[1])
  return set.length === 0 ? path : `${path}?${new URLSearchParams(set)}`
}

/** The same for a page of a list; the first page is the address without one. */
export const pageAddress = (path: string, query: Chosen, page: number): string =>
  addressWith(path, { ...query, page: page > 1 ? String(page) : undefined })
