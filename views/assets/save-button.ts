/**
 * The Save button of a form whose items save themselves. It waits for what is on its way, so that the form is posted
 * with the last revisions; while the connection is lost it does not post at all, since a browser's error page would
 * take the place of what was typed.
 */
import { pointTo } from './save-status.ts'
import { isAnyOnItsWay, itemOf, unsaved } from './unsaved-items.ts'

let isLeaving = false
let heldBack: { form: HTMLFormElement; submitter: HTMLElement | null } | undefined

const unsavedIn = (form: HTMLFormElement): Element[] =>
  [...unsaved].filter((element) => form.contains(element))

/** Posts the form that waits, once nothing of it is on its way; gives up where an item needs the person first. */
export const goOnSubmitting = (): void => {
  if (!heldBack || isAnyOnItsWay()) return
  const { form, submitter } = heldBack
  const mine = unsavedIn(form)
  if (mine.some((element) => itemOf(element).problem === undefined)) return
  heldBack = undefined
  // What the server refused it will refuse again, on a page of its own that says why.
  const stuck = mine.find((element) => itemOf(element).problem !== 'refused')
  if (stuck) {
    pointTo(stuck)
    return
  }
  isLeaving = true
  form.requestSubmit(submitter)
}

const submitted = (event: SubmitEvent, saveAgain: (element: Element) => void): void => {
  const form = event.target
  if (isLeaving || !(form instanceof HTMLFormElement)) return
  const mine = unsavedIn(form)
  if (mine.length === 0) {
    isLeaving = form.querySelector('[data-autosave]') !== null
    return
  }
  event.preventDefault()
  heldBack = { form, submitter: event.submitter }
  for (const element of mine) saveAgain(element)
  setTimeout(goOnSubmitting)
}

/** Also warns on leaving the page in any other way while something is unsaved. */
export const startSaveButton = (saveAgain: (element: Element) => void): void => {
  document.addEventListener('submit', (event) => submitted(event, saveAgain))
  window.addEventListener('pageshow', () => {
    isLeaving = false
  })
  window.addEventListener('beforeunload', (event) => {
    if (unsaved.size > 0 && !isLeaving) event.preventDefault()
  })
}
