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

test('a break stands in a gap of its own between the bars, with a dashed line and its words', () => {
  const [first, second, third] = bars(3)
  if (!first || !second || !third) throw new Error('three bars')
  const breakBefore = { label: 'Question changed', isNewScale: false }
  const svg = draw([first, second, { ...third, breakBefore }])
  const starts = [...new Set([...svg.matchAll(/<rect x="([\d.]+)"/g)].map(([, x]) => Number(x)))]
  const [a = 0, b = 0, c = 0] = starts
  const at = Number(/<g class="pl-chart__break".*?<line x1="([\d.]+)"/s.exec(svg)?.[1])
  expect(c - b).toBeCloseTo(2 * (b - a), 0)
  expect(at).toBeGreaterThan(b + 72)
  expect(at).toBeLessThan(c)
  expect(svg).toContain('>Question changed</text>')
})

test('letters of both scales stand where the scale changes', () => {
  const [first, second] = bars(2)
  if (!first || !second) throw new Error('two bars')
  const parts = [{ look: 'good', letter: 'GR', count: 40 }]
  const breakBefore = { label: 'Scale changed', isNewScale: true }
  const svg = draw([first, { ...second, parts, breakBefore }])
  expect([...svg.matchAll(/>(O|G|RI|I|GR)<\/text>/g)].map(([, letter]) => letter)).toEqual(
    expect.arrayContaining(['O', 'G', 'RI', 'I', 'GR'])
  )
})

test('sixty rounds with a break at each still weigh little', () => {
  const breakBefore = { label: 'Question changed', isNewScale: false }
  const svg = draw(bars(60).map((bar, place) => (place === 0 ? bar : { ...bar, breakBefore })))
  expect(svg.length).toBeLessThan(60_000)
  expect(svg).not.toMatch(/NaN|undefined/)
})
