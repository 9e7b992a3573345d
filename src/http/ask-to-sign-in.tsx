/** What somebody without a session gets: the sign-in page, with what they had typed carried along for themselves. */
import { SignInPage } from '../../views/people/sign-in-page.tsx'
import { type C, isHtmx } from './env.ts'
import { renderPage } from './page.tsx'
import { seal } from './seal.ts'

/** A post that came after the session had ended, to be sent again for the same person. */
export interface HeldPost {
  readonly personId: string
  readonly path: string
  readonly fields: readonly (readonly [string, string])[]
}

const heldPost = (c: C): string | undefined => {
  const personId = c.get('endedSessionOf')
  const body = c.get('body')
  if (c.req.method !== 'POST' || !personId || !body) return undefined
  const fields = [...body].flatMap(([name, values]) =>
    name === '_csrf' ? [] : values.map((value) => [name, value] as const)
  )
  const held: HeldPost = { personId, path: c.req.path, fields }
  return seal(c.get('deps').council.secret, JSON.stringify(held))
}

export const askToSignIn = (c: C): Response | Promise<Response> => {
  if (isHtmx(c)) {
    return c.html(
      <span data-signed-out>You have been signed out. What you typed is still on this page.</span>,
      401
    )
  }
  if (c.req.method !== 'POST') {
    const { pathname, search } = new URL(c.req.url)
    const asked = pathname + search
    const next = asked === '/' ? '' : `?next=${encodeURIComponent(asked)}`
    return c.redirect(`/sign-in${next}`, 303)
  }
  const held = heldPost(c)
  return renderPage(
    c,
    { title: 'Sign in', status: 401, bare: true },
    <SignInPage held={held} hasEnded />
  )
}
