/** Says something in one of the two live regions of the layout, once: repeating it would interrupt a screen reader. */

/** `pl-connection`: saving and the connection. `pl-session`: being signed in. */
export type Region = 'pl-connection' | 'pl-session'

const said = new Map<Region, string>()

/** Shows a message, or none. The text of all parts together decides whether it is new. */
export const say = (region: Region, ...parts: (string | Node)[]): void => {
  const place = document.getElementById(region)
  if (!place) return
  const words = parts.map((part) => (typeof part === 'string' ? part : part.textContent)).join('')
  if (said.get(region) === words) return
  said.set(region, words)
  place.replaceChildren()
  if (parts.length === 0) return
  const message = document.createElement('div')
  message.className = 'pl-live__message'
  message.append(...parts)
  place.append(message)
}
