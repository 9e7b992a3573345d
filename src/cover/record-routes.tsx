/** What the routes of cover share: a sent form saved, or everything that is wrong with it for the same page. */
import { FieldFault, WrongState } from '../errors.ts'
import { type C, contextOf } from '../http/env.ts'
import { type Errors, form, type Raw } from '../http/form.ts'
import { typedDate } from '../people/rules/typed-date.ts'
import type { anyCoverForm, coverForm } from './input.ts'
import { CLOSED, NOTHING_TO_COVER, setCover } from './set-cover.ts'

/** What was typed and why it could not be saved. */
export interface Again {
  readonly raw: Raw
  readonly errors: Errors
  readonly status: 422
}

const dateIn = (raw: Raw, field: string, label: string) => {
  const [day = '', month = '', year = ''] = ['day', 'month', 'year'].map(
    (part) => raw[`${field}-${part}`]
  )
  return typedDate({ day, month, year }, label)
}

/**
 * @param personOf who is away by what was sent; undefined when it is nobody whose cover may be set here
 * @returns nothing when it is saved
 */
export const saveCover = async (
  c: C,
  schema: typeof coverForm | typeof anyCoverForm,
  personOf: (raw: Raw) => string | undefined
): Promise<Again | undefined> => {
  const input = form(c, schema)
  const { raw } = input
  const first = dateIn(raw, 'fromOn', 'The first day')
  const last = dateIn(raw, 'toOn', 'The last day')
  const again = (errors: Errors): Again => ({ raw, errors, status: 422 })
  const errors = {
    ...(input.ok ? {} : input.errors),
    ...(first.ok ? {} : { fromOn: first.fault }),
    ...(last.ok ? {} : { toOn: last.fault }),
  }
  if (!input.ok || !first.ok || !last.ok) return again(errors)
  const personId = personOf(raw)
  if (personId === undefined) {
    return again({ personId: 'Choose somebody from the list: it has the reviewing officers' })
  }
  const { coverId } = input.data
  try {
    await setCover(contextOf(c), { personId, coverId, fromOn: first.date, toOn: last.date })
    return undefined
  } catch (error) {
    if (error instanceof FieldFault) return again({ [error.field]: error.message })
    if (error instanceof WrongState && [CLOSED, NOTHING_TO_COVER].includes(error.message)) {
      return again({ coverId: error.message })
    }
    throw error
  }
}
