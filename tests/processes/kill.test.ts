/**
 * A few rounds of what `npm run bench:kill` does a thousand times: the real server killed in the middle of saving, with
 * nothing lost that anybody was told is saved. And a loss, made on purpose, is seen.
 */
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { killRounds, noFigures } from '../../bench/kill/kill-rounds.ts'
import { startProduct } from '../../bench/server.ts'
import { newDatabaseUrl, newFolder, openForTest } from '../support/files.ts'

/** Starting a server takes a second or two where nothing is built. */
const PATIENCE_MS = 90_000

test(
  'killed five times while four people save, it loses nothing',
  async () => {
    const figures = noFigures()
    await killRounds({
      rounds: 5,
      writers: 4,
      databaseUrl: await newDatabaseUrl(),
      log: join(newFolder(), 'acknowledged.jsonl'),
      start: startProduct,
      figures,
    })
    expect(figures.faults).toEqual([])
    expect(figures.rounds).toBe(5)
    expect(figures.withRequestInFlight).toBeGreaterThan(0)
    expect(figures.acknowledged).toBeGreaterThan(0)
  },
  PATIENCE_MS
)

test(
  'an answer that is gone after a restart is reported as lost',
  async () => {
    const figures = noFigures()
    const databaseUrl = await newDatabaseUrl()
    const db = await openForTest(databaseUrl)
    await killRounds({
      rounds: 1,
      writers: 2,
      databaseUrl,
      log: join(newFolder(), 'acknowledged.jsonl'),
      start: async (url) => {
        await sql`delete from answer`.execute(db)
        return startProduct(url)
      },
      figures,
    })
    expect(figures.faults.join('\n')).toMatch(
      /^LOST: cp\.\w+ of [\w-]+ has revision 0 '', acknowledged was \d+ 'w\d sentence \d+ about/
    )
  },
  PATIENCE_MS
)
