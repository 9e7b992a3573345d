/** The administrator's page of mail: what waits, what was sent, what fails and why, and what can be done about it. */
import { Hono } from 'hono'
import { GiveUpPage } from '../../views/mail/give-up-page.tsx'
import { MailPage } from '../../views/mail/mail-page.tsx'
import { NotFound } from '../errors.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { may } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { countFailing, countMail, findFailing, listFailing } from './admin-store.ts'
import { askTestMail } from './ask-test-mail.ts'
import { giveUpMail } from './give-up-mail.ts'
import { failingQuery } from './input.ts'
import { tryMailAgain } from './try-mail-again.ts'

export const adminMail = new Hono<AppEnv>()

const DAY_MS = 24 * 60 * 60 * 1000
const FAILING_A_PAGE = 20

const administers = may('accounts.manage')

const done: Readonly<Record<string, string>> = {
  again: 'It will be tried now. Look at this page again in a minute.',
  given_up: 'The mail is given up and will not be sent. Its notice in Plumbline stays.',
  test: 'A test message to you is on its way. Look at this page again in a minute if it does not arrive.',
}

const noticeOf = (c: C) => {
  const text = done[c.req.query('done') ?? '']
  return text === undefined ? {} : { notice: { kind: 'success' as const, text } }
}

adminMail.get('/admin/mail', administers, async (c) => {
  const { db, config } = c.get('deps')
  const dayAgo = new Date(Date.parse(c.get('now')) - DAY_MS).toISOString()
  const failing = await countFailing(db)
  const pages = Math.max(1, Math.ceil(failing / FAILING_A_PAGE))
  const page = Math.min(failingQuery.parse(c.req.query()).page, pages)
  return renderPage(
    c,
    { title: 'Mail', current: 'admin', ...noticeOf(c) },
    <MailPage
      isOn={config.SMTP_URL !== undefined}
      from={config.MAIL_FROM?.address ?? ''}
      publicUrl={config.PUBLIC_URL}
      email={personOf(c).email}
      counts={await countMail(db, dayAgo)}
      failing={failing}
      shown={await listFailing(db, { offset: (page - 1) * FAILING_A_PAGE, size: FAILING_A_PAGE })}
      page={page}
      pages={pages}
      csrf={csrfOf(c)}
    />
  )
})

adminMail.post('/admin/mail/test', administers, async (c) => {
  await askTestMail(contextOf(c), personOf(c).id)
  return c.redirect('/admin/mail?done=test', 303)
})

adminMail.post('/admin/mail/again', administers, async (c) => {
  await tryMailAgain(contextOf(c))
  return c.redirect('/admin/mail?done=again', 303)
})

adminMail.post('/admin/mail/:id/again', administers, async (c) => {
  await tryMailAgain(contextOf(c), c.req.param('id'))
  return c.redirect('/admin/mail?done=again', 303)
})

adminMail.get('/admin/mail/:id/give-up', administers, async (c) => {
  const mail = await findFailing(c.get('deps').db, c.req.param('id'))
  if (!mail) throw new NotFound('No such mail')
  return renderPage(
    c,
    { title: 'Give this mail up?', current: 'admin' },
    <GiveUpPage mail={mail} csrf={csrfOf(c)} />
  )
})

adminMail.post('/admin/mail/:id/give-up', administers, async (c) => {
  await giveUpMail(contextOf(c), c.req.param('id'))
  return c.redirect('/admin/mail?done=given_up', 303)
})
