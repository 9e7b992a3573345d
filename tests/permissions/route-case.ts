/** The shape of the table of routes: what each role is answered, on a record of theirs, on another's and on none. */
import type { World } from '../support/world.ts'

/** Columns of every row, in this order. The last is somebody who is not signed in. */
export const columns = [
  'administrator',
  'qa_lead',
  'manager',
  'iro',
  'iro_manager',
  'practitioner',
  'senior_leader',
  'partner',
  'visitor',
] as const
export type Column = (typeof columns)[number]

export type Row = readonly [
  administrator: number,
  qaLead: number,
  manager: number,
  iro: number,
  iroManager: number,
  practitioner: number,
  seniorLeader: number,
  partner: number,
  visitor: number,
]

/** Which record the address names. `none`: the route names no record. */
export const records = ['none', 'own', 'foreign', 'missing'] as const
export type RecordKind = (typeof records)[number]

export interface Request {
  readonly path: string
  readonly fields?: Readonly<Record<string, string | readonly string[]>>
}

/** Who asks: `personId` is undefined for a visitor. */
export interface Asker {
  readonly column: Column
  readonly personId: string | undefined
}

export interface RouteCase {
  /** Makes the record that is asked for, and says how. Called once for each role and record. */
  readonly ask: (world: World, asker: Asker, record: RecordKind) => Request | Promise<Request>
  /** Those who were told of the foreign record: refused with whose it is to do (contracts.md §4). */
  readonly told?: readonly Exclude<Column, 'visitor'>[]
  /** The status expected, by record. */
  readonly expect: Readonly<Partial<Record<RecordKind, Row>>>
}

export type RouteTable = Readonly<Record<string, RouteCase>>
