/** Reads which cases a rubric is for, and notes conditions that no case could ever meet. */
import { isSeq } from 'yaml'
import type { Applies } from './rubric.ts'
import { serviceStatuses } from './service-status.ts'
import {
  type Reading,
  readFields,
  readForm,
  readList,
  readOneOf,
  readWhole,
  report,
  type Value,
} from './yaml-fields.ts'

/** Children, and young people who left care: nobody older has a case. */
const oldest = 25
/** Nobody leaves care, in the sense of the law on care leavers, before sixteen. */
const youngestCareLeaver = 16
const flagForm = /^[a-z][a-z0-9_]{0,39}$/

export const readApplies = (reading: Reading, value: Value | undefined): Applies | undefined => {
  if (value === undefined) return undefined
  const fields = readFields(reading, value, '"applies"', ['status', 'age', 'flags'])
  if (fields === undefined) return undefined
  const statusValue = fields.get('status')
  const status = readNames(reading, statusValue, (entry) =>
    readOneOf(reading, entry, serviceStatuses)
  )
  if (statusValue !== undefined && isSeq(statusValue.node) && statusValue.node.items.length === 0) {
    const message =
      '"status" is empty, so this rubric would never apply; name statuses, or leave it out for every status'
    report(reading, statusValue.line, message)
  }
  const flags = readNames(reading, fields.get('flags'), (entry) =>
    readForm(reading, entry, flagForm, 'write lower-case letters, digits and _')
  )
  const age = readAge(reading, fields.get('age'))
  if (status?.join() === 'care_leaver' && age?.to !== undefined && age.to < youngestCareLeaver) {
    const message = `"age" ends at ${age.to} and care leavers are ${youngestCareLeaver} or over, so this rubric would never apply; raise the age, or name another status`
    report(reading, fields.get('age')?.line ?? value.line, message)
  }
  return {
    status: status && serviceStatuses.filter((each) => status.includes(each)),
    age,
    flags: flags?.toSorted() ?? [],
  }
}

/** A list of names, each once. */
const readNames = <Name extends string>(
  reading: Reading,
  value: Value | undefined,
  readName: (entry: Value) => Name | undefined
): readonly Name[] | undefined => {
  const names: Name[] = []
  const entries = readList(reading, value)
  for (const entry of entries ?? []) {
    const name = readName(entry)
    if (name === undefined) continue
    if (names.includes(name))
      report(reading, entry.line, `"${name}" is listed twice; once is enough`)
    else names.push(name)
  }
  return entries === undefined ? undefined : names
}

const readAge = (reading: Reading, value: Value | undefined): Applies['age'] => {
  if (value === undefined) return undefined
  const fields = readFields(reading, value, '"age"', ['from', 'to'])
  if (fields === undefined) return undefined
  const from = readWhole(reading, fields.get('from'), 0, oldest)
  const to = readWhole(reading, fields.get('to'), 0, oldest)
  if (from !== undefined && to !== undefined && from > to) {
    const message = `"age" runs from ${from} to ${to}, so this rubric would never apply; put the lower age first`
    report(reading, value.line, message)
  }
  return { from, to }
}
