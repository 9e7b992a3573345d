/**
 * Keeps what is typed and what is saved apart, and does not rest until they are the same. The contract with the page
 * is told in plumbline.ts.
 */
import { answerNow, bodyOf, takeTheirs, tokenOf } from './item-fields.ts'
import { say } from './live-message.ts'
import { goOnSubmitting, startSaveButton } from './save-button.ts'
import { sentenceOf, setStatus, statusOf } from './save-status.ts'
import { renewSession, sessionHasEnded, whenSessionIsBack } from './session-watch.ts'
import { type Item, itemOf, unsaved, unsavedWith } from './unsaved-items.ts'

/** Of htmx's request context, what is used here. */
type Context = {
  sourceElement: Element
  status: string
  text?: string
  request: { body: URLSearchParams }
  response?: { status: number }
}

const retryAfterSeconds = [1, 2, 5, 10]
const lastRetryAfterSeconds = 15

const skipped = new WeakSet<Context>()
let failures = 0
let retryTimer: ReturnType<typeof setTimeout> | undefined

/** One sentence for all items together, in the region at the top. */
const report = (): void => {
  const waiting = unsavedWith('connection').length
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
  const next = unsavedWith('connection').find((element) => itemOf(element).sent === undefined)
  if (next) saveAgain(next)
}

const retryLater = (): void => {
  if (retryTimer !== undefined) return
  const seconds = retryAfterSeconds[failures] ?? lastRetryAfterSeconds
  failures += 1
  retryTimer = setTimeout(saveNext, seconds * 1000)
}

const changed = (element: Element): void => {
  const item = itemOf(element)
  if (item.problem === 'refused') item.problem = undefined
  const status = statusOf(element)
  if (status?.dataset.saveStatus === 'saved') {
    item.saidOfSaved = status.textContent?.trim()
    setStatus(element, 'changed', '')
  }
  if (answerNow(element) !== item.saved || item.sent !== undefined || item.inDoubt) {
    unsaved.add(element)
  } else if (item.problem !== 'conflict') {
    unsaved.delete(element)
    if (statusOf(element)?.dataset.saveStatus === 'changed' && item.saidOfSaved !== undefined) {
      setStatus(element, 'saved', item.saidOfSaved)
    }
  }
}

/** htmx collected the body when it was triggered; what counts is what the item holds when it is sent. */
const beforeRequest = (event: Event, context: Context): void => {
  const element = context.sourceElement
  const item = itemOf(element)
  const answer = item.inDoubt?.answer ?? answerNow(element)
  const hasNothingNew = answer === item.saved && item.inDoubt === undefined
  if (hasNothingNew || item.problem === 'conflict') {
    skipped.add(context)
    event.preventDefault()
    return
  }
  const body = item.inDoubt ? new URLSearchParams(item.inDoubt.body) : bodyOf(element)
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
    if (await renewSession()) {
      saveAgain(element)
      return
    }
  }
  item.problem = 'refused'
  setStatus(element, 'refused', sentence)
}

const refused = (element: Element, item: Item, text: string | undefined): void => {
  const kind = statusOf(element)?.dataset.saveStatus
  item.problem = kind === 'conflict' ? 'conflict' : 'refused'
  if (kind !== 'conflict' && kind !== 'refused') setStatus(element, 'refused', sentenceOf(text))
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
  else refused(element, item, context.text)
  report()
  goOnSubmitting()
}

const keep = (button: HTMLElement, element: Element): void => {
  const item = itemOf(element)
  item.problem = undefined
  element.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select')?.focus()
  if (button.dataset.keep === 'theirs' && element.hasAttribute('data-theirs-by-reloading')) {
    unsaved.delete(element)
    location.reload()
  } else if (button.dataset.keep === 'theirs') {
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
    const pressed = event.target instanceof Element ? event.target : null
    const button = pressed?.closest<HTMLElement>('[data-keep]') ?? null
    const element = closestItem(button)
    if (!button || !element) return
    event.preventDefault()
    keep(button, element)
  })
  startSaveButton(saveAgain)
  window.addEventListener('online', saveNext)
  whenSessionIsBack(() => {
    for (const element of unsavedWith('signed-out')) itemOf(element).problem = 'connection'
    saveNext()
  })
}
