/**
 * Keeps what is typed and what is saved apart, and does not rest until they are the same. The contract with the page
 * is told in plumbline.ts.
 */
import { answerAtFirst, answerNow, bodyOf, takeTheirs, tokenOf } from './item-fields.ts'
import { say } from './live-message.ts'
import {
  renewSession,
  sessionHasEnded,
  sessionWasUsed,
  whenSessionIsBack,
} from './session-watch.ts'

/** Of htmx's request context, what is used here. */
type Context = {
  sourceElement: Element
  status: string
  text?: string
  request: { body: URLSearchParams }
  response?: { status: number }
}

/** Why an item is not saved although it was tried. */
type Problem = 'connection' | 'signed-out' | 'refused' | 'conflict'

type Item = {
  /** The answer that the server is known to have. */
  saved: string
  /** The answer that is on its way. */
  sent?: string | undefined
  /** Sent, but nobody knows whether it arrived: exactly this goes again first, so that the server can tell. */
  inDoubt?: { answer: string; body: string } | undefined
  problem?: Problem | undefined
  hasNewToken: boolean
}

const retryAfterSeconds = [1, 2, 5, 10, 15]

const items = new Map<Element, Item>()
/** In the order in which they were changed. */
const unsaved = new Set<Element>()
const skipped = new WeakSet<object>()
let failures = 0
let retryTimer: ReturnType<typeof setTimeout> | undefined
let isLeaving = false
let heldBack: { form: HTMLFormElement; submitter: HTMLElement | null } | undefined

const itemOf = (element: Element): Item => {
  const known = items.get(element)
  if (known) return known
  const item: Item = { saved: answerAtFirst(element), hasNewToken: false }
  items.set(element, item)
  return item
}

const statusOf = (element: Element): HTMLElement | null =>
  element.querySelector<HTMLElement>('[data-save-status]')

const setStatus = (element: Element, kind: string, text: string): void => {
  const status = statusOf(element)
  if (!status) return
  status.className = `pl-saved pl-saved--${kind}`
  status.dataset.saveStatus = kind
  const place = document.createElement('span')
  place.className = 'pl-saved__text'
  place.dataset.saveText = ''
  place.textContent = text
  const revision = status.querySelector('input[name]')
  status.replaceChildren(...(revision ? [revision, place] : [place]))
}

const withProblem = (problem: Problem): Element[] =>
  [...unsaved].filter((element) => items.get(element)?.problem === problem)

/** One sentence for all items together, in the region at the top. */
const report = (): void => {
  const waiting = withProblem('connection').length
  if (waiting === 0) {
    say('pl-connection')
    return
  }
  const count = waiting === 1 ? '1 answer is' : `${waiting} answers are`
  say(
    'pl-connection',
    `Connection lost. What you typed is still on this page; we keep trying. ${count} not saved yet.`
  )
}

const saveAgain = (element: Element): void => {
  element.dispatchEvent(new CustomEvent('save-again'))
}

/** One at a time and oldest first: the answer to one starts the next. */
const saveNext = (): void => {
  clearTimeout(retryTimer)
  retryTimer = undefined
  const next = withProblem('connection').find((element) => items.get(element)?.sent === undefined)
  if (next) saveAgain(next)
}

const retryLater = (): void => {
  if (retryTimer !== undefined) return
  const seconds = retryAfterSeconds[Math.min(failures, retryAfterSeconds.length - 1)] ?? 15
  failures += 1
  retryTimer = setTimeout(saveNext, seconds * 1000)
}

const changed = (element: Element): void => {
  const item = itemOf(element)
  if (item.problem === 'refused') item.problem = undefined
  if (answerNow(element) !== item.saved || item.sent !== undefined || item.inDoubt) {
    unsaved.add(element)
  } else if (item.problem !== 'conflict') {
    unsaved.delete(element)
  }
}

const beforeRequest = (event: Event, context: Context): void => {
  const element = context.sourceElement
  const item = itemOf(element)
  const answer = item.inDoubt?.answer ?? answerNow(element)
  const isPaused = item.problem === 'conflict'
  if (isPaused || (answer === item.saved && item.inDoubt === undefined)) {
    skipped.add(context)
    event.preventDefault()
    return
  }
  const body = new URLSearchParams(item.inDoubt?.body ?? bodyOf(element).toString())
  item.inDoubt = undefined
  item.sent = answer
  unsaved.add(element)
  body.set('_csrf', tokenOf(element))
  context.request.body = body
  if (item.problem !== 'connection') setStatus(element, 'saving', 'Saving…')
}

const saved = (element: Element, item: Item, answer: string): void => {
  item.saved = answer
  item.problem = undefined
  item.hasNewToken = false
  failures = 0
  sessionWasUsed()
  if (answerNow(element) === item.saved) unsaved.delete(element)
  // Not at once: htmx starts what it has queued itself when this event is over.
  else setTimeout(() => saveAgain(element))
  saveNext()
}

const lost = (element: Element, item: Item, answer: string, body: string): void => {
  item.problem = 'connection'
  item.inDoubt = { answer, body }
  setStatus(element, 'waiting', 'Not saved yet')
  retryLater()
}

const signedOut = (element: Element, item: Item): void => {
  item.problem = 'signed-out'
  setStatus(element, 'waiting', 'Not saved yet')
  sessionHasEnded()
}

/** Another tab has signed in anew, so this page's token is out of date: fetch the new one and try once more. */
const outOfDate = async (element: Element, item: Item, sentence: string): Promise<void> => {
  if (!item.hasNewToken) {
    item.hasNewToken = true
    if (await renewSession()) return saveAgain(element)
  }
  item.problem = 'refused'
  setStatus(element, 'refused', sentence)
}

/** The sentence of an answer that is no fragment of ours. */
const sentenceOf = (text: string | undefined): string => {
  const isFragment = text !== undefined && !/^\s*<(!doctype|html)/i.test(text)
  const words = isFragment
    ? new DOMParser().parseFromString(text, 'text/html').body.textContent.trim()
    : ''
  return `Not saved. ${words || 'Copy what you typed, reload the page and try again.'}`
}

const afterRequest = (context: Context): void => {
  if (skipped.has(context)) return
  const element = context.sourceElement
  const item = itemOf(element)
  const answer = item.sent ?? answerNow(element)
  item.sent = undefined
  const status = context.status.startsWith('error') ? undefined : context.response?.status
  if (status === undefined || status >= 500 || status === 408 || status === 429) {
    lost(element, item, answer, context.request.body.toString())
  } else if (status < 300) saved(element, item, answer)
  else if (status === 401) signedOut(element, item)
  else if (status === 403) void outOfDate(element, item, sentenceOf(context.text))
  else {
    const said = statusOf(element)?.dataset.saveStatus
    item.problem = said === 'conflict' ? 'conflict' : 'refused'
    if (said !== 'conflict' && said !== 'refused') {
      setStatus(element, 'refused', sentenceOf(context.text))
    }
  }
  report()
  goOn()
}

/** A save button pressed while something is on its way waits for it, so that the form is posted with the last revision. */
const goOn = (): void => {
  if (!heldBack || [...items.values()].some((item) => item.sent !== undefined)) return
  const { form, submitter } = heldBack
  const mine = [...unsaved].filter((element) => form.contains(element))
  const pending = mine.filter((element) => items.get(element)?.problem === undefined)
  if (pending.length > 0) return
  heldBack = undefined
  if (mine.some((element) => items.get(element)?.problem !== 'refused')) return
  isLeaving = true
  form.requestSubmit(submitter)
}

const submitted = (event: SubmitEvent): void => {
  const form = event.target
  if (isLeaving || !(form instanceof HTMLFormElement)) return
  const mine = [...unsaved].filter((element) => form.contains(element))
  if (mine.length === 0) {
    isLeaving = form.querySelector('[data-autosave]') !== null
    return
  }
  event.preventDefault()
  heldBack = { form, submitter: event.submitter }
  for (const element of mine) saveAgain(element)
  setTimeout(goOn)
}

const keep = (button: HTMLElement, element: Element): void => {
  const item = itemOf(element)
  item.problem = undefined
  element.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  if (button.dataset.keep === 'theirs') {
    takeTheirs(element)
    item.saved = answerNow(element)
    unsaved.delete(element)
    setStatus(element, 'saved', 'Theirs is kept')
  } else saveAgain(element)
}

const closestItem = (target: EventTarget | null): Element | null =>
  target instanceof Element ? target.closest('[data-autosave]') : null

/** Calls back with htmx's context, for requests of autosaved items only. */
const onRequest = (name: string, callback: (event: Event, context: Context) => void): void => {
  document.addEventListener(name, (event) => {
    const context = (event as CustomEvent<{ ctx?: Context }>).detail.ctx
    if (context?.sourceElement.matches('[data-autosave]')) callback(event, context)
  })
}

export const startAutosave = (): void => {
  for (const name of ['input', 'change']) {
    document.addEventListener(name, (event) => {
      const element = closestItem(event.target)
      if (element) changed(element)
    })
  }
  onRequest('htmx:before:request', beforeRequest)
  onRequest('htmx:before:swap', (event, context) => {
    const isFragment = context.text?.includes('data-save-status') ?? false
    if (!isFragment && (context.response?.status ?? 0) >= 300) event.preventDefault()
  })
  onRequest('htmx:finally:request', (_, context) => afterRequest(context))
  document.addEventListener('click', (event) => {
    const button =
      event.target instanceof Element ? event.target.closest<HTMLElement>('[data-keep]') : null
    const element = closestItem(button)
    if (button && element) keep(button, element)
  })
  document.addEventListener('submit', submitted)
  window.addEventListener('online', saveNext)
  window.addEventListener('pageshow', () => {
    isLeaving = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0 && !isLeaving) event.preventDefault()
  })
  whenSessionIsBack(() => {
    for (const element of withProblem('signed-out')) saveAgain(element)
  })
}
