/**
 * A chart of shares, or of medians, over time with average and limits. Drawn on the server with presentation attributes and classes
 * only, on the same places as the bars above it (share-chart.tsx). The table below it says the same in figures.
 */
import { scaleBand, scaleLinear } from 'd3-scale'
import { line } from 'd3-shape'
import { formatCount } from '../format.ts'

export type SpcPoint = {
  /** `Nov 25`. */
  label: string
  n: number
  /** In the unit of the chart; undefined where there are too few audits for it. */
  value: number | undefined
  limits: { readonly lower: number; readonly upper: number } | undefined
  centre: number | undefined
  /** The middle half of a number. */
  spread?: { readonly low: number; readonly high: number } | undefined
  /** Too small for limits: it stands beside the line with its own interval. */
  alone: { readonly low: number; readonly high: number } | undefined
  signal: 'up' | 'down' | undefined
  /** Points of one stretch are measured by one line. */
  stretch: number
  /** Limits on trial are drawn in dashes. */
  isTrial: boolean
  /** What came before means something else. */
  breakBefore: string | undefined
  /** From here on the line is measured anew. */
  baselineBefore: boolean
}

export type SpcChartProps = {
  title: string
  description: string
  points: readonly SpcPoint[]
  /** Of several charts on one page each has its own. */
  id?: string
  /** Shares, as fractions, unless it is said that they are numbers. */
  unit?: 'share' | 'number'
  /** A line across the whole chart, in its unit. */
  target?: number | undefined
}

/** What stands on the axis, and how a value is written. */
type Measure = { readonly ticks: readonly number[]; readonly words: (value: number) => string }

const SHARE: Measure = {
  ticks: [0, 0.25, 0.5, 0.75, 1],
  words: (value) => `${Math.round(value * 100)}%`,
}

/** From nought, or the least below it, to the most that is drawn. */
const numberMeasure = (points: readonly SpcPoint[]): Measure => {
  const drawn = points.flatMap(({ value, limits, spread, centre }) =>
    [value, centre, limits?.lower, limits?.upper, spread?.low, spread?.high].filter(
      (one) => one !== undefined
    )
  )
  const scale = scaleLinear()
    .domain([Math.min(0, ...drawn), Math.max(1, ...drawn)])
    .nice(5)
  const words = (value: number) => formatCount(Math.round(value * 10) / 10)
  return { ticks: scale.ticks(5), words }
}

const WIDTH = 1120
const HEIGHT = 370
const PLOT = { left: 44, right: WIDTH - 30, top: 30, bottom: 318 }
const LEAST_WIDTH_FOR_LABEL = 46

const short = (value: number): number => Math.round(value * 10) / 10

type Placed = SpcPoint & { readonly x: number }

type Height = { readonly y: (value: number) => number; readonly measure: Measure }

const Axis = ({ y, measure }: Height) => (
  <g font-size="13" class="pl-chart__axis">
    {measure.ticks.map((tick) => (
      <>
        <text x={PLOT.left - 8} y={short(y(tick)) + 5} text-anchor="end">
          {measure.words(tick)}
        </text>
        <line x1={PLOT.left} x2={PLOT.right} y1={short(y(tick))} y2={short(y(tick))} />
      </>
    ))}
  </g>
)

/** Level over each round, stepping from one to the next of the same stretch. */
const steps = (
  points: readonly Placed[],
  step: number,
  heightOf: (point: Placed) => number | undefined
): string =>
  points
    .map((point, place) => {
      const height = heightOf(point)
      if (height === undefined) return ''
      const before = points[place - 1]
      const isOn =
        before &&
        before.stretch === point.stretch &&
        heightOf(before) !== undefined &&
        point.x - before.x < step * 1.5
      const start = isOn ? `V${short(height)}` : `M${short(point.x - step / 2)} ${short(height)}`
      return `${start}H${short(point.x + step / 2)}`
    })
    .join('')

const MARKS = {
  up: 'M0 -8L7.5 5.5H-7.5Z',
  down: 'M0 8L7.5 -5.5H-7.5Z',
} as const

const Mark = ({ point, y }: { point: Placed; y: number }) => {
  const x = short(point.x)
  if (point.signal !== undefined) {
    return (
      <path
        class={`pl-spc__signal pl-spc__signal--${point.signal}`}
        d={MARKS[point.signal]}
        transform={`translate(${x} ${short(y)})`}
      />
    )
  }
  return <circle class={point.alone ? 'pl-spc__alone' : undefined} cx={x} cy={short(y)} r="4.5" />
}

/** The average of each stretch in figures, beside its line at the right end. */
const Averages = ({ placed, y, measure }: Height & { placed: readonly Placed[] }) => (
  <g font-size="13" text-anchor="end" class="pl-spc__average">
    {[...Map.groupBy(placed, ({ stretch }) => stretch).values()].map((some) => {
      const last = some.at(-1)
      if (last?.centre === undefined || some.length < 3) return ''
      // On the side of the average that the last rounds leave free.
      const { centre } = last
      const above = some.slice(-3).filter(({ value }) => value !== undefined && value > centre)
      return (
        <text x={short(last.x + 12)} y={short(y(centre) + (above.length > 1 ? 17 : -7))}>
          {`average ${measure.words(last.centre)}`}
        </text>
      )
    })}
  </g>
)

const Labels = ({ placed, step }: { placed: readonly Placed[]; step: number }) => {
  const everySo = Math.max(1, Math.ceil(LEAST_WIDTH_FOR_LABEL / step))
  return (
    <g font-size="14" text-anchor="middle">
      {placed.map((point, place) =>
        (placed.length - 1 - place) % everySo === 0 ? (
          <text x={short(point.x)} y={PLOT.bottom + 22}>
            {point.label}
            <tspan x={short(point.x)} y={PLOT.bottom + 40} font-size="13" class="pl-chart__n">
              {`n ${point.n}`}
            </tspan>
          </text>
        ) : (
          ''
        )
      )}
    </g>
  )
}

const Turns = ({ placed, step }: { placed: readonly Placed[]; step: number }) => (
  <>
    {placed.map(({ x, breakBefore, baselineBefore }) => {
      const words = breakBefore ?? (baselineBefore ? 'New baseline' : undefined)
      if (words === undefined) return ''
      const at = short(breakBefore === undefined ? x - step / 2 : x - step)
      return (
        <g
          class={breakBefore === undefined ? 'pl-spc__baseline' : 'pl-chart__break'}
          text-anchor="middle"
          font-size="13"
        >
          <line x1={at} x2={at} y1={PLOT.top - 6} y2={PLOT.bottom + 6} />
          <text x={Math.min(at, WIDTH - 62)} y={PLOT.top - 11}>
            {words}
          </text>
        </g>
      )
    })}
  </>
)

/** The interval of a round that stands alone, and the middle half of a number. */
const Intervals = ({ placed, y }: Pick<Height, 'y'> & { placed: readonly Placed[] }) => (
  <g class="pl-spc__interval">
    {placed.flatMap(({ x, alone, spread }) => {
      const reach = alone ?? spread
      if (!reach) return []
      const [low, high] = [short(y(reach.low)), short(y(reach.high))]
      return [
        <path
          d={`M${short(x)} ${low}V${high}M${short(x - 5)} ${low}h10M${short(x - 5)} ${high}h10`}
        />,
      ]
    })}
  </g>
)

/** Named at the left end: averages are named at the right one. */
const Target = ({ target, y, measure }: Height & { target: number }) => (
  <g class="pl-spc__target" font-size="13">
    <line x1={PLOT.left} x2={PLOT.right} y1={short(y(target))} y2={short(y(target))} />
    <text x={PLOT.left + 6} y={short(y(target) - 7)}>{`target ${measure.words(target)}`}</text>
  </g>
)

export const SpcChart = (props: SpcChartProps) => {
  const { title, description, points, target, id = 'spc' } = props
  // A break takes a place of its own in the row.
  const slots = points.map(
    (_, place) =>
      place + points.slice(0, place + 1).filter((one) => one.breakBefore !== undefined).length
  )
  const x = scaleBand<number>()
    .domain(Array.from({ length: (slots.at(-1) ?? -1) + 1 }, (_, slot) => slot))
    .range([PLOT.left, PLOT.right])
    .paddingInner(0.24)
    .paddingOuter(0.12)
  const measure = props.unit === 'number' ? numberMeasure(points) : SHARE
  const { ticks } = measure
  const y = scaleLinear()
    .domain([ticks[0] ?? 0, ticks.at(-1) ?? 1])
    .range([PLOT.bottom, PLOT.top])
  const step = x.step()
  const placed = points.map(
    (point, place): Placed => ({ ...point, x: (x(slots[place] ?? 0) ?? 0) + x.bandwidth() / 2 })
  )
  const linked = placed.filter(({ value, alone }) => value !== undefined && !alone)
  const joined = line<Placed>()
    .x((point) => short(point.x))
    .y((point) => short(y(point.value ?? 0)))
  const heights = {
    upper: ({ limits }: Placed) => limits && y(limits.upper),
    lower: ({ limits }: Placed) => limits && y(limits.lower),
  }
  const stretches = [...Map.groupBy(placed, ({ stretch }) => stretch).values()]
  return (
    // Wider than a phone: who has no pointer scrolls it with the arrow keys, and so has to be able to reach it.
    <section class="pl-chart pl-chart--latest" aria-labelledby={`${id}-title`} {...{ tabindex: 0 }}>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        width={WIDTH}
        height={HEIGHT}
        role="img"
        aria-labelledby={`${id}-title ${id}-words`}
        class="pl-chart__picture"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-words`}>{description}</desc>
        <Axis y={y} measure={measure} />
        <g class="pl-spc__limits">
          {stretches.map((some) => (
            <g class={some[0]?.isTrial ? 'pl-spc__trial' : undefined}>
              <path d={steps(some, step, heights.upper)} />
              <path d={steps(some, step, heights.lower)} />
            </g>
          ))}
        </g>
        <path
          class="pl-spc__centre"
          d={steps(placed, step, ({ centre }) => (centre === undefined ? undefined : y(centre)))}
        />
        <Intervals placed={placed} y={y} />
        <g class="pl-spc__line">
          {[...Map.groupBy(linked, ({ stretch }) => stretch).values()].map((some) => (
            <path d={joined(some) ?? ''} />
          ))}
        </g>
        <g class="pl-spc__points">
          {placed.map((point) =>
            point.value === undefined ? '' : <Mark point={point} y={y(point.value)} />
          )}
        </g>
        <Averages placed={placed} y={y} measure={measure} />
        {target === undefined ? '' : <Target target={target} y={y} measure={measure} />}
        <Turns placed={placed} step={step} />
        <Labels placed={placed} step={step} />
      </svg>
    </section>
  )
}
