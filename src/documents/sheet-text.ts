/** One cell as the XML of a sheet. What Excel would take for something else than the text that it is, is made plain. */
import { readableText } from './readable-text.ts'
import type { Cell, Column } from './sheet.ts'

/** Places in `cellXfs` of workbook-parts.ts. */
export const styles = {
  header: 1,
  text: 2,
  typedText: 3,
  number: 4,
  date: 5,
  instant: 6,
  numberHeader: 7,
  percent: 8,
  points: 9,
  mark: 10,
} as const

const figures = { number: styles.number, percent: styles.percent, points: styles.points } as const

const isFigures = (kind: Column['kind']): kind is keyof typeof figures => kind in figures

/** The most that Excel takes in a cell, in UTF-16 units. */
const LONGEST_TEXT = 32_767

/** What is not plain text of XML, and the underscore, since `_x000A_` is an escape in these files. */
const notPlain = /[^\t\n\x20-\x25\x27-\x3b\x3d\x3f-\x5e\x60-\uD7FF\uE000-\uFFFD]/
const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

export const xmlText = (text: string): string =>
  notPlain.test(text)
    ? readableText(text)
        .replace(/\r\n?/g, '\n')
        .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
        .replace(/[&<>]/g, (one) => entities[one] ?? '')
    : text

/** For attributes. */
export const xmlValue = (text: string): string =>
  xmlText(text)
    .replace(/"/g, '&quot;')
    .replace(/[\t\n]/g, ' ')

const cut = (text: string): string => {
  const mark = ` [cut here: ${text.length} characters are more than a cell can hold]`
  return `${text.slice(0, LONGEST_TEXT - mark.length).replace(/[\uD800-\uDBFF]$/, '')}${mark}`
}

/** Read as a formula where somebody types it again: Excel then shows it with a leading apostrophe. */
const formulaStarts = new Set([...'=+-@\t\r\n＝＋－＠'].map((one) => one.charCodeAt(0)))

const DAY = 86_400_000
const ZERO = Date.UTC(1899, 11, 30)
/** Before March 1900 Excel's calendar has a day that never was. */
const FIRST = Date.UTC(1900, 2, 1)

const isDate = /^\d{4}-\d\d-\d\d$/
const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d.*Z$/

/** Days since Excel's day 0; undefined for what is no date that it knows. */
const serialOf = (utc: number): number | undefined =>
  Number.isNaN(utc) || utc < FIRST ? undefined : (utc - ZERO) / DAY

const dateSerial = (text: string): number | undefined => {
  if (!isDate.test(text)) return undefined
  const day = Number(text.slice(8))
  const utc = Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)) - 1, day)
  // 31 April is no date, though it is counted as the first of May.
  return new Date(utc).getUTCDate() === day ? serialOf(utc) : undefined
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'medium',
})

/** Excel knows no time zones: an instant is written as clocks in London showed it. */
const instantSerial = (text: string): number | undefined => {
  if (!isInstant.test(text)) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) return undefined
  const [day = '', time = ''] = clock.format(at).split(', ')
  const [date, month, year] = day.split('/')
  return serialOf(Date.parse(`${year}-${month}-${date}T${time}Z`))
}

const serials = { date: dateSerial, instant: instantSerial }

/** Otherwise readers may take away space at either end; said of every cell it would be a third of the file. */
const endsInSpace = /^\s|\s$/

const textCell = (place: string, style: number, text: string): string =>
  `<c r="${place}" s="${style}" t="inlineStr"><is><t${endsInSpace.test(text) ? ' xml:space="preserve"' : ''}>${xmlText(text)}</t></is></c>`

const numberCell = (place: string, style: number, value: number): string =>
  `<c r="${place}" s="${style}"><v>${value}</v></c>`

export const headerCell = (place: string, { header, kind }: Column): string =>
  textCell(
    place,
    isFigures(kind) ? styles.numberHeader : styles.header,
    header.length > LONGEST_TEXT ? cut(header) : header
  )

/** @param place such as `B7` */
export const cellXml = (place: string, kind: Column['kind'], cell: Cell): string => {
  if (cell === null || cell === undefined || cell === '') return ''
  if (typeof cell === 'number') {
    return Number.isFinite(cell)
      ? numberCell(place, isFigures(kind) ? figures[kind] : styles.number, cell)
      : textCell(place, styles.text, String(cell))
  }
  if (kind === 'date' || kind === 'instant') {
    const serial = serials[kind](cell)
    if (serial !== undefined) return numberCell(place, styles[kind], serial)
  }
  const text = cell.length > LONGEST_TEXT ? cut(cell) : cell
  return textCell(
    place,
    formulaStarts.has(text.charCodeAt(0))
      ? styles.typedText
      : isFigures(kind)
        ? styles.mark
        : styles.text,
    text
  )
}
