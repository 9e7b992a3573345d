/**
 * The command line: parse, then serve or run one command. The only file with effects on import.
 * Exit status: 0 done; 1 the input or the data is wrong; 2 wrong usage.
 */
import { enterAlerts } from './alerts/enter-alerts.ts'
import type { Command, CommandEnvironment } from './command.ts'
import { commands } from './commands.ts'
import { readConfig } from './config.ts'
import { toInstant } from './db/columns.ts'
import { explainDatabaseError } from './db/explain-database-error.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open-database.ts'
import type { Db } from './db/schema.ts'
import { newUuid } from './db/uuid.ts'
import { FaultyInput, WrongUsage } from './errors.ts'

const readStdin = async (): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

const usage = (): string =>
  `Usage: plumbline COMMAND\n\n${commands.map((command) => `  ${command.usage}`).join('\n')}\n`

const findCommand = (args: readonly string[]): [Command, readonly string[]] => {
  for (const words of [2, 1]) {
    const command = commands.find(({ name }) => name === args.slice(0, words).join(' '))
    if (command) return [command, args.slice(words)]
  }
  throw new WrongUsage(args[0] ? `there is no command '${args.slice(0, 2).join(' ')}'` : '')
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error)

const run = async (args: readonly string[]): Promise<number> => {
  let db: Db | undefined
  try {
    if (args[0] === 'help' || args[0] === '--help') {
      process.stdout.write(usage())
      return 0
    }
    const [command, rest] = findCommand(args)
    const config = readConfig()
    const environment: CommandEnvironment = {
      config,
      openContext: async (options) => {
        db = await openDatabase(config.DATABASE_URL)
        if (options?.migrate !== false) {
          await migrate(db)
          await enterAlerts(db)
        }
        const actor = { kind: 'command', name: command.name } as const
        return { db, actor, now: toInstant(new Date()), ids: newUuid }
      },
      stdout: process.stdout,
      stderr: process.stderr,
      readStdin,
    }
    await command.run(rest, environment)
    return 0
  } catch (error) {
    if (error instanceof WrongUsage) {
      process.stderr.write(`${error.message ? `plumbline: ${error.message}\n\n` : ''}${usage()}`)
      return 2
    }
    if (error instanceof FaultyInput) {
      process.stderr.write(`${error.lines.join('\n')}\n`)
      return 1
    }
    const words = explainDatabaseError(error) ?? `this is a fault of ours (${messageOf(error)})`
    process.stderr.write(`plumbline: ${words}\n`)
    return 1
  } finally {
    await db?.destroy()
  }
}

process.exitCode = await run(process.argv.slice(2))
