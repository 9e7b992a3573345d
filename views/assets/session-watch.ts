/**
 * Warns before the session ends for being idle, says when it has ended, and notices when the same person has signed in
 * again in another tab. What to do about unsaved answers then is autosave's.
 */
import { say } from './live-message.ts'
import { askSession, isSamePerson, replaceTokens, type Session } from './session-client.ts'

const warningMs = 120_000

const londonTime = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

let hasEnded = false
let endsAt = Number.POSITIVE_INFINITY
const onBack: (() => void)[] = []
const tabs = 'BroadcastChannel' in window ? new BroadcastChannel('plumbline-session') : undefined

const idleMs = (): number => Number(document.body.dataset.idleMinutes ?? 'NaN') * 60_000

/** The server answered, so the session goes on. Other tabs share it and are told; nothing but the time is sent. */
export const sessionWasUsed = (): void => {
  if (Number.isNaN(idleMs())) return
  endsAt = Date.now() + idleMs()
  tabs?.postMessage({ endsAt })
  if (!hasEnded) say('pl-session')
}

/** Says that the session has ended. Typed text stays where it is. */
export const sessionHasEnded = (): void => {
  hasEnded = true
  const link = document.createElement('a')
  link.href = '/sign-in'
  link.target = '_blank'
  link.rel = 'noopener'
  link.textContent = 'Sign in again in a new tab'
  say(
    'pl-session',
    'You have been signed out. Nothing you typed is lost while this page is open. ',
    link,
    ' and come back.'
  )
}

/** Calls back when a session that had ended is there again, for the same person, with its token in every form. */
export const whenSessionIsBack = (callback: () => void): void => {
  onBack.push(callback)
}

const accept = (session: Session): boolean => {
  if (!isSamePerson(session)) {
    hasEnded = true
    say(
      'pl-session',
      'Somebody else is signed in in this browser now, so nothing is saved from this page. Copy what you need, or sign in again as yourself.'
    )
    return false
  }
  replaceTokens(session)
  endsAt = Date.parse(session.idleEndsAt)
  if (hasEnded) {
    hasEnded = false
    say('pl-session')
  }
  return true
}

/** Asks anew who is signed in and takes over the token. @returns true if it is the same person. */
export const renewSession = async (): Promise<boolean> => {
  const session = await askSession()
  if (session === 'unreachable') return false
  if (session === 'ended') {
    sessionHasEnded()
    return false
  }
  return accept(session)
}

const lookAgain = async (): Promise<void> => {
  if (!hasEnded || document.visibilityState === 'hidden') return
  const session = await askSession()
  if (session === 'ended' || session === 'unreachable') return
  if (accept(session)) for (const callback of onBack) callback()
}

const stay = async (): Promise<void> => {
  const session = await askSession()
  if (session === 'ended') return sessionHasEnded()
  if (session === 'unreachable') return
  if (accept(session)) tabs?.postMessage({ endsAt })
  say('pl-session')
  tick()
}

const warn = (): void => {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'govuk-button govuk-button--secondary'
  button.textContent = 'Stay signed in'
  button.addEventListener('click', () => void stay())
  const time = londonTime.format(endsAt)
  say(
    'pl-session',
    `You will be signed out at ${time} unless you stay. Nothing you typed will be lost. `,
    button
  )
}

const tick = (): void => {
  if (hasEnded) return
  const left = endsAt - Date.now()
  if (left <= 0) sessionHasEnded()
  else if (left <= warningMs) warn()
}

/** What any answer to htmx says about the session. Of items that save themselves autosave tells more. */
const heard = (event: Event): void => {
  const { ctx } = (event as CustomEvent<{ ctx?: { response?: { status: number } } }>).detail
  const status = ctx?.response?.status
  if (status === 401) sessionHasEnded()
  else if (status !== undefined && status < 400) sessionWasUsed()
}

export const startSessionWatch = (): void => {
  if (Number.isNaN(idleMs())) return
  sessionWasUsed()
  tabs?.addEventListener('message', (event: MessageEvent<{ endsAt: number }>) => {
    endsAt = Math.max(endsAt, event.data.endsAt)
    if (hasEnded) void lookAgain()
    else if (endsAt - Date.now() > warningMs) say('pl-session')
  })
  setInterval(tick, 5_000)
  document.addEventListener('htmx:finally:request', heard)
  window.addEventListener('focus', () => void lookAgain())
  document.addEventListener('visibilitychange', () => void lookAgain())
}
