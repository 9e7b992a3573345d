/** Checks that a common block still has the items that the program itself reads by key. */
import type { FoundItem } from './read-item.ts'
import { commonKey } from './rubric.ts'
import { type Reading, report } from './yaml-fields.ts'

/** What every version of the common block has: safety notices and the audit grade hang on these. */
const needed = [
  { key: 'common.safe_now', kind: 'category', choices: ['yes', 'no', 'cannot_tell'] },
  { key: 'common.already_known', kind: 'yes_no', choices: [] },
  { key: 'common.impact', kind: 'grade', choices: [] },
] as const

export const checkKnownItems = (
  reading: Reading,
  rubricKey: string | undefined,
  line: number,
  found: readonly FoundItem[]
) => {
  if (rubricKey !== commonKey) return
  for (const { key, kind, choices } of needed) {
    const each = found.find((one) => one.key === key)
    if (each === undefined) {
      const message = `the common block has no "${key}", which the program reads; put it back`
      report(reading, line, message)
      continue
    }
    if (each.item === undefined) continue
    if (each.item.kind !== kind) {
      report(reading, each.line, `"${key}" has to be of kind ${kind}, since the program reads it`)
    } else if (each.item.kind === 'category') {
      const given = each.item.choices.map((choice) => choice.key)
      const missing = choices.filter((choice) => !given.includes(choice))
      if (missing.length > 0) {
        const message = `"${key}" needs the choices ${choices.join(', ')}, since the program reads them; put back ${missing.join(', ')}`
        report(reading, each.line, message)
      }
    }
  }
}
