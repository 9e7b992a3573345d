/**
 * A file of people to rows: every fault at once, with its line and what would be right. Who is known already, and whose
 * teams there are, is given; nothing is looked up here.
 */
import { z } from 'zod'
import { decodeText } from '../../imports/rules/decode-text.ts'
import { asTyped, byLine, type FileFault } from '../../imports/rules/file-fault.ts'
import { type CsvRecord, readRecords } from '../../imports/rules/read-records.ts'
import { finish } from '../../imports/rules/steps.ts'
import { type Role, roleLabels, roles } from '../../people/rules/permissions.ts'
import { meantOr } from '../../rubrics/rules/nearest-names.ts'

export const PEOPLE_COLUMNS = ['email', 'name', 'job_title', 'roles', 'team'] as const
type Column = (typeof PEOPLE_COLUMNS)[number]

export const MOST_PEOPLE = 2_000
export const MOST_PEOPLE_BYTES = 512 * 1024

export interface PersonRow {
  readonly line: number
  readonly email: string
  readonly name: string
  /** Undefined where the file has no such column: what is stored stays. */
  readonly jobTitle: string | undefined
  readonly roles: readonly Role[]
  readonly teamId: string | null | undefined
}

/** A team that may be named; only one that is open today may be chosen. */
export interface KnownTeam {
  readonly id: string
  readonly name: string
  readonly isOpen: boolean
}

export type PeopleFile =
  | { readonly ok: true; readonly rows: readonly PersonRow[] }
  | { readonly ok: false; readonly faults: readonly FileFault[] }

/** As addresses are told apart: toKey, of which rules know nothing. */
export const emailKey = (email: string): string =>
  email.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .trim()
    .replace(/[\s_-]+/g, ' ')
    .toLowerCase()

const isEmail = (text: string): boolean => z.email().safeParse(text).success

/** What a role may be called: its key or its label, in any case. */
const roleOf = (typed: string): Role | undefined =>
  roles.find((role) => fold(role) === fold(typed) || fold(roleLabels[role]) === fold(typed))

const readHeader = (header: CsvRecord) => {
  const places = new Map<Column, number>()
  const faults: FileFault[] = []
  const say = (message: string) => faults.push({ line: header.line, message })
  for (const [place, cell] of header.cells.entries()) {
    const column = PEOPLE_COLUMNS.find((one) => fold(one) === fold(cell))
    if (column === undefined) {
      if (cell.trim() === '') say(`column ${place + 1} has no name; name it, or remove the column`)
      else {
        const right = meantOr(
          cell,
          PEOPLE_COLUMNS,
          `the columns are ${PEOPLE_COLUMNS.join(', ')}`,
          1
        )
        say(`the column ${asTyped(cell.trim())} is not known; ${right}`)
      }
    } else if (places.has(column)) say(`the column “${column}” is there twice; keep one of them`)
    else places.set(column, place)
  }
  for (const column of ['email', 'name', 'roles'] as const) {
    if (!places.has(column)) say(`the column “${column}” is missing; add it to the header`)
  }
  return { places, faults }
}

const readRoles = (typed: string): { roles: Role[]; faults: string[] } => {
  const parts = typed.split(/[;,|]/).map((part) => part.trim())
  const named = parts.filter((part) => part !== '')
  if (named.length === 0) {
    return { roles: [], faults: ['there is no role; give at least one, for example manager'] }
  }
  const faults = named
    .filter((part) => roleOf(part) === undefined)
    .map(
      (part) =>
        `${asTyped(part)} is not a role; the roles are ${roles.join(', ')}, several divided by semicolons`
    )
  return { roles: [...new Set(named.flatMap((part) => roleOf(part) ?? []))], faults }
}

/** @param presentId the team that the person is in already, which may have closed */
const readTeam = (typed: string, teams: readonly KnownTeam[], presentId: string | null) => {
  if (typed === '') return { teamId: null, faults: [] }
  const team = teams.find(({ name }) => fold(name) === fold(typed))
  if (team && (team.isOpen || team.id === presentId)) return { teamId: team.id, faults: [] }
  const open = teams.filter(({ isOpen }) => isOpen).map(({ name }) => name)
  const right = meantOr(typed, open, 'add the team first, or leave it empty')
  const message = team
    ? `the team ${asTyped(typed)} is not open; choose another`
    : `there is no team ${asTyped(typed)}; ${right}`
  return { teamId: null, faults: [message] }
}

const LONGEST = 200

const readRow = (
  record: CsvRecord,
  places: ReadonlyMap<Column, number>,
  teams: readonly KnownTeam[],
  presentTeams: ReadonlyMap<string, string | null>
) => {
  // The apostrophe with which our own download keeps a cell from being taken for a formula.
  const cell = (column: Column): string =>
    (record.cells[places.get(column) ?? -1] ?? '').trim().replace(/^'(?=[=+\-@])/, '')
  const messages: string[] = []
  const [email, name, title] = [cell('email'), cell('name'), cell('job_title')]
  if (record.cells.length > Math.max(...places.values()) + 1) {
    const extra = record.cells.slice(Math.max(...places.values()) + 1)
    if (extra.some((text) => text.trim() !== '')) {
      messages.push(
        'this row has more cells than the header; put text that holds the divider in quotation marks'
      )
    }
  }
  if (!isEmail(email) || email.length > 320) {
    messages.push(
      email === ''
        ? 'the email address is missing; give one like amara.osei@council.example'
        : `${asTyped(email)} is not an email address; give one like amara.osei@council.example`
    )
  }
  if (name === '') messages.push('the name is missing; give the person’s name')
  for (const [what, text] of [
    ['name', name],
    ['job title', title],
  ]) {
    if ((text ?? '').length > LONGEST) {
      messages.push(`the ${what} is longer than ${LONGEST} characters; shorten it`)
    }
  }
  const held = readRoles(cell('roles'))
  const team = readTeam(cell('team'), teams, presentTeams.get(emailKey(email)) ?? null)
  messages.push(...held.faults, ...team.faults)
  const row: PersonRow = {
    line: record.line,
    email,
    name,
    jobTitle: places.has('job_title') ? title : undefined,
    roles: held.roles,
    teamId: places.has('team') ? team.teamId : undefined,
  }
  return { row, faults: messages.map((message) => ({ line: record.line, message })) }
}

const checkTwice = (rows: readonly PersonRow[]): FileFault[] => {
  const first = new Map<string, number>()
  return rows.flatMap(({ line, email }) => {
    const key = emailKey(email)
    const before = first.get(key)
    first.set(key, before ?? line)
    return before === undefined || key === ''
      ? []
      : { line, message: `${asTyped(email)} is on line ${before} already; keep one of the rows` }
  })
}

/** @param people with an account, who may stay in a team that has closed */
export const readPeopleFile = (
  bytes: Uint8Array,
  teams: readonly KnownTeam[],
  people: readonly { readonly email: string; readonly teamId: string | null }[] = []
): PeopleFile => {
  const presentTeams = new Map(people.map(({ email, teamId }) => [emailKey(email), teamId]))
  const { text, broken, unreadable } = decodeText(bytes)
  if (unreadable) return { ok: false, faults: [unreadable] }
  const { records, faults } = finish(readRecords(text, MOST_PEOPLE + 1))
  const [header, ...body] = records
  if (!header) {
    return {
      ok: false,
      faults: [{ line: 1, message: 'there is nothing in it; begin with a header of columns' }],
    }
  }
  const found = readHeader(header)
  if (found.faults.length > 0) return { ok: false, faults: byLine([...broken, ...found.faults]) }
  if (body.length > MOST_PEOPLE) {
    const message = `there are more than ${MOST_PEOPLE} people; split the file`
    return { ok: false, faults: [{ line: body.at(-1)?.line ?? 1, message }] }
  }
  const read = body.map((record) => readRow(record, found.places, teams, presentTeams))
  const rows = read.map(({ row }) => row)
  const all = [...broken, ...faults, ...read.flatMap((one) => one.faults), ...checkTwice(rows)]
  if (all.length > 0) return { ok: false, faults: byLine(all) }
  if (rows.length === 0) {
    const message = 'there is a header and nobody below it; add a row for each person'
    return { ok: false, faults: [{ line: header.line, message }] }
  }
  return { ok: true, rows }
}
