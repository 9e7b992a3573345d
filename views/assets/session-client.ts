/** What the page knows about its session, asked of `GET /session`. Never signs anybody in or out. */

export type Session = { personId: string; csrf: string; idleEndsAt: string }

/** The live session, or why there is none to see. */
export const askSession = async (): Promise<Session | 'ended' | 'unreachable'> => {
  try {
    const answer = await fetch('/session', {
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      credentials: 'same-origin',
    })
    if (answer.status === 401) return 'ended'
    if (!answer.ok) return 'unreachable'
    return (await answer.json()) as Session
  } catch {
    return 'unreachable'
  }
}

/** Whether the session is of the person for whom this page was made: nobody's words may be saved as another's. */
export const isSamePerson = (session: Session): boolean =>
  document.body.dataset.person !== undefined && document.body.dataset.person === session.personId

/** Puts the token of a new session into every form of the page. */
export const replaceTokens = (session: Session): void => {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name="_csrf"]')) {
    input.value = session.csrf
  }
}
