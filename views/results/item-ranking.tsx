/** The items of a theme by how often they were graded below good, each leading to its own line. */
import type { OverTime } from '../../src/analytics/load-over-time.ts'
import type { RankedItem } from '../../src/analytics/rules/item-ranking.ts'
import { DataTable } from '../components/data-table.tsx'
import { formatCount, percentOf } from '../format.ts'
import { IntervalBar } from './interval-bar.tsx'
import { addressOf } from './results-address.ts'
import { intervalWords, TOO_FEW } from './share-words.ts'

export type ItemRankingProps = { overTime: OverTime; small: number }

const nWords = ({ n, isCut }: RankedItem, small: number, isShown: boolean) => (
  <>
    {formatCount(n)}
    {isShown && n < small ? <span class="pl-muted"> very small sample</span> : ''}
    {isCut ? <span class="pl-muted"> since the question changed</span> : ''}
  </>
)

export const ItemRanking = ({ overTime, small }: ItemRankingProps) => {
  const { ranking, results } = overTime
  if (ranking.length === 0) return ''
  return (
    <section class="pl-ranking">
      <h2>Items below good, last twelve months</h2>
      <p class="pl-muted">
        The largest share first. Where the intervals of two items overlap, which of them is weaker
        may be chance.
      </p>
      <DataTable
        id="items"
        caption="Items by the share below good"
        isCaptionHidden
        columns={[
          { header: 'Item' },
          { header: 'Below good', isNumber: true },
          { header: 'n', isNumber: true },
          { header: 'Share', isNumber: true },
          { header: '95% interval', isNumber: true },
          { header: '0% to 100%' },
        ]}
        rows={ranking.map((ranked) => {
          const { item, n, below, interval } = ranked
          const href = addressOf('/results/over-time', { ...results.filters, item: item.key })
          return [
            <a href={href}>{item.label}</a>,
            formatCount(below),
            nWords(ranked, small, interval !== undefined),
            interval === undefined ? TOO_FEW : percentOf(below, n),
            interval === undefined ? '–' : intervalWords({ percent: 0, ...interval }),
            interval === undefined ? (
              ''
            ) : (
              <IntervalBar value={below / n} {...interval} from={0} to={1} />
            ),
          ]
        })}
      />
    </section>
  )
}
