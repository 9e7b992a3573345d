/**
 * How a block of a set of numbers stands in a column of text: few as a list, many as bits in base64. Text, so that a backup
 * of either database is read by the other.
 */

/** Above so many a list takes more room than the bits. */
const MOST_LISTED = 400

/** @param words 32 bits each, the lowest first; at most 65,536 bits */
export const packBlock = (words: Uint32Array): string => {
  const places: number[] = []
  for (let at = 0; at < words.length && places.length <= MOST_LISTED; at++) {
    let word = words[at] ?? 0
    while (word !== 0) {
      places.push(at * 32 + 31 - Math.clz32(word & -word))
      word &= word - 1
    }
  }
  if (places.length <= MOST_LISTED) return places.join(' ')
  const bytes = Buffer.alloc(words.length * 4)
  for (let at = 0; at < words.length; at++) bytes.writeUInt32LE(words[at] ?? 0, at * 4)
  return `=${bytes.toString('base64')}`
}

/** Adds what {@link packBlock} wrote to a block. */
export const unpackInto = (words: Uint32Array, text: string): void => {
  if (text.startsWith('=')) {
    const bytes = Buffer.from(text.slice(1), 'base64')
    const most = Math.min(words.length, bytes.length >>> 2)
    for (let at = 0; at < most; at++) words[at] = (words[at] ?? 0) | bytes.readUInt32LE(at * 4)
    return
  }
  let place = 0
  for (let at = 0; at <= text.length; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit >= 0 && digit <= 9) place = place * 10 + digit
    else {
      if (at > 0) words[place >>> 5] = (words[place >>> 5] ?? 0) | (1 << (place & 31))
      place = 0
    }
  }
}
