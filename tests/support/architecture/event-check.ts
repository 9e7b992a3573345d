/** Follows calls from each file that opens a transaction to the place where an event is recorded. */
import type { Check } from './check.ts'
import { folderOf } from './layers.ts'
import type { SourceFile } from './source-file.ts'

/** Records an event itself, or calls something imported from a file that does. */
const recordsEvent = (
  file: SourceFile,
  byPath: ReadonlyMap<string, SourceFile>,
  seen: ReadonlySet<string> = new Set()
): boolean => {
  if (file.calls.has('recordEvent')) return true
  if (seen.has(file.path)) return false
  const further = new Set([...seen, file.path])
  return file.imports.some(({ from, names, isType }) => {
    const target = byPath.get(from)
    // Middleware and the database record nothing on a verb's behalf.
    const isFeature = target && !['http', 'db', 'events'].includes(folderOf(from) ?? '')
    const isCalled = names.some((name) => file.calls.has(name))
    return isFeature && !isType && isCalled && recordsEvent(target, byPath, further)
  })
}

export const everyWriteIsRecorded: Check = {
  name: 'whatever opens a transaction records an event, or calls what does',
  find: (files) => {
    const byPath = new Map(files.map((file) => [file.path, file]))
    return files
      .filter(({ path, calls }) => path.startsWith('src/') && calls.has('inTransaction'))
      .filter((file) => !recordsEvent(file, byPath))
      .map(({ path }) => `${path} opens a transaction and records no event`)
  },
  bad: {
    'src/cases/add-case.ts': `import { insertCase } from './store.ts'\ninTransaction(ctx, () => insertCase(db))`,
    'src/cases/store.ts': 'export const insertCase = (db: Db) => db',
    'src/cases/move-case.ts': `import { noteMove } from './note-move.ts'\ninTransaction(ctx, () => noteMove(tx))`,
    'src/cases/note-move.ts': 'export const noteMove = (tx: Context) => recordEvent(tx, {})',
    'src/cases/shut-case.ts': `import { noteMove } from './note-move.ts'\ninTransaction(ctx, () => 1)`,
  },
  faults: [
    'src/cases/add-case.ts opens a transaction and records no event',
    'src/cases/shut-case.ts opens a transaction and records no event',
  ],
}
