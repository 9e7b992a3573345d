/** Addresses of the results pages: filters that are not set are left out, so that an address says what was chosen. */
import { addressWith } from '../components/address-with.ts'

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
): string => addressWith(path, { ...filters, ...more })
