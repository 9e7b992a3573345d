/**
 * A form that htmx sends is sent by the browser itself where htmx got no answer that it may show: the session has ended,
 * the server is at fault, the line is down. The browser then shows what there is to see, and signing in replays the form.
 */
type Context = { sourceElement?: Element; response?: { status: number } }

export const startPlainAgain = (): void => {
  document.addEventListener('htmx:finally:request', (event) => {
    const { sourceElement: form, response } =
      (event as CustomEvent<{ ctx?: Context }>).detail.ctx ?? {}
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-plain-again]')) return
    const status = response?.status ?? 0
    if (status !== 200 && status !== 422) form.submit()
  })
}
