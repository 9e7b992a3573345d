/** Fills the slots of the auditors' words (item-words.ts), and keeps one audit from saying the same thing twice. */
import type { Chance } from './chance.ts'
import { monthBefore, monthNameOf } from './days.ts'

const numbers = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const around = ['the school', 'a grandparent', 'an aunt', 'the school nurse', 'the family worker']

/** A sentence begins with a capital, whatever was filled in. */
const asSentences = (text: string): string =>
  text.replace(/(^|[.?!] )(\p{Ll})/gu, (_all, before: string, letter: string) => {
    return before + letter.toUpperCase()
  })

export interface Writer {
  /** One of these, filled; not one that this writer has used, as long as there is another. */
  readonly write: (from: readonly string[]) => string
}

/** @param day the day of writing: months are named from it */
export const newWriter = (day: string, chance: Chance): Writer => {
  const used = new Set<string>()
  const slots: Readonly<Record<string, () => string>> = {
    few: () => numbers[chance.between(2, 3)] ?? '',
    some: () => numbers[chance.between(4, 6)] ?? '',
    weeks: () => numbers[chance.between(5, 9)] ?? '',
    month: () => monthNameOf(monthBefore(day, chance.between(1, 5))),
    who: () => chance.pick(around),
  }
  const fill = (template: string) =>
    asSentences(
      template.replace(/\{(\w+)\}/g, (_slot, name: string) => {
        const filled = slots[name]
        if (!filled) throw new Error(`no slot is called ${name}: ${template}`)
        return filled()
      })
    )
  return {
    write: (from) => {
      const fresh = from.filter((template) => !used.has(template))
      const template = chance.pick(fresh.length > 0 ? fresh : from)
      used.add(template)
      return fill(template)
    },
  }
}
