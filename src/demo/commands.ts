/** `demo`: a fresh demonstration council in its own file, the people to sign in as, then the server. */
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { migrate } from '../db/migrate.ts'
import { openDatabase } from '../db/open-database.ts'
import { writeToFile } from '../db/sqlite-file.ts'
import { serveDatabase } from '../serve.ts'
import { createCouncil } from './create-council.ts'
import { DEMO_PATH, makeWay, refuseOtherDatabase } from './demo-file.ts'
import { groupByRole } from './rules/sign-in-groups.ts'
import { type DemoAccount, listDemoAccounts } from './store.ts'

const londonDate = (now: Date): string =>
  new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(now)

/** Made in memory, so that a run that is stopped half way leaves nothing behind. */
const makeCouncil = async (path: string, today: string): Promise<void> => {
  const db = await openDatabase('sqlite::memory:')
  try {
    await migrate(db)
    await createCouncil(db, today)
    await writeToFile(db, path)
  } finally {
    await db.destroy()
  }
}

/** One line a person, under their role. */
const namesByRole = (accounts: readonly DemoAccount[]): string =>
  groupByRole(accounts)
    .map(({ label, accounts: held }) => {
      const lines = held.map(
        ({ name, jobTitle, team }) => `  ${name}, ${jobTitle}${team === null ? '' : `, ${team}`}`
      )
      return [label, ...lines].join('\n')
    })
    .join('\n')

export const demo: Command = {
  name: 'demo',
  usage: 'demo',
  run: async (args, environment) => {
    parseArguments(args, {})
    const { config, stdout } = environment
    refuseOtherDatabase(config.isDatabaseSet ? config.DATABASE_URL : undefined)
    makeWay(DEMO_PATH)
    stdout.write('Making Aldermere, a council that does not exist, from nothing\n')
    await makeCouncil(DEMO_PATH, londonDate(new Date()))

    const db = await openDatabase(`sqlite:${DEMO_PATH}`)
    try {
      const accounts = await listDemoAccounts(db)
      await serveDatabase(db, config, (url) => {
        stdout.write(`\n${namesByRole(accounts)}\n\n`)
        stdout.write(`Sign in as any of them, with one click, at ${url}/demo\n`)
      })
    } finally {
      await db.destroy()
    }
  },
}
