/** A posted form as a value: typed input, or what was typed with an error for each field that is wrong. */
import { z } from 'zod'
import type { C } from './env.ts'

/** What was sent, as sent; of a repeated field the last value. */
export type Raw = Readonly<Record<string, string>>

export type Errors = Readonly<Record<string, string>>

export type Form<T> =
  | { readonly ok: true; readonly data: T; readonly raw: Raw }
  | { readonly ok: false; readonly raw: Raw; readonly errors: Errors }

/** The message for each field, the first of several. */
export const errorsByField = (error: z.ZodError): Errors => {
  const errors: Record<string, string> = {}
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '')
    errors[field] ??= issue.message
  }
  return errors
}

/** Fields whose schema is an array may be sent several times; any other once. */
const isList = (schema: z.ZodType): boolean => {
  if (schema instanceof z.ZodArray) return true
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodOptional) {
    return isList(schema.unwrap() as z.ZodType)
  }
  return false
}

/**
 * @param schema an object of the fields; list fields are `z.array(…)`
 * @returns `ok: false` carries one message a field, for the same page to show with status 422
 */
export const form = <S extends z.ZodObject>(c: C, schema: S): Form<z.output<S>> => {
  const body = c.get('body') ?? new Map<string, readonly string[]>()
  const raw: Record<string, string> = {}
  const given: Record<string, string | readonly string[]> = {}
  const repeated: Record<string, string> = {}
  for (const [name, values] of body) {
    const last = values.at(-1) ?? ''
    raw[name] = last
    const field = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined
    if (field && isList(field as z.ZodType)) given[name] = values
    else if (values.length > 1 && field)
      repeated[name] = `Sent ${values.length} times: send it once`
    else given[name] = last
  }
  const result = schema.safeParse(given)
  if (result.success && Object.keys(repeated).length === 0) {
    return { ok: true, data: result.data, raw }
  }
  const errors = result.success ? {} : errorsByField(result.error)
  return { ok: false, raw, errors: { ...errors, ...repeated } }
}
