/** Accounts as a CSV file that can be read in again, with cells that no spreadsheet takes for a formula. */
import { stringify } from 'csv-stringify/sync'
import type { Role } from '../../people/rules/permissions.ts'
import { PEOPLE_COLUMNS } from './people-file.ts'

export interface WrittenPerson {
  readonly email: string
  readonly name: string
  readonly jobTitle: string
  readonly roles: readonly Role[]
  readonly teamName: string | null
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe before it. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)

export const writePeopleFile = (people: readonly WrittenPerson[]): string =>
  `\uFEFF${stringify(
    [
      [...PEOPLE_COLUMNS],
      ...people.map(({ email, name, jobTitle, roles, teamName }) =>
        [email, name, jobTitle, roles.join('; '), teamName ?? ''].map(guarded)
      ),
    ],
    { record_delimiter: 'windows' }
  )}`
