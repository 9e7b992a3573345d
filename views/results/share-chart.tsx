/**
 * The chart of results: a bar for each round, all of one height, split by how often each answer was given. Drawn on the
 * server with presentation attributes and classes only. The table below it says the same in figures.
 */
import { scaleBand, scaleLinear } from 'd3-scale'

export type ChartBar = {
  /** `Nov 25`. */
  label: string
  n: number
  /** From the top of the bar down. Empty where there are too few to show a share. */
  parts: readonly {
    /** The end of the class: `good` as in `pl-bar--good`. */
    readonly look: string
    /** Or a short word, beside the last bar. */
    readonly letter: string
    readonly count: number
  }[]
  /** Bars from here on do not mean what those before do. */
  readonly breakBefore?: { readonly label: string; readonly isNewScale: boolean } | undefined
}

export type ShareChartProps = {
  title: string
  description: string
  bars: readonly ChartBar[]
}

const WIDTH = 1120
const HEIGHT = 330
const PLOT = { left: 44, right: WIDTH - 30, top: 26, bottom: 280 }

/** A count fits in a part at least this high, and a letter beside it. */
const LEAST_FOR_COUNT = 15
const LEAST_WIDTH_FOR_COUNT = 20
const LEAST_WIDTH_FOR_LABEL = 46

/** Of the words above a break. */
const WIDTH_OF_LABEL = 124

const short = (value: number): number => Math.round(value * 10) / 10

type Part = { look: string; letter: string; count: number; x: number; y: number; height: number }

const Axis = ({ y }: { y: (percent: number) => number }) => (
  <g font-size="13" class="pl-chart__axis">
    {[0, 50, 100].map((percent) => (
      <>
        <text x={PLOT.left - 8} y={short(y(percent)) + 5} text-anchor="end">{`${percent}%`}</text>
        <line x1={PLOT.left} x2={PLOT.right} y1={short(y(percent))} y2={short(y(percent))} />
      </>
    ))}
  </g>
)

/** All parts of one answer together, so that what they share is written once. */
const Parts = (props: { look: string; parts: readonly Part[]; width: number }) => (
  <>
    <g class={`pl-bar--${props.look}`}>
      {props.parts.map((part) => (
        <rect x={short(part.x)} y={short(part.y)} width={props.width} height={short(part.height)} />
      ))}
    </g>
    {props.width < LEAST_WIDTH_FOR_COUNT ? (
      ''
    ) : (
      <g class={`pl-bar-text--${props.look}`} text-anchor="middle" font-size="14" font-weight="600">
        {props.parts
          .filter((part) => part.height >= LEAST_FOR_COUNT)
          .map((part) => (
            <text x={short(part.x + props.width / 2)} y={short(part.y + part.height / 2 + 5)}>
              {part.count}
            </text>
          ))}
      </g>
    )}
  </>
)

/** Letters (or words) at the end of the last bar: which part is which does not rest on colour. */
const Letters = ({ parts, x }: { parts: readonly Part[]; x: number }) => (
  <g font-size="13" class="pl-chart__letter">
    {parts
      .filter((part) => part.height >= 12)
      .map((part) => (
        <text x={x} y={short(part.y + part.height / 2 + 5)}>
          {part.letter}
        </text>
      ))}
  </g>
)

/** A gap in the row of bars: its line and its words. */
const Breaks = ({ breaks }: { breaks: readonly { x: number; label: string }[] }) => (
  <g class="pl-chart__break" text-anchor="middle" font-size="13">
    {breaks.map(({ x, label }, place) => {
      const before = breaks.slice(0, place).findLast((one) => one.label !== '')
      const isRoom = before === undefined || x - before.x > WIDTH_OF_LABEL
      return (
        <>
          <line x1={x} x2={x} y1={PLOT.top - 6} y2={PLOT.bottom + 6} />
          {isRoom ? (
            <text x={Math.min(x, WIDTH - WIDTH_OF_LABEL / 2)} y={PLOT.top - 11}>
              {label}
            </text>
          ) : (
            ''
          )}
        </>
      )
    })}
  </g>
)

export const ShareChart = ({ title, description, bars }: ShareChartProps) => {
  // A break takes a place of its own in the row.
  const slots = bars.map(
    (_, place) => place + bars.slice(0, place + 1).filter((bar) => bar.breakBefore).length
  )
  const x = scaleBand<number>()
    .domain(Array.from({ length: (slots.at(-1) ?? -1) + 1 }, (_, slot) => slot))
    .range([PLOT.left, PLOT.right])
    .paddingInner(0.24)
    .paddingOuter(0.12)
  const y = scaleLinear().domain([0, 100]).range([PLOT.bottom, PLOT.top])
  const width = short(Math.min(x.bandwidth(), 72))
  const start = (place: number) => (x(slots[place] ?? 0) ?? 0) + (x.bandwidth() - width) / 2
  const everySo = Math.max(1, Math.ceil(LEAST_WIDTH_FOR_LABEL / x.step()))

  const parts = bars.flatMap((bar, place): Part[] => {
    let above = 0
    return bar.parts.map(({ look, letter, count }) => {
      const top = y(100 - (100 * above) / bar.n)
      above += count
      const bottom = y(100 - (100 * above) / bar.n)
      return { look, letter, count, x: start(place), y: top, height: bottom - top }
    })
  })
  const byLook = [...Map.groupBy(parts, (part) => part.look)]
  // Letters stand at the last bar, and at the last one on each scale before.
  const ends = bars.flatMap((bar, place) => (bar.breakBefore?.isNewScale ? [place] : []))
  const lettered = [...new Set([...ends, bars.length])]
    .map((end) => bars.slice(0, end).findLastIndex((bar) => bar.parts.length > 0))
    .filter((place) => place >= 0)
  const breaks = bars.flatMap(({ breakBefore }, place) =>
    breakBefore === undefined
      ? []
      : [
          {
            x: short((x((slots[place] ?? 0) - 1) ?? 0) + x.bandwidth() / 2),
            label: breakBefore.label,
          },
        ]
  )

  return (
    // Wider than a phone: who has no pointer scrolls it with the arrow keys, and so has to be able to reach it.
    <section class="pl-chart pl-chart--latest" aria-labelledby="chart-title" {...{ tabindex: 0 }}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-labelledby="chart-title chart-words"
        class="pl-chart__picture"
      >
        <title id="chart-title">{title}</title>
        <desc id="chart-words">{description}</desc>
        <Axis y={y} />
        {byLook.map(([look, some]) => (
          <Parts look={look} parts={some.filter((part) => part.height > 0)} width={width} />
        ))}
        <g class="pl-chart__few">
          {bars.map((bar, place) =>
            bar.parts.length > 0 ? (
              ''
            ) : (
              <rect
                x={short(start(place))}
                y={PLOT.top}
                width={width}
                height={PLOT.bottom - PLOT.top}
              />
            )
          )}
        </g>
        {lettered.map((place) => (
          <Letters
            parts={parts.filter((part) => part.x === start(place))}
            x={short(start(place) + width + 4)}
          />
        ))}
        {breaks.length === 0 ? '' : <Breaks breaks={breaks} />}
        <g font-size="14" text-anchor="middle">
          {bars.map((bar, place) =>
            (bars.length - 1 - place) % everySo === 0 ? (
              <text x={short(start(place) + width / 2)} y="300">
                {bar.label}
                <tspan
                  x={short(start(place) + width / 2)}
                  y="318"
                  font-size="13"
                  class="pl-chart__n"
                >
                  {`n ${bar.n}`}
                </tspan>
              </text>
            ) : (
              ''
            )
          )}
        </g>
      </svg>
    </section>
  )
}
