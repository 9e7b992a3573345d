/** The items of a theme by how often they were graded below good: where work would pay first. */
import type { ThemeVersion } from './meaning-line.ts'
import type { ItemChoice } from './results-choices.ts'
import { isShareShown } from './small-numbers.ts'
import type { RoundFacts } from './tally.ts'
import { lineOfRound, type RoundUse } from './theme-lines.ts'
import { wilson } from './wilson.ts'

export type RankedItem = {
  readonly item: ItemChoice
  /** Never 0. */
  readonly n: number
  readonly below: number
  /** 95% interval of the share below good, as fractions; undefined under five audits. */
  readonly interval: { readonly low: number; readonly high: number } | undefined
  /** True where earlier rounds asked something else and were left out. */
  readonly isCut: boolean
}

type Asked = {
  /** Of the theme; only those that are graded are ranked. */
  readonly items: readonly ItemChoice[]
  readonly versions: readonly ThemeVersion[]
  /** By date. */
  readonly rounds: readonly RoundFacts[]
  /** On the four grades. */
  readonly counts: readonly {
    readonly roundId: string
    readonly item: string
    readonly n: number
    readonly below: number
  }[]
  readonly useOf: (roundId: string, item: string) => RoundUse | undefined
}

const rank = (item: ItemChoice, asked: Asked): RankedItem | undefined => {
  const counts = asked.counts.filter((count) => count.item === item.key)
  const lined = asked.rounds.flatMap((round) => {
    const count = counts.find(({ roundId }) => roundId === round.id)
    if (!count) return []
    const use = asked.useOf(round.id, item.key)
    const { key } = lineOfRound(
      { id: round.id, use },
      { versions: asked.versions, item: item.key, isGraded: true, values: [] }
    )
    return [{ key, n: count.n, below: count.below }]
  })
  const latest = lined.at(-1)?.key
  const counted = lined.filter(({ key }) => key === latest)
  const n = counted.reduce((sum, one) => sum + one.n, 0)
  if (n === 0) return undefined
  const below = counted.reduce((sum, one) => sum + one.below, 0)
  return {
    item,
    n,
    below,
    interval: isShareShown(n) ? wilson(below, n) : undefined,
    isCut: counted.length < lined.length,
  }
}

/** The largest share below good first; items with too few for a share last, in the rubric's order. */
export const rankItems = (asked: Asked): RankedItem[] =>
  asked.items
    .filter(({ key, kind }) => key !== '' && kind === 'grade')
    .flatMap((item) => rank(item, asked) ?? [])
    .map((ranked, place) => ({ ranked, place }))
    .toSorted((a, b) => {
      const isBoth = a.ranked.interval !== undefined && b.ranked.interval !== undefined
      if (isBoth) {
        const gap = b.ranked.below * a.ranked.n - a.ranked.below * b.ranked.n
        return gap || a.place - b.place
      }
      return Number(b.ranked.interval !== undefined) - Number(a.ranked.interval !== undefined)
    })
    .map(({ ranked }) => ranked)
