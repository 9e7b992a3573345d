/** The total clock of a dispute in words: where it stands, and how far it had gone when the alert was closed. */
import { expect, test } from 'vitest'
import { DisputeClockView } from '../../views/alerts/dispute-clock.tsx'

const clock = {
  startedOn: '2026-01-12',
  endsOn: '2026-02-09',
  total: 20,
  gone: 0,
  left: 20,
  isStopped: true,
  marks: [],
}

test.each([
  [{}, 'Closed on the day on which it became formal.'],
  [{ gone: 7, left: 13 }, 'Closed after 7 of the 20 working days.'],
  [{ gone: 22, left: -2 }, 'Closed 2 working days after the 20 working days were over.'],
])('%o', (now, words) => {
  const page = (<DisputeClockView clock={{ ...clock, ...now }} />).toString()
  expect(page).toContain(`>${words}<`)
})
