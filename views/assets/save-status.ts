/** What is said beside an item about its saving, where the server's own fragment does not say it. */

/** The element that every answer to a save replaces. */
export const statusOf = (element: Element): HTMLElement | null =>
  element.querySelector<HTMLElement>('[data-save-status]')

/** Says something else, and leaves the revision where it is. */
export const setStatus = (element: Element, kind: string, text: string): void => {
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

/** The sentence of an answer that is no fragment of ours, or our own when it is a whole page. */
export const sentenceOf = (text: string | undefined): string => {
  const isFragment = text !== undefined && !/^\s*<(!doctype|html)/i.test(text)
  const words = isFragment
    ? new DOMParser().parseFromString(text, 'text/html').body.textContent.trim()
    : ''
  return `Not saved. ${words || 'Copy what you typed, reload the page and try again.'}`
}

/** Brings an item that needs the person into view. Only after something they pressed: focus is never taken otherwise. */
export const pointTo = (element: Element): void => {
  const status = statusOf(element)
  status?.setAttribute('tabindex', '-1')
  status?.focus()
  element.scrollIntoView({ block: 'center' })
}
