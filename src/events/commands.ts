/** `events verify`: proves that the event log is whole, and prints the head to be noted somewhere else. */
import { parseArguments } from '../arguments.ts'
import type { Command } from '../command.ts'
import { FaultyInput, WrongUsage } from '../errors.ts'
import { verifyEvents } from './verify-events.ts'

export const eventsVerify: Command = {
  name: 'events verify',
  usage: 'events verify [--expect HASH]',
  run: async (args, environment) => {
    const { values } = parseArguments(args, { expect: { type: 'string' } })
    const expected = values.expect?.trim().toLowerCase()
    if (expected !== undefined && !/^[0-9a-f]{64}$/.test(expected)) {
      throw new WrongUsage(
        `--expect: '${values.expect}' is not a hash; give the 64 digits that an earlier verification printed`
      )
    }
    const { db } = await environment.openContext()
    const result = await verifyEvents(db, expected)
    if (result.fault) throw new FaultyInput([`event log: ${result.fault}`])
    if (expected !== undefined && result.expectedNumber === undefined) {
      throw new FaultyInput([
        `event log: no event has the hash ${expected}; the log was cut off or rewritten since that was noted`,
      ])
    }
    environment.stdout.write(
      `${result.number} events, each following from the one before\nhead ${result.number} ${result.hash}\n`
    )
    if (result.expectedNumber !== undefined) {
      environment.stdout.write(`the expected hash is that of event ${result.expectedNumber}\n`)
    }
  },
}
