/** One page of a list, and what a cursor holds: where the next page starts, of which list and under which filters. */
import { z } from 'zod'

export type PageOf<Row> = {
  readonly rows: readonly Row[]
  /** The key of the last row; undefined on the last page. */
  readonly next: readonly string[] | undefined
}

export type Asked = {
  /** The key of the last row of the page before. */
  readonly after: readonly string[] | undefined
  readonly limit: number
}

/** The answer as JSON. */
export const pageSchema = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({
    data: z.array(row).meta({ description: 'The rows of this page.' }),
    next: z.url().nullable().meta({ description: 'Address of the next page; null on the last.' }),
    nextCursor: z.string().nullable().meta({
      description: 'The cursor of that address alone, for programs that build their own.',
    }),
  })

const contents = z.strictObject({
  list: z.string(),
  filters: z.string(),
  after: z.array(z.string()).max(5),
})

export type CursorContents = z.output<typeof contents>

/** @returns what is wrong with it, or where to go on */
export const readCursor = (
  opened: string | undefined,
  wanted: { readonly list: string; readonly filters: string }
): { readonly after: readonly string[] } | { readonly fault: string } => {
  let found: CursorContents | undefined
  try {
    found = contents.parse(JSON.parse(opened ?? ''))
  } catch {
    return {
      fault:
        'is not one that this list gave; take nextCursor of the page before, whole, or leave it out to start again',
    }
  }
  if (found.list !== wanted.list) {
    return { fault: `comes from the list ${found.list}; leave it out to start this list` }
  }
  if (found.filters !== wanted.filters) {
    return {
      fault: 'was given under other filters; keep the filters of the first page, or leave it out',
    }
  }
  return { after: found.after }
}

const NOT_FILTERS = ['cursor', 'limit', 'format']

/** The filters in one order, so that the same ones are the same text. */
export const filtersText = (query: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(
    Object.entries(query)
      .filter(([name, value]) => value !== undefined && !NOT_FILTERS.includes(name))
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
  )
