/** Which items of the page are not saved yet, why, and in which order they were changed. Saving them is autosave's. */
import { answerAtFirst } from './item-fields.ts'

/** Why an item is not saved although it was tried. */
export type Problem = 'connection' | 'signed-out' | 'refused' | 'conflict'

export type Item = {
  /** The answer that the server is known to have. */
  saved: string
  /** The answer that is on its way. */
  sent?: string | undefined
  /** Sent, but nobody knows whether it arrived: exactly this goes again first, so that the server can tell. */
  inDoubt?: { answer: string; body: string } | undefined
  problem?: Problem | undefined
  /** What was said of its saving before it was changed: said again when the same stands there again. */
  saidOfSaved?: string | undefined
  /** True once a refused token was renewed, so that it is renewed once and not for ever. */
  hasNewToken: boolean
}

const items = new Map<Element, Item>()

/** In the order in which they were changed. */
export const unsaved = new Set<Element>()

export const itemOf = (element: Element): Item => {
  const known = items.get(element)
  if (known) return known
  const item: Item = { saved: answerAtFirst(element), hasNewToken: false }
  items.set(element, item)
  return item
}

/** The unsaved items with a problem, or with none, oldest first. */
export const unsavedWith = (problem: Problem | undefined): Element[] =>
  [...unsaved].filter((element) => itemOf(element).problem === problem)

export const isAnyOnItsWay = (): boolean =>
  [...items.values()].some((item) => item.sent !== undefined)
