/** Names of sheets that Excel takes: it refuses the whole file for one that it does not. */
import { readableText } from './readable-text.ts'

const LONGEST = 31

const cut = (text: string, length: number): string =>
  text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '')

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
