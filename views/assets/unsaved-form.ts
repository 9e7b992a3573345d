/** Warns before a page is left with words in a form that only its button sends. Autosaved parts warn by themselves. */

const changed = new Set<HTMLFormElement>()

const formOf = (event: Event): HTMLFormElement | undefined => {
  const form = (event.target as Element | null)?.closest?.('form')
  // A search or filter loses nothing; an autosaved page has a warning of its own.
  return form && form.method === 'post' && !form.querySelector('[data-autosave]') ? form : undefined
}

export const startUnsavedForms = (): void => {
  document.addEventListener('input', (event) => {
    const form = formOf(event)
    if (form) changed.add(form)
  })
  document.addEventListener('submit', (event) => {
    const form = formOf(event)
    if (form) changed.delete(form)
  })
  window.addEventListener('beforeunload', (event) => {
    // A form that a swap has taken off the page holds nothing any more.
    if ([...changed].some((form) => form.isConnected)) event.preventDefault()
  })
}
