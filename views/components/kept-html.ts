/**
 * HTML that is nearly the same on every page, made once and then filled in: what a published rubric version fixes of a
 * question never changes, and making it anew is most of the time that a page of an audit takes. The component stays the
 * one place that says how it looks; this keeps what it made, cut at the places where something differs each time.
 */
import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

type Filling<Name extends string> = Readonly<Record<Name, Child>>

/** What a slot holds while the HTML is made: characters that Unicode leaves for private use, around its name. */
const holdingOf = (name: string): string => `\u{e000}${name}\u{e001}`
const HOLDINGS = /\u{e000}(\w+)\u{e001}/u

/** Far more than the answers that one question offers. */
const SHAPES_AT_MOST = 64

/** HTML, a slot's name, HTML, a slot's name … and HTML at the end. */
type Pieces = readonly Child[]

const cut = (html: string): Pieces =>
  html.split(HOLDINGS).map((piece, index) => (index % 2 === 0 ? raw(piece) : piece))

/**
 * @returns a function that gives the HTML of a thing in one of its shapes, with its slots filled. It is made at the first
 *   asking, and forgotten with the thing, which must never change
 */
export const keepHtml = <Thing extends object>() => {
  const kept = new WeakMap<Thing, Map<string, Pieces>>()

  const piecesOf = (thing: Thing, shape: string, make: () => { toString(): unknown }): Pieces => {
    const shapes = kept.get(thing) ?? new Map<string, Pieces>()
    kept.set(thing, shapes)
    const known = shapes.get(shape)
    if (known) return known
    const pieces = cut(String(make()))
    if (shapes.size < SHAPES_AT_MOST) shapes.set(shape, pieces)
    return pieces
  }

  /**
   * @param shape everything besides the thing that `make` looks at, as text
   * @param filling what the slots hold this time: text, which is escaped as ever, or something rendered
   * @param make gives the same for the same thing and shape, each slot used whole, as text or in an attribute
   */
  return <Name extends string>(
    thing: Thing,
    shape: string,
    filling: Filling<Name>,
    make: (slots: Readonly<Record<Name, string>>) => { toString(): unknown }
  ): Child => {
    const slots = () =>
      Object.fromEntries(Object.keys(filling).map((name) => [name, holdingOf(name)])) as Record<
        Name,
        string
      >
    return piecesOf(thing, shape, () => make(slots())).map((piece) =>
      typeof piece === 'string' ? filling[piece as Name] : piece
    )
  }
}
