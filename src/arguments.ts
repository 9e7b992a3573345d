/** Parses a command's arguments with node's own parser, and says in a sentence what it does not understand. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { WrongUsage } from './errors.ts'

type Options = NonNullable<ParseArgsConfig['options']>

/** @throws WrongUsage naming the option or argument that is not known */
export const parseArguments = <O extends Options>(
  args: readonly string[],
  options: O,
  positionals: { readonly min: number; readonly max: number } = { min: 0, max: 0 }
) => {
  try {
    const parsed = parseArgs({ args: [...args], options, allowPositionals: true, strict: true })
    if (parsed.positionals.length < positionals.min) throw new WrongUsage('a file name is missing')
    if (parsed.positionals.length > positionals.max) {
      throw new WrongUsage(`'${parsed.positionals[positionals.max]}' is one argument too many`)
    }
    return parsed
  } catch (error) {
    if (error instanceof WrongUsage) throw error
    throw new WrongUsage(error instanceof Error ? error.message.split('. ')[0] : String(error))
  }
}
