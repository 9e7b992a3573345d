/** Signing in without a password. Mounted by app.tsx in the demonstration council alone; anywhere else it is no page. */
import { Hono } from 'hono'
import { ChoosePersonPage } from '../../views/demo/choose-person-page.tsx'
import { type AppEnv, type C, contextOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { setSessionCookie } from '../http/session.ts'
import { startSession } from '../people/start-session.ts'
import { endSession } from '../people/store.ts'
import { signInAsForm } from './input.ts'
import { groupByRole } from './rules/sign-in-groups.ts'
import { listDemoAccounts } from './store.ts'

export const demo = new Hono<AppEnv>()

const choosePerson = async (c: C, errors?: Readonly<Record<string, string>>) =>
  renderPage(
    c,
    { title: 'Choose a person', bare: true, status: errors ? 422 : 200 },
    <ChoosePersonPage
      groups={groupByRole(await listDemoAccounts(c.get('deps').db))}
      csrf={csrfOf(c)}
      errors={errors}
    />
  )

demo.get('/demo', (c) => choosePerson(c))

demo.post('/demo/sign-in', async (c) => {
  const { db, config } = c.get('deps')
  const input = form(c, signInAsForm)
  const person = input.ok
    ? (await listDemoAccounts(db)).find(({ id }) => id === input.data.person)
    : undefined
  if (!person) return choosePerson(c, { person: 'Choose a person from the list' })

  const token = await startSession(contextOf(c), person.id, config.SESSION_HOURS)
  const previous = c.get('person')
  if (previous) await endSession(db, previous.sessionId, c.get('now'))
  setSessionCookie(c, token)
  return c.redirect('/', 303)
})
