/**
 * The sender of one server process: sends what waits when it is woken and when the job comes round, never twice side by
 * side, and ends cleanly. Without a mail server it does nothing.
 */
import { toInstant } from '../db/columns.ts'
import type { Db } from '../db/schema.ts'
import type { Context } from '../db/transaction.ts'
import { type MailServer, openMailer } from './mailer.ts'
import { type Sending, sendWaiting } from './send-waiting.ts'
import { onWake } from './wake.ts'

/** How long stopping waits for a mail that is being sent. One cut off is sent again after the lease. */
const STOP_WITHIN_MS = 8_000

export interface SenderEnvironment {
  readonly db: Db
  readonly clock: () => Date
  readonly ids: () => string
  readonly log: { error(details: object, message: string): void }
}

export interface MailSender {
  /** Sends what is due, or joins the round that is on. Fails when the database does. */
  readonly run: () => Promise<void>
  /** Begins no further mail, waits for those on their way, and closes the connections. */
  readonly stop: () => Promise<void>
}

export const startSender = (
  environment: SenderEnvironment,
  server: (MailServer & Pick<Sending, 'publicUrl' | 'render'>) | undefined
): MailSender => {
  if (server === undefined) return { run: async () => {}, stop: async () => {} }
  const { db, clock, ids, log } = environment
  const mailer = openMailer(server)
  let isStopping = false
  let isWokenAgain = false
  let round: Promise<void> | undefined

  const rounds = async () => {
    do {
      isWokenAgain = false
      const ctx: Context = {
        db,
        ids,
        now: toInstant(clock()),
        actor: { kind: 'job', name: 'send-mail' },
      }
      await sendWaiting(ctx, {
        mailer,
        publicUrl: server.publicUrl,
        render: server.render,
        clock,
        isStopping: () => isStopping,
      })
    } while (isWokenAgain && !isStopping)
  }
  const run = (): Promise<void> => {
    if (isStopping) return Promise.resolve()
    isWokenAgain = true
    round ??= rounds().finally(() => {
      round = undefined
    })
    return round
  }
  const stopListening = onWake(() => {
    run().catch((error: unknown) =>
      log.error({ err: error }, 'mail could not be sent and will be tried again')
    )
  })
  return {
    run,
    stop: async () => {
      isStopping = true
      stopListening()
      let limit: NodeJS.Timeout | undefined
      await Promise.race([
        round?.catch(() => undefined),
        new Promise((resolve) => {
          limit = setTimeout(resolve, STOP_WITHIN_MS)
        }),
      ])
      clearTimeout(limit)
      mailer.close()
    },
  }
}
