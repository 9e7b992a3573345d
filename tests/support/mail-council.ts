/** A council that mails its notices to a real SMTP server, sent by the verb that servers send by. */
import { onTestFinished } from 'vitest'
import type { Context } from '../../src/db/transaction.ts'
import { openMailer } from '../../src/mail/mailer.ts'
import { sendWaiting } from '../../src/mail/send-waiting.ts'
import { switchMail } from '../../src/mail/switch-mail.ts'
import { renderMail } from '../../views/mail/mail-body.tsx'
import { addPersonWith } from './builders.ts'
import { newContext } from './context.ts'
import { newMailServer } from './mail-server.ts'

export const PUBLIC_URL = 'https://audit.aldermere.example'
const FROM = { name: 'Plumbline', address: 'plumbline@aldermere.example' }

export const after = (now: string, minutes: number): string =>
  new Date(Date.parse(now) + minutes * 60_000).toISOString()

/** A council with mail switched on, its mail server, and a clock that the test moves. */
export const newMailCouncil = async () => {
  const first = await newContext()
  await switchMail(first, true)
  const server = await newMailServer()
  let now = first.now
  /** Another server of the product has a mailer of its own. */
  const newSender = () => {
    const mailer = openMailer({ url: server.url, from: FROM })
    onTestFinished(() => mailer.close())
    return {
      mailer,
      send: () =>
        sendWaiting(
          { ...first, now },
          {
            mailer,
            publicUrl: PUBLIC_URL,
            render: renderMail,
            clock: () => new Date(now),
            isStopping: () => false,
          }
        ),
    }
  }
  const ctx = (): Context => ({ ...first, now })
  const person = await addPersonWith(first, {
    name: 'Amara Osei',
    email: 'amara@aldermere.example',
  })
  return {
    db: first.db,
    ctx,
    server,
    person,
    newSender,
    ...newSender(),
    wait: (minutes: number) => {
      now = after(now, minutes)
    },
  }
}

export const rowsOf = (ctx: Context) =>
  ctx.db
    .selectFrom('mail')
    .select(['state', 'attempts', 'next_at', 'fault', 'failing_since', 'message_id'])
    .orderBy('id')
    .execute()
