/** iCalendar text to the letter of RFC 5545, and whatever is typed into a round's name. */
import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type CalendarEntry, calendarFile } from '../../src/work/rules/calendar-file.ts'

const entry: CalendarEntry = {
  uid: 'audit-1@plumbline',
  summary: 'Learning audit due',
  description: 'January, 2026; a \\ and\na second line',
  url: 'https://audits.aldermere.example/audits/1',
  on: '2026-12-31',
  changedAt: '2026-01-12T09:00:00.123Z',
  sequence: 3,
}
const NOW = '2026-03-29T01:30:00.000Z'

test('one entry, line by line', () => {
  expect(calendarFile('Due', [entry], NOW)).toBe(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Plumbline//Due dates//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Due',
      'REFRESH-INTERVAL;VALUE=DURATION:PT4H',
      'X-PUBLISHED-TTL:PT4H',
      'BEGIN:VEVENT',
      'UID:audit-1@plumbline',
      'DTSTAMP:20260329T013000Z',
      'LAST-MODIFIED:20260112T090000Z',
      'SEQUENCE:3',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Learning audit due',
      'DESCRIPTION:January\\, 2026\\; a \\\\ and\\na second line',
      'URL:https://audits.aldermere.example/audits/1',
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n')
  )
})

test.each([
  ['2026-03-29', '20260330', 'the clocks go forward'],
  ['2026-10-25', '20261026', 'the clocks go back'],
  ['2028-02-28', '20280229', 'a leap year'],
  ['2026-02-28', '20260301', 'no leap year'],
])('%s ends before %s: %s', (on, ends) => {
  expect(calendarFile('Due', [{ ...entry, on }], NOW)).toContain(`DTEND;VALUE=DATE:${ends}\r\n`)
})

const octets = (line: string) => new TextEncoder().encode(line).length

test('any text comes back as it was written, in lines of at most 75 octets', () => {
  const text = fc.string({ unit: 'binary', maxLength: 200 })
  fc.assert(
    fc.property(text, (description) => {
      const file = calendarFile('Due', [{ ...entry, description }], NOW)
      expect(file.endsWith('\r\n')).toBe(true)
      const lines = file.slice(0, -2).split('\r\n')
      expect(lines.filter((line) => octets(line) > 75 || /[\r\n]/.test(line))).toEqual([])
      const event = new ICAL.Component(ICAL.parse(file)).getFirstSubcomponent('vevent')
      const kept = description
        .replaceAll(/\r\n?/g, '\n')
        .replaceAll('\t', ' ')
        .replaceAll(/[^\P{Cc}\n]/gu, '')
      expect(event?.getFirstPropertyValue('description')).toBe(kept)
    })
  )
})

test('a folded line is never broken within a character', () => {
  const summary = '😀'.repeat(40)
  const file = calendarFile('Due', [{ ...entry, summary }], NOW)
  expect(file).not.toContain('\uFFFD')
  expect(file.replaceAll('\r\n ', '')).toContain(`SUMMARY:${summary}\r\n`)
})
