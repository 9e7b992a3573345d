/** Addresses of the results pages: filters that are not set are left out, so that an address says what was chosen. */
import { addressWith } from '../components/address-with.ts'

export type FilterValues = {
  readonly theme: string
  readonly item: string
  readonly team: string
  readonly status: string
  readonly kind: string
  readonly period: string
  readonly from?: string
  readonly to?: string
}

/** `path?theme=…&…`, with further parts of the query after the filters. */
export const addressOf = (
  path: string,
  filters: FilterValues,
  more: Readonly<Record<string, string>> = {}
): string => addressWith(path, { ...filters, ...more })

/** Stand for the two values that differ from address to address; no filter can hold them. */
const HOLES = ['\u0001', '\u0002'] as const

const encoded = (value: string): string => String(new URLSearchParams([['', value]])).slice(1)

/**
 * For tables of a thousand cells, where writing each address anew takes as long as the rest of the page: writes one of
 * them and then puts only the two values in that differ.
 * @param write an address with these two values somewhere in its query
 */
export const addressesOf = (
  write: (one: string, other: string) => string
): ((one: string, other: string) => string) => {
  const known = new Map<string, string>()
  const code = (value: string): string => {
    const text = known.get(value) ?? encoded(value)
    known.set(value, text)
    return text
  }
  const [first, second] = HOLES
  const parts = write(first, second).split(/(%01|%02)/)
  return (one, other) =>
    parts.map((part) => (part === '%01' ? code(one) : part === '%02' ? code(other) : part)).join('')
}
