/** What one command of the command line is, and what it is given. main.ts dispatches; features define theirs. */
import type { Config } from './config.ts'
import type { Context } from './db/transaction.ts'

export interface CommandEnvironment {
  readonly config: Config
  /** Opens and (unless `migrate` is false) migrates the database of the settings; closed when the command ends. */
  readonly openContext: (options?: { readonly migrate?: boolean }) => Promise<Context>
  readonly stdout: { write(text: string | Uint8Array): void; readonly isTTY?: boolean }
  readonly stderr: { write(text: string): void }
  readonly readStdin: () => Promise<string>
}

export interface Command {
  /** One or two words: `migrate`, `user add`. */
  readonly name: string
  /** After `plumbline`: `user add --email E --name N --role R[,R] …` */
  readonly usage: string
  /**
   * @param args what follows the name
   * @throws FaultyInput (exit 1: the input or the data is wrong) or WrongUsage (exit 2)
   */
  readonly run: (args: readonly string[], environment: CommandEnvironment) => Promise<void>
}
