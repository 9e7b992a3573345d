/** `events verify`, `check`, `backup` and `restore`, by the exact words written. */
import { expect, test } from 'vitest'
import { backupCommand, checkCommand, restoreCommand } from '../../src/admin/commands.ts'
import type { Command } from '../../src/command.ts'
import { readConfig } from '../../src/config.ts'
import type { Context } from '../../src/db/transaction.ts'
import { FaultyInput, WrongUsage } from '../../src/errors.ts'
import { eventsVerify } from '../../src/events/commands.ts'
import { addTeamWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { newFolder } from '../support/files.ts'
import { withoutTriggers } from '../support/tamper.ts'

/** What the command wrote, or the lines it ended with. */
const run = async (ctx: Context, command: Command, ...args: string[]): Promise<string> => {
  let written = ''
  const write = (text: string) => {
    written += text
  }
  try {
    await command.run(args, {
      config: readConfig({}),
      openContext: async () => ctx,
      stdout: { write },
      stderr: { write },
      readStdin: async () => '',
    })
  } catch (error) {
    if (error instanceof FaultyInput) return error.lines.join('\n')
    if (error instanceof WrongUsage) return `usage: ${error.message}`
    throw error
  }
  return written
}

const newCouncil = async () => {
  const ctx = await newContext()
  await addTeamWith(ctx, { name: 'North 1' })
  await addTeamWith(ctx, { name: 'North 2' })
  const { hash } = await ctx.db.selectFrom('event_head').select('hash').executeTakeFirstOrThrow()
  return { ctx, hash }
}

test('events verify prints the head, and finds an expected hash', async () => {
  const { ctx, hash } = await newCouncil()
  const first = await ctx.db
    .selectFrom('event')
    .select('hash')
    .where('number', '=', 1)
    .executeTakeFirstOrThrow()
  const words = `2 events, each following from the one before\nhead 2 ${hash}\n`
  expect(await run(ctx, eventsVerify)).toBe(words)
  expect(await run(ctx, eventsVerify, '--expect', first.hash)).toBe(
    `${words}the expected hash is that of event 1\n`
  )
  expect(await run(ctx, eventsVerify, '--expect', 'f'.repeat(64))).toBe(
    `event log: no event has the hash ${'f'.repeat(64)}; the log was cut off or rewritten since that was noted`
  )
  expect(await run(ctx, eventsVerify, '--expect', 'abc')).toBe(
    "usage: --expect: 'abc' is not a hash; give the 64 digits that an earlier verification printed"
  )
})

test('check says that everything holds, or what does not', async () => {
  const { ctx } = await newCouncil()
  expect(await run(ctx, checkCommand)).toBe('Everything holds\n')
  await withoutTriggers(ctx.db, (db) => db.deleteFrom('event').where('number', '=', 1).execute())
  expect(await run(ctx, checkCommand)).toBe(
    'event log: event 1 is missing: the log begins with event 2'
  )
})

test('backup and restore say how much, and where the event log stood', async () => {
  const { ctx, hash } = await newCouncil()
  const path = `${newFolder()}/council.backup`
  // Two teams with their paths, two events, the head and the secret.
  expect(await run(ctx, backupCommand, path)).toBe(`8 rows written to ${path}\n`)
  expect(await run(ctx, restoreCommand, path)).toMatch(
    /^DATABASE_URL: the database has data already \(team, team_path, event, event_head\); /
  )
  expect(await run(await newContext(), restoreCommand, path)).toBe(
    `8 rows restored; the event log was at 2 ${hash}\n`
  )
  expect(await run(ctx, backupCommand)).toBe('usage: a file name is missing')
})
