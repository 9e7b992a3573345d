/**
 * A report's chart: a bar across for each period, split by share. Presentation attributes alone, so that the same
 * picture stands on the page and in a Word file. A letter in each part says what it is without its colour.
 */
import type { ModelChart } from '../../src/reports/rules/report-model.ts'

const WIDTH = 720
const BAR = 28
/** Its name stands above a bar: beside it there is no room for a period in words, whatever the font. */
const NAME = 20
const STEP = 62
const TOP = 34
const FONT = 'Arial, Helvetica, sans-serif'

/** Fill and the text upon it, by colour of the scale. */
const looks: Readonly<Record<string, { fill: string; text: string }>> = {
  dark_green: { fill: '#0f4c5c', text: '#ffffff' },
  green: { fill: '#2a9d8f', text: '#04211e' },
  amber: { fill: '#e9a23b', text: '#2b1b00' },
  red: { fill: '#9d2a2b', text: '#ffffff' },
  grey: { fill: '#5b6770', text: '#ffffff' },
  blue: { fill: '#2b5797', text: '#ffffff' },
}

const lookOf = (colour: string) => looks[colour] ?? { fill: '#b1b4b6', text: '#0b0c0c' }

const short = (value: number): number => Math.round(value * 10) / 10

const LEAST_FOR_LETTER = 26
const LEAST_FOR_COUNT = 52

type Part = { x: number; width: number; letter: string; count: number; colour: string }

const partsOf = (bar: ModelChart['bars'][number]): Part[] => {
  const scale = WIDTH / bar.n
  let before = 0
  return bar.parts.map(({ letter, count, colour }) => {
    const x = before * scale
    before += count
    return { x, width: count * scale, letter, count, colour }
  })
}

const Bar = ({ bar, y }: { bar: ModelChart['bars'][number]; y: number }) => (
  <>
    <text x="0" y={y + 14} font-size="14" fill="#0b0c0c">
      {`${bar.label}, n ${bar.n}`}
    </text>
    {bar.parts.length === 0 ? (
      <rect
        x="1"
        y={y + NAME}
        width={WIDTH - 2}
        height={BAR}
        fill="none"
        stroke="#505a5f"
        stroke-dasharray="4 4"
      />
    ) : (
      partsOf(bar)
        .filter(({ width }) => width > 0)
        .map(({ x, width, letter, count, colour }) => (
          <>
            <rect
              x={short(x)}
              y={y + NAME}
              width={short(width)}
              height={BAR}
              fill={lookOf(colour).fill}
              stroke="#ffffff"
            />
            {width < LEAST_FOR_LETTER ? (
              ''
            ) : (
              <text
                x={short(x + width / 2)}
                y={y + NAME + 19}
                text-anchor="middle"
                font-size="14"
                font-weight="700"
                fill={lookOf(colour).text}
              >
                {width < LEAST_FOR_COUNT ? letter : `${letter} ${count}`}
              </text>
            )}
          </>
        ))
    )}
  </>
)

/** Where each name of the legend begins, by how long those before it are. */
const legendStart = (parts: readonly { letter: string; label: string }[], place: number): number =>
  parts
    .slice(0, place)
    .reduce((sum, { letter, label }) => sum + 36 + 7.4 * (letter.length + label.length + 1), 0)

/** @param id of its title and words on the page; one a figure */
export const BarsChart = ({ chart, id }: { chart: ModelChart; id: string }) => {
  const height = TOP + chart.bars.length * STEP + 14
  const legend = chart.bars.find(({ parts }) => parts.length > 0)?.parts ?? []
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${WIDTH} ${height}`}
      width={WIDTH}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-words`}
      font-family={FONT}
      class="pl-chart__picture"
    >
      <title id={`${id}-title`}>{chart.title}</title>
      <desc id={`${id}-words`}>{chart.description}</desc>
      {legend.map((part, place) => (
        <>
          <rect
            x={short(legendStart(legend, place))}
            y="6"
            width="14"
            height="14"
            fill={lookOf(part.colour).fill}
          />
          <text x={short(legendStart(legend, place) + 20)} y="18" font-size="13" fill="#0b0c0c">
            {`${part.letter} ${part.label}`}
          </text>
        </>
      ))}
      {chart.bars.map((bar, place) => (
        <Bar bar={bar} y={TOP + place * STEP} />
      ))}
    </svg>
  )
}
