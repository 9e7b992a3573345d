/** A share, or a difference of shares, with its interval as a mark and a line. The figures stand beside it in words. */

export type IntervalBarProps = {
  /** In the unit of the range, as `low` and `high`. */
  value: number
  low: number
  high: number
  /** What the bar spans from its left to its right end. */
  from: number
  to: number
  /** Where a line stands: nought, for a difference. */
  line?: number
}

const WIDTH = 160

export const IntervalBar = ({ value, low, high, from, to, line }: IntervalBarProps) => {
  const x = (at: number): number => {
    const along = (Math.min(to, Math.max(from, at)) - from) / (to - from)
    return Math.round((4 + along * (WIDTH - 8)) * 10) / 10
  }
  return (
    <svg
      class="pl-interval"
      viewBox={`0 0 ${WIDTH} 20`}
      width={WIDTH}
      height="20"
      aria-hidden="true"
    >
      <path class="pl-interval__ends" d={`M4 10H${WIDTH - 4}`} />
      {line === undefined ? '' : <path class="pl-interval__zero" d={`M${x(line)} 1V19`} />}
      <path
        class="pl-interval__range"
        d={`M${x(low)} 5V15M${x(low)} 10H${x(high)}M${x(high)} 5V15`}
      />
      <circle class="pl-interval__value" cx={x(value)} cy="10" r="4.5" />
    </svg>
  )
}
