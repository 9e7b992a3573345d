/** Mail addresses as they may stand in the envelope and the headers of a mail. */

const NAMED = /^(?:"([^"<>\\]{1,100})"|([^"<>\\]{0,100}?))\s*<([^<>]+)>$/

/** Nothing that could end a header, quote anything or stand between two addresses. */
const PLAIN = /^[^\s<>()[\]\\,;:"@]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/

const hasControls = (text: string): boolean =>
  [...text].some((sign) => sign < ' ' || (sign >= '\u007f' && sign <= '\u009f'))

export const isMailAddress = (text: string): boolean => PLAIN.test(text) && !hasControls(text)

export interface NamedAddress {
  readonly name: string
  readonly address: string
}

/** `Plumbline <audit@aldermere.example>` or the address alone; undefined for anything else. */
export const readNamedAddress = (text: string): NamedAddress | undefined => {
  if (hasControls(text)) return undefined
  const [, quoted, bare, inside] = NAMED.exec(text.trim()) ?? []
  const address = (inside ?? text).trim()
  return isMailAddress(address) ? { name: (quoted ?? bare ?? '').trim(), address } : undefined
}
