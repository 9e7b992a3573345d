/** `migrate`: brings the database to the newest schema without serving. */
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: 'migrate',
  run: async (args, environment) => {
    parseArguments(args, {})
    await environment.openContext()
    environment.stdout.write('The database is up to date\n')
  },
}
