/** How values that SQLite and PostgreSQL hold differently are written: booleans as 0/1, JSON and instants as text. */

/** A boolean column. */
export type Flag = 0 | 1

export const toFlag = (value: boolean): Flag => (value ? 1 : 0)

export const toJson = (value: unknown): string => JSON.stringify(value)

/** The text is always our own, written by {@link toJson}; the caller names the shape it wrote. */
export const fromJson = <T>(text: string): T => JSON.parse(text) as T

/** ISO-8601 UTC with milliseconds, fixed width, so that text order is time order. */
export const toInstant = (date: Date): string => date.toISOString()

/** The key under which a name or reference is unique: trimmed, single spaces, lower case, composed. */
export const toKey = (text: string): string =>
  text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()
