/** Who imports whom: the order of features, the table of kinds, the foundations and the views. */
import type { Check } from './check.ts'
import {
  features,
  folderOf,
  foundations,
  type Kind,
  kindOfPath,
  mayImport,
  placeOf,
} from './layers.ts'
import type { Import, SourceFile } from './source-file.ts'

/** A part that is given a context, or that opens a transaction, is a verb. */
export const isVerb = (file: SourceFile): boolean =>
  kindOfPath(file.path) === 'part' &&
  (file.calls.has('inTransaction') ||
    file.exports.some(
      ({ takes, name }) => takes === 'Context' || (takes === 'TransactionContext' && name !== '')
    ))

const kindOf = (file: SourceFile): Kind => (isVerb(file) ? 'verb' : kindOfPath(file.path))

const eachImport = (
  files: readonly SourceFile[],
  fault: (file: SourceFile, found: Import, target: Kind) => string | undefined
): string[] => {
  const byPath = new Map(files.map((file) => [file.path, file]))
  return files.flatMap((file) =>
    file.imports.flatMap((found) => {
      const target = byPath.get(found.from)
      const words = fault(file, found, target ? kindOf(target) : kindOfPath(found.from))
      return words === undefined ? [] : [`${file.path} ${words}`]
    })
  )
}

export const featureOrder: Check = {
  name: 'a feature imports only from features to its left',
  find: (files) =>
    eachImport(files, (file, found) => {
      const from = placeOf(file.path)
      return from >= 0 && placeOf(found.from) > from ? `imports ${found.from}` : undefined
    }),
  bad: { 'src/rubrics/publish-rubric.ts': `import { getAudit } from '../audits/store.ts'` },
  faults: ['src/rubrics/publish-rubric.ts imports src/audits/store.ts'],
}

export const knownFolders: Check = {
  name: 'every folder of src is a feature or one of http, db, events and documents',
  find: (files) =>
    files.flatMap((file) => {
      const folder = folderOf(file.path)
      const known: readonly string[] = [...features, ...foundations]
      return folder === undefined || known.includes(folder) ? [] : [`${file.path} is in no feature`]
    }),
  bad: { 'src/services/audit.ts': '' },
  faults: ['src/services/audit.ts is in no feature'],
}

const open: readonly Kind[] = ['store', 'rules', 'verb', 'part', 'package', 'other']

export const otherFeatures: Check = {
  name: 'of another feature only its store, rules and verbs are imported',
  find: (files) =>
    eachImport(files, (file, found, target) => {
      const isOther = placeOf(found.from) >= 0 && folderOf(found.from) !== folderOf(file.path)
      const isFeature = placeOf(file.path) >= 0
      return isFeature && isOther && !open.includes(target) ? `imports ${found.from}` : undefined
    }),
  bad: {
    'src/rounds/routes.tsx': `import { reference } from '../cases/input.ts'`,
    'src/audits/routes.tsx': `import type { AppEnv } from '../rounds/routes.tsx'`,
  },
  faults: [
    'src/rounds/routes.tsx imports src/cases/input.ts',
    'src/audits/routes.tsx imports src/rounds/routes.tsx',
  ],
}

export const kindTable: Check = {
  name: 'each kind of file imports only what the table gives it',
  find: (files) =>
    eachImport(files, (file, found, target) => {
      const allowed = mayImport[kindOf(file)]
      if (!allowed) return undefined
      const isAllowed =
        target === 'package'
          ? allowed.packages.test(found.from)
          : allowed.kinds.includes(target) || (found.isType && allowed.types.includes(target))
      return isAllowed ? undefined : `(${kindOf(file)}) imports ${found.from}`
    }),
  bad: {
    'src/cases/routes.tsx': `import { sql } from 'kysely'\nimport { inTransaction } from '../db/transaction.ts'`,
    'src/cases/input.ts': `import type { Context } from 'hono'`,
    'src/cases/add-case.ts': `import { html } from 'hono/html'\nexport const addCase = (ctx: Context) => ctx`,
    'src/cases/rules/sample.ts': `import { randomInt } from 'node:crypto'\nimport { listCases } from '../store.ts'`,
    'src/cases/store.ts': `import { recordEvent } from '../events/record-event.ts'`,
    'src/cases/commands.ts': `import { Hono } from 'hono'`,
    'views/cases/case-page.tsx': `import { roleLabels } from '../../src/people/rules/permissions.ts'\nimport { z } from 'zod'`,
    'views/assets/plumbline.ts': `import { shortDate } from '../format.ts'`,
    'migrations/0009-cases.ts': `import type { Tables } from '../src/db/schema.ts'`,
  },
  faults: [
    'src/cases/routes.tsx (routes) imports kysely',
    'src/cases/routes.tsx (routes) imports src/db/transaction.ts',
    'src/cases/input.ts (input) imports hono',
    'src/cases/add-case.ts (verb) imports hono/html',
    'src/cases/rules/sample.ts (rules) imports node:crypto',
    'src/cases/rules/sample.ts (rules) imports src/cases/store.ts',
    'src/cases/store.ts (store) imports src/events/record-event.ts',
    'src/cases/commands.ts (commands) imports hono',
    'views/cases/case-page.tsx (view) imports src/people/rules/permissions.ts',
    'views/cases/case-page.tsx (view) imports zod',
    'views/assets/plumbline.ts (browser) imports views/format.ts',
    'migrations/0009-cases.ts (migration) imports src/db/schema.ts',
  ],
}

/** http needs the people behind a session and the notices above each page; db carries the events of a transaction; neither knows any other feature. */
const below: Record<(typeof foundations)[number], { files: RegExp; packages: RegExp }> = {
  http: {
    files:
      /^views\/|^src\/(?:http\/|db\/|events\/|people\/(?!routes|input|commands)|notices\/(?:rules\/|store\.ts$)|(?:errors|deps|config)\.ts$)/,
    packages: /./,
  },
  db: {
    files: /^migrations\/|^src\/(?:db\/|events\/|(?:errors|command|arguments)\.ts$)/,
    packages: /^(?!hono|@hono|zod)/,
  },
  events: {
    files: /^src\/(?:db\/|events\/|(?:errors|command|arguments)\.ts$)/,
    packages: /^(?!hono|@hono)/,
  },
  // A document is laid out from what it is given: it asks no database and knows no request.
  documents: {
    files: /^src\/documents\//,
    packages: /^(?:docx|fflate|@resvg\/resvg-js|node:)/,
  },
}

export const foundationsBelow: Check = {
  name: 'http, db and events know no feature but people and notices, and those only in http',
  find: (files) =>
    eachImport(files, (file, found, target) => {
      const folder = foundations.find((each) => each === folderOf(file.path))
      if (!folder) return undefined
      const allowed = target === 'package' ? below[folder].packages : below[folder].files
      return allowed.test(found.from) ? undefined : `imports ${found.from}`
    }),
  bad: {
    'src/http/guards.ts': `import { getAudit } from '../audits/store.ts'`,
    'src/http/page.tsx': `import { people } from '../people/routes.tsx'`,
    'src/db/open-database.ts': `import { Hono } from 'hono'`,
    'src/events/record-event.ts': `import { contextOf } from '../http/env.ts'`,
    'src/documents/write-word.ts': `import { findAudit } from '../audits/record-store.ts'`,
  },
  faults: [
    'src/http/guards.ts imports src/audits/store.ts',
    'src/http/page.tsx imports src/people/routes.tsx',
    'src/db/open-database.ts imports hono',
    'src/events/record-event.ts imports src/http/env.ts',
    'src/documents/write-word.ts imports src/audits/record-store.ts',
  ],
}

export const importChecks: readonly Check[] = [
  knownFolders,
  featureOrder,
  otherFeatures,
  kindTable,
  foundationsBelow,
]
