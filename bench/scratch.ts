/** A database of either kind for one bench, migrated and with the rubric library, gone afterwards. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toInstant } from '../src/db/columns.ts'
import { migrate } from '../src/db/migrate.ts'
import { openDatabase } from '../src/db/open-database.ts'
import type { Context } from '../src/db/transaction.ts'
import { newUuid } from '../src/db/uuid.ts'
import { publishLibrary } from '../src/rubrics/publish-library.ts'
import { readLibrary } from '../src/rubrics/read-rubric-files.ts'
import { startPostgres } from '../tests/support/start-postgres.ts'

export type ScratchKind = 'sqlite' | 'postgres'

export interface Scratch {
  readonly url: string
  /** For the bare server: a file name beside ours, or the same PostgreSQL database. */
  readonly bareUrl: string
  readonly context: () => Context
  readonly close: () => Promise<void>
  readonly remove: () => Promise<void>
}

export const openScratch = async (kind: ScratchKind): Promise<Scratch> => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  const postgres = kind === 'postgres' ? await startPostgres({ isDurable: true }) : undefined
  const url = postgres ? `${postgres.url}/postgres` : `sqlite:${join(folder, 'ours.db')}`
  const db = await openDatabase(url)
  await migrate(db)
  const context = (): Context => ({
    db,
    actor: { kind: 'command', name: 'bench' },
    now: toInstant(new Date()),
    ids: newUuid,
  })
  await publishLibrary(context(), readLibrary())
  return {
    url,
    bareUrl: postgres ? url : join(folder, 'bare.db'),
    context,
    close: () => db.destroy(),
    remove: async () => {
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
