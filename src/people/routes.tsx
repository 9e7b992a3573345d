/** Signing in and out, setting a password through a link, and the person's own account page. */
import { Hono } from 'hono'
import { AccountPage } from '../../views/people/account-page.tsx'
import { SetPasswordPage } from '../../views/people/set-password-page.tsx'
import { SignInPage } from '../../views/people/sign-in-page.tsx'
import { WrongState } from '../errors.ts'
import { clientAddress } from '../http/client-address.ts'
import { type AppEnv, type C, contextOf, personOf } from '../http/env.ts'
import { form } from '../http/form.ts'
import { signedIn } from '../http/guards.ts'
import { csrfOf, renderPage } from '../http/page.tsx'
import { replayHeldPost } from '../http/replay-held-post.ts'
import { csrfToken } from '../http/seal.ts'
import { clearSessionCookie, setSessionCookie } from '../http/session.ts'
import { calendarAddress } from './calendar-routes.tsx'
import { coverOf } from './cover-store.ts'
import { ownPath, setPasswordForm, signInForm, signOutForm } from './input.ts'
import { hashPassword } from './password-hash.ts'
import { londonDate } from './rules/london-date.ts'
import { passwordFault } from './rules/password.ts'
import { roleLabels } from './rules/permissions.ts'
import { idleEndsAt } from './rules/session-clock.ts'
import { THROTTLE_MINUTES } from './rules/throttle.ts'
import { LINK_IS_SPENT, setPassword } from './set-password.ts'
import { signIn } from './sign-in.ts'
import { signOut } from './sign-out.ts'
import { endSession, findPasswordLink, findSessionTimes, findTeamName } from './store.ts'
import { tokenHash } from './tokens.ts'

export const people = new Hono<AppEnv>()

people.route('/', calendarAddress)

const signInTitle = { title: 'Sign in', bare: true } as const

people.get('/sign-in', async (c) => {
  if (c.get('person')) return c.redirect('/', 303)
  return renderPage(
    c,
    signInTitle,
    <SignInPage next={ownPath(c.req.query('next'))} isDemo={c.get('deps').council.isDemo} />
  )
})

people.post('/sign-in', async (c) => {
  const input = form(c, signInForm)
  const again = (errors: Record<string, string>, status: 422 | 429) =>
    renderPage(
      c,
      { ...signInTitle, status },
      <SignInPage
        email={input.raw.email}
        held={input.raw.held}
        next={ownPath(input.raw.next)}
        errors={errors}
        isDemo={c.get('deps').council.isDemo}
      />
    )
  if (!input.ok) return again(input.errors, 422)

  const result = await signIn(contextOf(c), {
    email: input.data.email,
    password: input.data.password,
    address: clientAddress(c),
    sessionHours: c.get('deps').config.SESSION_HOURS,
  })
  if (!result.ok && result.reason === 'throttled') {
    c.header('Retry-After', String(THROTTLE_MINUTES * 60))
    return again(
      { email: `Too many wrong passwords. Wait ${THROTTLE_MINUTES} minutes and try again` },
      429
    )
  }
  if (!result.ok) return again({ email: 'The email address or the password is not right' }, 422)

  const previous = c.get('person')
  if (previous) await endSession(c.get('deps').db, previous.sessionId, c.get('now'))
  setSessionCookie(c, result.token)
  if (input.data.held) {
    const replayed = await replayHeldPost(c, input.data.held, result)
    if (replayed) return replayed
  }
  return c.redirect(ownPath(input.data.next), 303)
})

people.post('/sign-out', signedIn, async (c) => {
  const input = form(c, signOutForm)
  const person = personOf(c)
  await signOut(contextOf(c), {
    personId: person.id,
    sessionId: person.sessionId,
    everywhere: input.ok && input.data.everywhere === 'yes',
  })
  clearSessionCookie(c)
  return c.redirect('/sign-in', 303)
})

/** For the page's own script: is the session still live, until when, and with which token. */
people.get('/session', async (c) => {
  const person = c.get('person')
  if (!person) return c.json({ signedIn: false }, 401)
  const { db, config, council } = c.get('deps')
  const times = await findSessionTimes(db, person.sessionId)
  return c.json({
    personId: person.id,
    csrf: csrfToken(council.secret, person.sessionId),
    idleEndsAt: new Date(idleEndsAt(times, config.SESSION_IDLE_MINUTES)).toISOString(),
  })
})

people.get('/account', signedIn, async (c) => {
  const person = personOf(c)
  const { db } = c.get('deps')
  const [cover] = await coverOf(db, [person.id], londonDate(c.get('now')))
  return renderPage(
    c,
    { title: 'Your account' },
    <AccountPage
      name={person.name}
      email={person.email}
      jobTitle={person.jobTitle}
      roles={person.roles.map((role) => roleLabels[role])}
      team={person.teamId ? await findTeamName(db, person.teamId) : undefined}
      cover={cover}
      csrf={csrfOf(c)}
    />
  )
})

const findOpenLink = async (c: C) => {
  const link = await findPasswordLink(c.get('deps').db, tokenHash(c.req.param('token') ?? ''))
  const isOpen =
    link && link.usedAt === null && link.expiresAt > c.get('now') && link.isActive === 1
  return isOpen ? link : undefined
}

const setPasswordTitle = { title: 'Set your password', bare: true } as const

people.get('/set-password/:token', async (c) => {
  const link = await findOpenLink(c)
  if (!link) throw new WrongState(LINK_IS_SPENT)
  return renderPage(
    c,
    setPasswordTitle,
    <SetPasswordPage email={link.email} name={link.name} csrf={csrfOf(c)} />
  )
})

people.post('/set-password/:token', async (c) => {
  const link = await findOpenLink(c)
  if (!link) throw new WrongState(LINK_IS_SPENT)
  const input = form(c, setPasswordForm)
  const fault = input.ok ? passwordFault(input.data.password, link.email) : undefined
  const errors = !input.ok
    ? input.errors
    : fault
      ? { password: fault }
      : input.data.password !== input.data.again
        ? { again: 'The two passwords are not the same. Type the same one twice' }
        : undefined
  if (!input.ok || errors) {
    return renderPage(
      c,
      { ...setPasswordTitle, status: 422 },
      <SetPasswordPage email={link.email} name={link.name} csrf={csrfOf(c)} errors={errors} />
    )
  }
  await setPassword(contextOf(c), {
    linkHash: link.tokenHash,
    passwordHash: await hashPassword(input.data.password),
  })
  return c.redirect('/sign-in', 303)
})
