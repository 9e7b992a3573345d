/** Names of sheets that Excel takes: it refuses the whole file for one that it does not. */
import { readableText } from './readable-text.ts'

const LONGEST = 31

/** At the end of a word, where one ends in the second half. */
const cut = (text: string, length: number): string => {
  if (text.length <= length) return text
  const part = text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')
  const space = text[length - 1] === ' ' ? part.length : part.lastIndexOf(' ')
  return `${space > length / 2 ? part.slice(0, space) : part}…`
}

const safe = (name: string): string => {
  const plain = readableText(name)
    .replace(/[\\/?*[\]:\s]+/g, ' ')
    .replace(/^['\s]+|['\s]+$/g, '')
  if (plain === '') return 'Sheet'
  // Excel keeps this name for itself.
  return /^history$/i.test(plain) ? `${plain} of` : plain
}

/** @returns gives each name once, whatever its case: `Findings`, then `Findings (2)` */
export const sheetNames = (): ((name: string) => string) => {
  const given = new Set<string>()
  return (name) => {
    const plain = safe(name)
    for (let time = 1; ; time++) {
      const end = time === 1 ? '' : ` (${time})`
      const one = `${cut(plain, LONGEST - end.length).replace(/['\s]+$/, '')}${end}`
      const key = one.toLowerCase()
      if (given.has(key)) continue
      given.add(key)
      return one
    }
  }
}
