/**
 * Alerts raised by month: a bar each, concerns below and good practice on top of them. Drawn on the server with presentation
 * attributes and classes only; the table below it says the same in figures.
 */
import { scaleBand, scaleLinear } from 'd3-scale'
import type { AlertMonth } from '../../src/analytics/rules/alert-months.ts'
import { formatShortMonth } from '../format.ts'

const WIDTH = 1120
const HEIGHT = 260
const PLOT = { left: 44, right: WIDTH - 10, top: 24, bottom: 212 }

const LEAST_WIDTH_FOR_LABEL = 60
const LEAST_WIDTH_FOR_COUNT = 18

const short = (value: number): number => Math.round(value * 10) / 10

export const MonthBars = ({ months }: { months: readonly AlertMonth[] }) => {
  const most = Math.max(4, ...months.map(({ concerns, goodPractice }) => concerns + goodPractice))
  const x = scaleBand<string>()
    .domain(months.map(({ month }) => month))
    .range([PLOT.left, PLOT.right])
    .paddingInner(0.24)
    .paddingOuter(0.12)
  const y = scaleLinear().domain([0, most]).nice(4).range([PLOT.bottom, PLOT.top])
  const width = short(Math.min(x.bandwidth(), 60))
  const everySo = Math.max(1, Math.ceil(LEAST_WIDTH_FOR_LABEL / x.step()))
  const ticks = y.ticks(4).filter((tick) => Number.isInteger(tick))
  const bars = months.map((one) => {
    const total = one.concerns + one.goodPractice
    return {
      ...one,
      total,
      left: short((x(one.month) ?? 0) + (x.bandwidth() - width) / 2),
      top: short(y(total)),
      between: short(y(one.concerns)),
    }
  })
  return (
    // Wider than a phone: who has no pointer scrolls it with the arrow keys, and so has to be able to reach it.
    <section class="pl-chart pl-chart--latest" aria-labelledby="months-title" {...{ tabindex: 0 }}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-labelledby="months-title months-words"
        class="pl-chart__picture"
      >
        <title id="months-title">Practice alerts raised by month</title>
        <desc id="months-words">
          A bar for each month: concerns, and good practice on top of them. The table below has the
          same figures.
        </desc>
        <g font-size="13" class="pl-chart__axis">
          {ticks.map((tick) => (
            <>
              <text x={PLOT.left - 8} y={short(y(tick)) + 5} text-anchor="end">
                {tick}
              </text>
              <line x1={PLOT.left} x2={PLOT.right} y1={short(y(tick))} y2={short(y(tick))} />
            </>
          ))}
        </g>
        <g class="pl-bar--yes">
          {bars
            .filter(({ concerns }) => concerns > 0)
            .map(({ left, between }) => (
              <rect x={left} y={between} width={width} height={short(PLOT.bottom - between)} />
            ))}
        </g>
        <g class="pl-bar--no">
          {bars
            .filter(({ goodPractice }) => goodPractice > 0)
            .map(({ left, top, between }) => (
              <rect x={left} y={top} width={width} height={short(between - top)} />
            ))}
        </g>
        <g font-size="14" text-anchor="middle">
          {bars.map(({ month, total, left, top }, place) => (
            <>
              {width < LEAST_WIDTH_FOR_COUNT ? (
                ''
              ) : (
                <text x={short(left + width / 2)} y={short(top - 6)} font-weight="600">
                  {total}
                </text>
              )}
              {(bars.length - 1 - place) % everySo === 0 ? (
                <text x={short(left + width / 2)} y={PLOT.bottom + 22}>
                  {formatShortMonth(`${month}-01`)}
                </text>
              ) : (
                ''
              )}
            </>
          ))}
        </g>
      </svg>
    </section>
  )
}
