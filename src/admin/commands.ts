/** `check`, `backup` and `restore`: for whoever looks after the installation. */
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { FaultyInput } from '../errors.ts'
import { backupDatabase } from './backup-database.ts'
import { checkDatabase } from './check-database.ts'
import { readBackupFile } from './read-backup-file.ts'
import { restoreBackup } from './restore-backup.ts'
import { writeBackupFile } from './write-backup-file.ts'

const oneFile = { min: 1, max: 1 }

const counted = (count: number, one: string): string => `${count} ${count === 1 ? one : `${one}s`}`

export const checkCommand: Command = {
  name: 'check',
  usage: 'check',
  run: async (args, environment) => {
    parseArguments(args, {})
    const faults = await checkDatabase(await environment.openContext())
    if (faults.length > 0) throw new FaultyInput(faults)
    environment.stdout.write('Everything holds\n')
  },
}

export const backupCommand: Command = {
  name: 'backup',
  usage: 'backup FILE',
  run: async (args, environment) => {
    const [path = ''] = parseArguments(args, {}, oneFile).positionals
    const ctx = await environment.openContext()
    const rows = await writeBackupFile(path, (write) => backupDatabase(ctx, write))
    const total = Object.values(rows).reduce((sum, count) => sum + count, 0)
    environment.stdout.write(`${counted(total, 'row')} written to ${path}\n`)
  },
}

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'restore FILE',
  run: async (args, environment) => {
    const [path = ''] = parseArguments(args, {}, oneFile).positionals
    const ctx = await environment.openContext({ migrate: false })
    const restored = await restoreBackup(ctx, readBackupFile(path))
    environment.stdout.write(
      `${counted(restored.rows, 'row')} restored; the event log was at ${restored.events} ${restored.eventHash}\n`
    )
  },
}
