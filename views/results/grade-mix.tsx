/** How grades are mixed in a few square centimetres: a stacked bar and the same in letters. For tables of many cells. */
import type { HeatCell } from '../../src/analytics/rules/heat-table.ts'
import { scaleLook } from '../format.ts'

export type GradeMixProps = {
  cell: HeatCell
  /** Under this many no bar: a share of so few says nothing. */
  fewest: number
  small: number
  href?: string | undefined
  /** Whose the cell is, said on paper alone, where the heading of its column is not above it. */
  onPaper?: string | undefined
}

const OnPaper = ({ text }: { text: string | undefined }) =>
  text === undefined ? (
    ''
  ) : (
    <span class="pl-mix__of" aria-hidden="true">
      {text}
    </span>
  )

const WIDTH = 100
const HEIGHT = 12

const short = (value: number): number => Math.round(value * 10) / 10

const Bar = ({ cell }: { cell: HeatCell }) => {
  let before = 0
  return (
    <svg
      class="pl-mix__bar"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {cell.parts.map(({ value, count }) => {
        const x = short((WIDTH * before) / cell.n)
        before += count
        const width = short((WIDTH * before) / cell.n - x)
        return (
          <rect
            class={`pl-bar--${scaleLook(value.colour)}`}
            x={x}
            y="0"
            width={width}
            height={HEIGHT}
          />
        )
      })}
    </svg>
  )
}

export const GradeMix = ({ cell, fewest, small, href, onPaper }: GradeMixProps) => {
  const { n, parts } = cell
  if (n === 0)
    return (
      <>
        <OnPaper text={onPaper} />
        <span class="pl-muted">no audits</span>
      </>
    )
  const isFew = n < fewest
  return (
    <span class="pl-mix">
      <OnPaper text={onPaper} />
      {isFew ? '' : <Bar cell={cell} />}
      <span class="pl-mix__n">{href === undefined ? `n ${n}` : <a href={href}>{`n ${n}`}</a>}</span>
      <span class="pl-mix__words">
        {parts.map(({ value, count }) => `${value.letter} ${count}`).join(' ')}
      </span>
      {n < small ? <span class="pl-mix__few">{isFew ? 'too few' : 'very small'}</span> : ''}
    </span>
  )
}
