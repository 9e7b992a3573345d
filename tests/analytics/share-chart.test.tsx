/** The chart of results: how much it weighs, what it leaves out when bars are narrow, and that it holds no style. */
import { expect, test } from 'vitest'
import { type ChartBar, ShareChart } from '../../views/results/share-chart.tsx'

const bars = (count: number): ChartBar[] =>
  Array.from({ length: count }, (_, place) => ({
    label: `Jan ${place}`,
    n: 40,
    parts: [
      { look: 'outstanding', letter: 'O', count: 4 },
      { look: 'good', letter: 'G', count: 20 },
      { look: 'requires_improvement', letter: 'RI', count: 12 },
      { look: 'inadequate', letter: 'I', count: 4 },
    ],
  }))

const draw = (some: ChartBar[]) =>
  String(<ShareChart title="Plans & <voices>" description="A bar for each round." bars={some} />)

test('thirty rounds weigh less than 20 KB, with no style of their own', () => {
  const svg = draw(bars(30))
  expect(svg.length).toBeLessThan(20_000)
  expect(svg).not.toMatch(/style=|<style|<script/)
  expect(svg).toContain('<title id="chart-title">Plans &amp; &lt;voices&gt;</title>')
})

test('parts fill the bar from the top in the order given', () => {
  const svg = draw(bars(1))
  const heights = [...svg.matchAll(/<rect [^>]*y="([\d.]+)"[^>]*height="([\d.]+)"/g)].map(
    ([, y, height]) => [Number(y), Number(height)]
  )
  expect(heights).toEqual([
    [26, 25.4],
    [51.4, 127],
    [178.4, 76.2],
    [254.6, 25.4],
  ])
})

test('a round with too few is a frame, and letters stand at the last bar that has parts', () => {
  const svg = draw([...bars(1), { label: 'Mar 1', n: 3, parts: [] }])
  expect(svg.match(/<g class="pl-chart__few">.*?<\/g>/s)?.[0]).toContain('<rect')
  expect(svg.match(/<g font-size="13" class="pl-chart__letter">.*?<\/g>/s)?.[0]).toMatch(
    />O<.*>G<.*>RI<.*>I</s
  )
  expect(svg).toContain('n 3')
})

test('sixty rounds leave counts out of the bars and some labels out below them', () => {
  const svg = draw(bars(60))
  expect(svg).not.toContain('pl-bar-text--')
  expect(svg.match(/<tspan/g)?.length).toBe(20)
})

test('no round at all draws an empty chart', () => {
  expect(draw([])).toContain('<svg')
})
