/** The log is copied into the file in a gap between saves, and not by those who save. */
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Db } from '../../src/db/schema.ts'
import { newFolder, openForTest } from '../support/files.ts'

const save = (db: Db, key: string) =>
  db.transaction().execute((tx) =>
    tx
      .insertInto('council')
      .values({ key, value: 'x'.repeat(5_000) })
      .execute()
  )

test('after enough commits and a gap', async () => {
  const path = join(newFolder(), 'a.db')
  // Closing the database it was made with leaves nothing in the log.
  await (await openForTest(`sqlite:${path}`)).destroy()
  const db = await openForTest(`sqlite:${path}`, false)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const before = statSync(path).size
  for (let made = 0; made < 24; made += 1) await save(db, `early ${made}`)
  vi.advanceTimersByTime(10_000)
  expect(statSync(path).size).toBe(before)
  await save(db, 'the last')
  vi.advanceTimersByTime(249)
  expect(statSync(path).size).toBe(before)
  vi.advanceTimersByTime(1)
  expect(statSync(path).size).toBeGreaterThan(before + 25 * 5_000)
  vi.useRealTimers()
})
