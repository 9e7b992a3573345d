/** Sends a held post again for the person who typed it, now that they have signed in again. */

import { findSession } from '../people/store.ts'
import { tokenHash } from '../people/tokens.ts'
import type { HeldPost } from './ask-to-sign-in.tsx'
import type { C } from './env.ts'
import { csrfToken, unseal } from './seal.ts'

/**
 * @returns the answer to the replayed post, with the new session's cookie; undefined when there is nothing to replay
 * for this person (the fields were another person's, or not sealed by us)
 */
export const replayHeldPost = async (
  c: C,
  sealed: string,
  session: { token: string; personId: string }
): Promise<Response | undefined> => {
  const { council, db } = c.get('deps')
  const text = unseal(council.secret, sealed)
  if (text === undefined) return undefined
  const held = JSON.parse(text) as HeldPost
  if (held.personId !== session.personId) return undefined
  const found = await findSession(db, tokenHash(session.token))
  if (!found) return undefined

  const body = new URLSearchParams(held.fields.map(([name, value]) => [name, value]))
  body.set('_csrf', csrfToken(council.secret, found.session.id))
  const setCookie = c.res.headers.get('set-cookie') ?? ''
  const response = await c.get('dispatch')(
    new Request(new URL(held.path, c.req.url), {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        Cookie: setCookie.split(';')[0] ?? '',
        Host: c.req.header('host') ?? '',
      },
      body,
    })
  )
  const answer = new Response(response.body, response)
  answer.headers.append('Set-Cookie', setCookie)
  return answer
}
