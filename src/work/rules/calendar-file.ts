/**
 * A calendar of whole days as iCalendar text (RFC 5545), which Outlook, Apple and Google calendars subscribe to. What
 * the entries say is the caller's; the clock is an argument.
 */
import { addDays } from '../../people/rules/add-days.ts'

export interface CalendarEntry {
  /** The same for as long as the entry is the same thing. */
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly url: string
  /** London date, YYYY-MM-DD. */
  readonly on: string
  /** Instant of the last change that is known. */
  readonly changedAt: string
  /** Never goes down. */
  readonly sequence: number
}

/** Octets in a line without its end, RFC 5545 §3.1. */
const LONGEST_LINE = 75

const octets = (text: string): number => new TextEncoder().encode(text).length

/** Breaks a line after at most 75 octets, never within a character; a continuation begins with a space. */
const folded = (line: string): string => {
  const lines: string[] = []
  let current = ''
  let length = 0
  for (const character of line) {
    const size = octets(character)
    if (length + size > LONGEST_LINE) {
      lines.push(current)
      current = ' '
      length = 1
    }
    current += character
    length += size
  }
  return [...lines, current].join('\r\n')
}

/** Control characters have no place in the text of a calendar (RFC 5545 §3.1); a line end is written in letters. */
const withoutControls = (text: string): string =>
  text.replace(/\p{Cc}/gu, (control) => (control === '\n' ? control : ''))

/** RFC 5545 §3.3.11. */
const escaped = (text: string): string =>
  withoutControls(text.replace(/\r\n?/g, '\n').replaceAll('\t', ' '))
    .toWellFormed()
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

const stamp = (instant: string): string => `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`

const day = (date: string): string => date.replaceAll('-', '')

const entryLines = (entry: CalendarEntry, now: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${entry.uid}`,
  `DTSTAMP:${stamp(now)}`,
  `LAST-MODIFIED:${stamp(entry.changedAt)}`,
  `SEQUENCE:${entry.sequence}`,
  `DTSTART;VALUE=DATE:${day(entry.on)}`,
  // A whole day ends where the next begins.
  `DTEND;VALUE=DATE:${day(addDays(entry.on, 1))}`,
  `SUMMARY:${escaped(entry.summary)}`,
  `DESCRIPTION:${escaped(entry.description)}`,
  `URL:${entry.url}`,
  'CLASS:PRIVATE',
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
]

/** @param now instant at which it is written */
export const calendarFile = (
  name: string,
  entries: readonly CalendarEntry[],
  now: string
): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Plumbline//Due dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
    'X-PUBLISHED-TTL:PT4H',
    ...entries.flatMap((entry) => entryLines(entry, now)),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
