/** Which kind of file each path is, which feature it is of, and what each kind may import: architecture.md §3 as data. */

/** Left to right: a feature imports only from features to its left. */
export const features = [
  'people',
  'settings',
  'mail',
  'notices',
  'cover',
  'rubrics',
  'grading',
  'cases',
  'rounds',
  'actions',
  'safety',
  'audits',
  'programme',
  'studio',
  'moderation',
  'alerts',
  'work',
  'analytics',
  'reports',
  'imports',
  'admin',
  'jobs',
  'api',
  'demo',
] as const

/** Below every feature. */
export const foundations = ['db', 'events', 'http', 'documents'] as const

export type Kind =
  | 'routes'
  | 'input'
  | 'rules'
  | 'store'
  | 'commands'
  | 'verb'
  /** What verbs are made of: hashing, tokens, reading a file. Told from a verb by what it exports. */
  | 'part'
  | 'http'
  | 'db'
  | 'events'
  | 'errors'
  /** The few files at the root of src: the application, the command line, what they are made of. */
  | 'root'
  | 'view'
  | 'browser'
  | 'migration'
  | 'package'
  | 'other'

const kinds: readonly (readonly [RegExp, Kind])[] = [
  [/^migrations\//, 'migration'],
  [/^views\/assets\//, 'browser'],
  [/^views\//, 'view'],
  [/^src\/http\//, 'http'],
  [/^src\/db\//, 'db'],
  [/^src\/events\//, 'events'],
  [/^src\/errors\.ts$/, 'errors'],
  [/^src\/[a-z-]+\.tsx?$/, 'root'],
  [/^src\/[a-z]+\/(?:[a-z-]+-)?routes\.tsx$/, 'routes'],
  [/^src\/[a-z]+\/input\.ts$/, 'input'],
  [/^src\/[a-z]+\/rules\/[a-z0-9-]+\.ts$/, 'rules'],
  [/^src\/[a-z]+\/(?:[a-z-]+-)?store\.ts$/, 'store'],
  [/^src\/[a-z]+\/commands\.ts$/, 'commands'],
  [/^src\/[a-z]+\/[a-z0-9-]+\.ts$/, 'part'],
  [/^(?:src|tests|bench|tools|bin)\//, 'other'],
]

/** What the path alone says: verbs come out as parts. */
export const kindOfPath = (path: string): Kind =>
  kinds.find(([pattern]) => pattern.test(path))?.[1] ?? 'package'

/** The folder of src that the file is in; undefined at the root and outside src. */
export const folderOf = (path: string): string | undefined => /^src\/([^/]+)\//.exec(path)?.[1]

export const placeOf = (path: string): number =>
  features.indexOf(folderOf(path) as (typeof features)[number])

export interface MayImport {
  /** Kinds whose values and types may be imported. */
  readonly kinds: readonly Kind[]
  /** Further kinds of which types alone may be imported. */
  readonly types: readonly Kind[]
  readonly packages: RegExp
}

const pureLibraries = /^(?:diff|yaml|zod|csv-parse(?:\/sync)?|csv-stringify\/sync|d3-array)$/

/** Kinds that are not here (http, db, events, root) have checks of their own. */
export const mayImport: Partial<Record<Kind, MayImport>> = {
  routes: {
    // A large feature has several route files; those of other features are out of reach in any case.
    kinds: ['routes', 'http', 'input', 'verb', 'part', 'store', 'rules', 'view', 'errors'],
    types: ['db', 'root'],
    packages: /^hono(?:\/[a-z-]+)?$/,
  },
  input: { kinds: ['rules'], types: [], packages: /^zod$/ },
  verb: {
    kinds: ['db', 'events', 'errors', 'store', 'rules', 'verb', 'part'],
    types: [],
    // Hashing; neither files nor the network, since a transaction is open.
    packages: /^node:crypto$/,
  },
  part: {
    kinds: ['db', 'errors', 'store', 'rules', 'verb', 'part'],
    types: ['events'],
    packages: /^(?!hono|@hono|kysely|pg$|better-sqlite3)/,
  },
  rules: { kinds: ['rules'], types: [], packages: pureLibraries },
  store: { kinds: ['db', 'errors', 'rules', 'store'], types: [], packages: /^kysely$/ },
  commands: {
    kinds: ['verb', 'part', 'store', 'rules', 'db', 'errors', 'root'],
    types: [],
    packages: /^(?:node:.+|zod)$/,
  },
  view: {
    kinds: ['view'],
    types: ['rules', 'store', 'verb', 'part', 'http'],
    packages: /^(?:hono\/(?:jsx|html)|d3-scale|d3-shape)$/,
  },
  browser: { kinds: ['browser'], types: [], packages: /^govuk-frontend$/ },
  migration: { kinds: ['migration'], types: [], packages: /^kysely(?:\/migration)?$/ },
}
