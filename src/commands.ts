/** Every command of the command line, in the order in which help shows them. */
import { backupCommand, checkCommand, restoreCommand } from './admin/commands.ts'
import { tokenAdd, tokenList, tokenRevoke } from './api/commands.ts'
import type { Command } from './command.ts'
import { migrateCommand } from './db/commands.ts'
import { demo } from './demo/commands.ts'
import { eventsVerify } from './events/commands.ts'
import { importListCommand, importResultsCommand, importUndoCommand } from './imports/commands.ts'
import { userAdd } from './people/commands.ts'
import { reportCommand } from './reports/commands.ts'
import { rubricCheck, rubricList, rubricPublish } from './rubrics/commands.ts'
import { serve } from './serve.ts'

export const commands: readonly Command[] = [
  serve,
  demo,
  migrateCommand,
  userAdd,
  tokenAdd,
  tokenList,
  tokenRevoke,
  rubricCheck,
  rubricPublish,
  rubricList,
  importResultsCommand,
  importListCommand,
  importUndoCommand,
  reportCommand,
  eventsVerify,
  checkCommand,
  backupCommand,
  restoreCommand,
]
