/** The program itself with a mail server: mails what waits, notes whether mail is on, and ends cleanly while it sends. */
import { expect, test } from 'vitest'
import { switchMail } from '../../src/mail/switch-mail.ts'
import { addPersonWith } from '../support/builders.ts'
import { newContext } from '../support/context.ts'
import { newDatabaseUrl, openForTest } from '../support/files.ts'
import { newMailServer } from '../support/mail-server.ts'
import { addNotice } from '../support/notice-builders.ts'
import { startServer } from '../support/program.ts'

const PATIENCE_MS = 60_000

test(
  'what waits is mailed when the server starts, and SIGTERM lets a mail on its way arrive',
  async () => {
    const DATABASE_URL = await newDatabaseUrl()
    const db = await openForTest(DATABASE_URL)
    const ctx = await newContext({ db })
    await switchMail(ctx, true)
    await addNotice(ctx, await addPersonWith(ctx, { email: 'amara@aldermere.example' }))
    const mail = await newMailServer()
    const asked = Promise.withResolvers<void>()
    const answer = Promise.withResolvers<number>()
    mail.answer = (step) => {
      if (step !== 'message') return 0
      asked.resolve()
      return answer.promise
    }
    const server = await startServer({
      DATABASE_URL,
      PUBLIC_URL: 'https://audit.aldermere.example',
      SMTP_URL: mail.url,
      MAIL_FROM: 'Plumbline <plumbline@aldermere.example>',
    })
    await asked.promise
    server.process.kill('SIGTERM')
    answer.resolve(0)
    expect(await server.ended).toMatchObject({ status: 0, stderr: '' })
    expect(mail.received.map(({ to }) => to)).toEqual([['amara@aldermere.example']])
    expect(await db.selectFrom('mail').select(['state', 'attempts']).execute()).toEqual([
      { state: 'sent', attempts: 1 },
    ])

    // Started again without a mail server, nothing more is written down to be mailed.
    const without = await startServer({ DATABASE_URL })
    await addNotice(ctx, await addPersonWith(ctx, { email: 'b@aldermere.example' }))
    expect(await db.selectFrom('mail').select('id').execute()).toHaveLength(1)
    without.process.kill('SIGTERM')
    expect(await without.ended).toMatchObject({ status: 0 })
  },
  PATIENCE_MS
)
