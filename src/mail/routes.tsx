/** The pages of mail: what each person chooses, and what an administrator sees of what was sent and what fails. */
import { Hono } from 'hono'
import { OwnMailPage } from '../../views/mail/own-mail-page.tsx'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { signedIn } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { readSetting } from '../settings/read-setting.ts'
import { adminMail } from './admin-routes.tsx'
import { chooseMail } from './choose-mail.ts'
import { choiceForm } from './input.ts'
import { findChoice } from './store.ts'

export const mail = new Hono<AppEnv>()

const showOwn = async (c: C, error?: string) => {
  const { db, config } = c.get('deps')
  const { id, email } = personOf(c)
  const isSaved = error === undefined && c.req.query('saved') !== undefined
  return renderPage(
    c,
    {
      title: 'Mail of your notices',
      status: error === undefined ? 200 : 422,
      ...(isSaved ? { notice: { kind: 'success', text: 'Your choice is saved.' } } : {}),
    },
    <OwnMailPage
      email={email}
      choice={await findChoice(db, id)}
      digestAt={await readSetting(db, 'mail_digest_at')}
      isOn={config.SMTP_URL !== undefined}
      error={error}
      csrf={csrfOf(c)}
    />
  )
}

mail.get('/account/mail', signedIn, (c) => showOwn(c))

mail.post('/account/mail', signedIn, async (c) => {
  const input = form(c, choiceForm)
  if (!input.ok) return showOwn(c, Object.values(input.errors)[0] ?? '')
  await chooseMail(contextOf(c), { personId: personOf(c).id, choice: input.data.choice })
  return c.redirect('/account/mail?saved', 303)
})

mail.route('/', adminMail)
