/** The total clock of a dispute, as a bar with its stages and in words. */
import type { DisputeClock } from '../../src/alerts/rules/dispute-clock.ts'
import { formatDate, formatShortDate, plural } from '../format.ts'

const sentence = (clock: DisputeClock): string => {
  const ends = `The ${plural(clock.total, 'working day')} since it became formal end on ${formatDate(clock.endsOn)}`
  if (clock.isStopped) {
    return clock.left < 0
      ? `Closed ${plural(-clock.left, 'working day')} after the ${plural(clock.total, 'working day')} were over.`
      : clock.gone === 0
        ? 'Closed on the day on which it became formal.'
        : `Closed after ${clock.gone} of the ${plural(clock.total, 'working day')}.`
  }
  if (clock.left < 0) return `${ends}: ${plural(-clock.left, 'working day')} over.`
  return clock.left === 0 ? `${ends}: today.` : `${ends}: ${clock.left} left.`
}

export const DisputeClockView = ({ clock }: { clock: DisputeClock }) => (
  <section aria-labelledby="clock-title" class="pl-clock">
    <h2 class="govuk-heading-s" id="clock-title">
      Total time
    </h2>
    <p class="govuk-body">
      <label for="clock">{sentence(clock)}</label>
    </p>
    <progress
      id="clock"
      class={`pl-progress__bar${clock.left < 0 ? ' pl-progress__bar--over' : ''}`}
      value={Math.min(clock.gone, clock.total)}
      max={Math.max(clock.total, 1)}
    >
      {`${clock.gone} of ${clock.total}`}
    </progress>
    <ol class="pl-clock__marks">
      {clock.marks.map(({ day, on, label }) => (
        <li>{`Day ${day}: ${label}, ${formatShortDate(on)}`}</li>
      ))}
    </ol>
  </section>
)
