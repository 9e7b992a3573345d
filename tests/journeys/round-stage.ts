/**
 * The stage of the story of a whole round: Aldermere's people on a fresh database, each with hands of their own. Whether
 * the hands are a browser with JavaScript or without is for the test to say; the story is the same.
 */
import { expect } from 'vitest'
import { addPeople, personIdOf, teamIdOf } from '../../src/demo/add-people.ts'
import { newStage } from '../../src/demo/stage.ts'
import type { LayoutAssets } from '../../src/http/assets.ts'
import { publishLibrary } from '../../src/rubrics/publish-library.ts'
import { type Browser, newApp, type TestApp } from '../support/app.ts'
import { wholeLibrary } from '../support/published-rubrics.ts'

export type Values = Readonly<Record<string, string | readonly string[]>>

/** What somebody sees: `words` of the page itself, `whole` with what stands above and around it. */
export interface Shown {
  readonly path: string
  readonly status: number
  readonly words: string
  readonly whole: string
  readonly links: readonly string[]
}

/** Does only what the page that is open offers, but for `open` and `send`, by which the wrong people try. */
export interface Hand {
  readonly open: (path: string) => Promise<Shown>
  readonly follow: (href: string) => Promise<Shown>
  readonly press: (button: string, values?: Values) => Promise<Shown>
  /** Presses a button whose answer comes into the page, until it says `sign`; without JavaScript another page comes. */
  readonly pressFor: (button: string, values: Values, sign: string) => Promise<Shown>
  /** Fills in what saves itself, until the page says `sign`; without JavaScript by pressing the button. */
  readonly type: (button: string, values: Values, sign: string) => Promise<Shown>
  /** Posts to an address, or gets it where nothing is given, without its page. @returns the status */
  readonly send: (path: string, values?: Values) => Promise<number>
}

export interface Stage extends TestApp {
  readonly as: (name: string) => Promise<Hand>
  readonly idOf: (name: string) => string
  readonly teamIdOf: (name: string) => string
  /** The clock moves on, and everybody signs in anew. */
  readonly wakeUpAt: (instant: string) => void
  /** Everybody named is refused, by the page and by its form, and each refusal is an event of theirs. */
  readonly refuses: (
    names: Readonly<Record<string, 403 | 404>>,
    path: string,
    values?: Values
  ) => Promise<void>
}

/** @param handOf gives hands to a person who is signed in, at the clock's present time */
export const newRoundStage = async (
  handOf: (browser: Browser, now: string, app: TestApp) => Promise<Hand>,
  assets?: LayoutAssets
): Promise<Stage> => {
  const app = await newApp({}, assets)
  await publishLibrary(app.context(), wholeLibrary())
  const staff = await addPeople(newStage(app.db, '2026-01-12'), '2026-01-05')
  const hands = new Map<string, Promise<Hand>>()
  const idOf = (name: string) => personIdOf(staff, name)

  const as = (name: string): Promise<Hand> => {
    const known = hands.get(name)
    if (known) return known
    const { now } = app.context()
    const made = app.browserOf(idOf(name)).then((browser) => handOf(browser, now, app))
    hands.set(name, made)
    return made
  }

  const refusalsOf = async (name: string): Promise<number> => {
    const { n } = await app.db
      .selectFrom('event')
      .select((eb) => eb.fn.countAll().as('n'))
      .where('type', '=', 'access.refused')
      .where('actor_id', '=', idOf(name))
      .executeTakeFirstOrThrow()
    return Number(n)
  }

  return {
    ...app,
    as,
    idOf,
    teamIdOf: (name) => teamIdOf(staff, name),
    wakeUpAt: (instant) => {
      app.setNow(instant)
      hands.clear()
    },
    refuses: async (names, path, values) => {
      for (const [name, status] of Object.entries(names)) {
        const hand = await as(name)
        const before = await refusalsOf(name)
        if (values) {
          expect(await hand.send(path, values), `${name} posts to ${path}`).toBe(status)
        } else {
          const shown = await hand.open(path)
          expect(shown.status, `${name} opens ${path}`).toBe(status)
          expect(shown.words).toContain(status === 403 ? 'You cannot do this' : 'Page not found')
        }
        expect(await refusalsOf(name), `event of ${name} at ${path}`).toBe(before + 1)
      }
    },
  }
}
