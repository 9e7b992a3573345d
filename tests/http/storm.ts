/** The bad input that is thrown at every route: addresses, queries, bodies and single fields. */

/** In place of a part of the address, already escaped. */
export const badParts: Readonly<Record<string, string>> = {
  'a NUL': '%00',
  'a NUL in the middle': 'a%00b',
  'no UTF-8': '%ff',
  'half a pair': '%ed%a0%80',
  'the way up': '..%2f..%2fetc%2fpasswd',
  'a quote': `x'%20or%201=1--`,
  HTML: '%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  'a smiling face': '%F0%9F%98%80',
  'ten thousand characters': 'x'.repeat(10_000),
  'a number': '-1',
  'what every object has': '__proto__',
  constructor: 'constructor',
  'a percent sign': '%25',
  'an id that nobody has': '00000000-0000-7000-8000-ffffffffffff',
}

/** Names that any page of ours reads from its address. */
const queryNames = [
  'theme',
  'item',
  'team',
  'status',
  'kind',
  'period',
  'round',
  'value',
  'page',
  'after',
  'state',
  'year',
  'next',
  'saved',
  'removed',
  'submitted',
]

const allAs = (value: string): string =>
  `?${queryNames.map((name) => `${name}=${value}`).join('&')}`

/** After the address of a page. */
export const badQueries: readonly string[] = [
  '?%00=1',
  '?x=%ff',
  '?=&&==',
  `?x=${'y'.repeat(10_000)}`,
  '?__proto__=1&constructor=2',
  allAs(''),
  allAs('__proto__'),
  allAs('%F0%9F%98%80'.repeat(30)),
  ...queryNames.flatMap((name) => [
    `?${name}=%3Cscript%3Ealert(1)%3C%2Fscript%3E`,
    `?${name}=2026-02-30&${name}=-1`,
    `?${name}=99999999999999999999`,
  ]),
]

/** Whole bodies, sent with the session's token before them. */
export const badBodies: Readonly<Record<string, string>> = {
  nothing: '',
  'a NUL': 'a=%00',
  'no UTF-8': 'a=%ff',
  'half a pair': 'a=%ed%a0%80',
  'ten thousand fields': Array.from({ length: 10_000 }, (_, i) => `f${i}=x`).join('&'),
  'names as of arrays': 'a[]=1&a[0][b][c]=2&id[]=3&revision[]=4',
  'what every object has': '__proto__=1&constructor=2&toString=3&hasOwnProperty=4',
  'more than 2 MB': `a=${'x'.repeat(2 * 1024 * 1024)}`,
}

/** In place of what a field should hold. */
export const badValues: Readonly<Record<string, string | readonly string[]>> = {
  nothing: '',
  spaces: ' \t\n ',
  '1 MB': 'x'.repeat(1024 * 1024),
  twice: ['one', 'two'],
  HTML: '"><script>alert(1)</script>',
  'a wrong number': '-1.5e999',
  'a large number': '99999999999999999999',
  'a day that never was': '2026-02-30',
  'what every object has': '__proto__',
  'a smiling face': '😀',
}

/** What nobody should ever read on a page of ours. */
export const leaks: readonly RegExp[] = [
  /\n\s+at .+\(.+:\d+:\d+\)/,
  /(?:\/src|\/views|\/dist|node_modules|node:internal)\//,
  /\.tsx?:\d+/,
  /SQLITE|SqliteError|ZodError|TypeError|RangeError|Kysely|constraint failed/,
  /\[object Object\]|>undefined<|>NaN<|Invalid Date/,
  /<script>alert/,
  /Invalid input|Expected string|received undefined/,
]

/** At least one sentence: a capital, some words, and a full stop or a field's message. */
export const hasSentence = (html: string): boolean => {
  const text = html
    .replace(/^[\s\S]*<main[^>]*>/, '')
    .replace(/<\/main>[\s\S]*$/, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
  return /[A-Z][^.]{9,}/.test(text)
}
