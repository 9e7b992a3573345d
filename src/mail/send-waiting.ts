/**
 * Sends what is due: claim, send, mark, one after another. A server that dies between sending and marking leaves a
 * lease behind that runs out, and the mail is sent again under the same Message-ID.
 */
import { toInstant } from '../db/columns.ts'
import { type Context, inTransaction } from '../db/transaction.ts'
import { recordEvent } from '../events/record-event.ts'
import type { Mailer } from './mailer.ts'
import { nextTryAt } from './rules/back-off.ts'
import { type MailWords, subjectOf, textOf, wordsOfMail } from './rules/mail-words.ts'
import {
  type ClaimedMail,
  claimMail,
  findRecipient,
  isAnyDue,
  listGathered,
  markDropped,
  markFailed,
  markSent,
} from './send-store.ts'

/** More than twice as long as one mail may take. */
export const LEASE_MS = 5 * 60_000

/** How many are sent side by side by one server. */
const WORKERS = 2

export interface Sending {
  readonly mailer: Mailer
  readonly publicUrl: string
  /** Lays the same words out as HTML. */
  readonly render: (words: MailWords) => string
  readonly clock: () => Date
  /** Asked before each mail. */
  readonly isStopping: () => boolean
}

const itemsOf = async (ctx: Context, mail: ClaimedMail) => {
  if (mail.sort === 'test') return []
  const told = mail.sort === 'digest' ? await listGathered(ctx.db, mail.id) : [mail]
  return told.map(({ label, path, reference }) => ({
    label: label ?? 'Notice',
    path: path ?? '/notices',
    reference,
  }))
}

/** @returns what became of it; undefined when nothing was due */
const sendNext = async (ctx: Context, sending: Sending): Promise<string | undefined> => {
  const { mailer, publicUrl, render, clock } = sending
  const started = clock()
  const now = toInstant(started)
  const leaseId = ctx.ids()
  const until = toInstant(new Date(started.getTime() + LEASE_MS))
  const mail = await claimMail(ctx.db, { leaseId, until, domain: mailer.domain, now })
  if (!mail) return (await isAnyDue(ctx.db, now)) ? 'lost to another' : undefined

  const person = await findRecipient(ctx.db, mail.personId)
  if (!person || person.isActive === 0) {
    await markDropped(ctx.db, mail.id, now)
    return 'dropped'
  }
  const words = wordsOfMail({
    sort: mail.sort,
    isUrgent: mail.isUrgent === 1,
    items: await itemsOf(ctx, mail),
    publicUrl,
  })
  const outcome = await mailer.send({
    to: person.email,
    messageId: mail.messageId ?? '',
    date: mail.createdAt,
    subject: subjectOf(words),
    text: textOf(words),
    html: render(words),
  })
  const endedAt = toInstant(clock())
  if (outcome.kind === 'sent') {
    await markSent(ctx.db, mail.id, endedAt)
    return 'sent'
  }
  const failure = { id: mail.id, leaseId, fault: outcome.fault, now: endedAt }
  if (outcome.kind === 'refused') {
    await inTransaction({ ...ctx, now: endedAt }, async (tx) => {
      if (await markFailed(tx.db, { ...failure, state: 'refused', nextAt: endedAt })) {
        recordEvent(tx, {
          type: 'mail.refused',
          subjectId: mail.id,
          details: { attempts: mail.attempts },
        })
      }
    })
  } else {
    const nextAt = nextTryAt(outcome.kind, mail.attempts, endedAt)
    await markFailed(ctx.db, { ...failure, state: 'waiting', nextAt })
  }
  return outcome.kind
}

/**
 * Until nothing is due, or no mail server answers: then the rest waits, untouched.
 *
 * @returns how many were sent
 * @throws what the database threw, once every worker has come to its end
 */
export const sendWaiting = async (ctx: Context, sending: Sending): Promise<number> => {
  let sent = 0
  let isDown = false
  const work = async () => {
    while (!isDown && !sending.isStopping()) {
      const became = await sendNext(ctx, sending)
      if (became === undefined) return
      if (became === 'sent') sent += 1
      if (became === 'unreachable') isDown = true
    }
  }
  // All of them to their end, so that none goes on behind a round that has failed.
  const ends = await Promise.allSettled(Array.from({ length: WORKERS }, work))
  const failed = ends.find((end) => end.status === 'rejected')
  if (failed) throw failed.reason
  return sent
}
