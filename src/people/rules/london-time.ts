/** A time of day typed beside a London date, as an instant: with the hour that is skipped in spring and the one that comes twice in autumn. */

export type TypedTime =
  | { readonly ok: true; readonly instant: string }
  | { readonly ok: false; readonly fault: string }

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
})

/** `2026-03-29T02:30` as London's clocks show the instant. */
const shownInLondon = (ms: number): string => parts.format(new Date(ms)).replace(', ', 'T')

const typed = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?\s*(bst|gmt)?$/i

const offsets = { bst: 60, gmt: 0 } as const

/**
 * @param date London date, `YYYY-MM-DD`
 * @param time as typed: `14:05`, `9.40`, `0940`, `2:05pm`; `01:30 BST` where an hour comes twice
 */
export const londonInstant = (date: string, time: string): TypedTime => {
  const text = time.trim()
  if (text === '') return { ok: false, fault: 'Enter the time, for example 14:05' }
  const [, hourTyped = '', minuteTyped, half, zone] = typed.exec(text) ?? []
  const hour = toHours(Number(hourTyped), half?.toLowerCase())
  const minute = Number(minuteTyped ?? '0')
  const isWhole = minuteTyped !== undefined || half !== undefined
  if (hourTyped === '' || !isWhole || hour === undefined || minute > 59) {
    return { ok: false, fault: 'Enter the time in hours and minutes, for example 14:05' }
  }
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  const asUtc = Date.parse(`${date}T${clock}:00Z`)
  if (Number.isNaN(asUtc)) return { ok: false, fault: 'Enter a real date first' }

  const found = ([60, 0] as const)
    .map((offset) => ({ offset, ms: asUtc - offset * 60_000 }))
    .filter(({ ms }) => shownInLondon(ms) === `${date}T${clock}`)
  const named = zone?.toLowerCase() === 'bst' ? offsets.bst : offsets.gmt
  const kept = zone === undefined ? found : found.filter(({ offset }) => offset === named)
  const [first] = kept
  if (found.length === 0) {
    return {
      ok: false,
      fault: `There was no ${clock} on that day: the clocks went forward. Enter the time that the clock showed afterwards`,
    }
  }
  if (!first) {
    return { ok: false, fault: `${clock} was not ${zone?.toUpperCase()} on that day. Leave it out` }
  }
  if (kept.length > 1) {
    return {
      ok: false,
      fault: `${clock} came twice on that day, as the clocks went back. Enter ${clock} BST for the first or ${clock} GMT for the second`,
    }
  }
  return { ok: true, instant: new Date(first.ms).toISOString() }
}

const toHours = (hour: number, half: string | undefined): number | undefined => {
  if (half === undefined) return hour <= 23 ? hour : undefined
  if (hour < 1 || hour > 12) return undefined
  return (hour % 12) + (half === 'pm' ? 12 : 0)
}
