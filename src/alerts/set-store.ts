/**
 * Reads the sets by which the register finds alerts, a few rows a question however many alerts there are. docs/decisions/0028
 * says why they are sets; trait-store.ts keeps them.
 */
import { sql } from 'kysely'
import { unpackInto } from '../db/number-blocks.ts'
import type { Db } from '../db/schema.ts'
import { type Ask, partsOf } from './rules/alert-traits.ts'
import {
  intersection,
  type NumberSet,
  nothing,
  setOf,
  union,
  WORDS_A_BLOCK,
} from './rules/number-set.ts'

interface SetRow {
  part: number
  trait: string
  block: number
  members: string
}

/** The sets of one question, and the traits of its last range one by one, in order: days, when alerts are due. */
export interface ReadSets {
  readonly evaluate: (ask: Ask) => NumberSet
  /** Of a range that was asked for, each trait with its set, in order. */
  readonly eachOf: (range: Range) => [string, NumberSet][]
}

type Range = { readonly from: string; readonly to: string }

/** Single traits are read as one part, each range as one of its own. */
const SINGLE = -1

/** One query for everything that the questions are made of. */
export const readSets = async (db: Db, asks: readonly Ask[]): Promise<ReadSets> => {
  const parts = asks.flatMap(partsOf)
  const single = [...new Set(parts.flatMap((part) => ('trait' in part ? [part.trait] : [])))]
  const ranges: readonly Range[] = parts.flatMap((part) => ('from' in part ? [part] : []))
  const pieces = [
    ...(single.length === 0
      ? []
      : [
          sql<SetRow>`select ${sql.lit(SINGLE)} as part, trait, block, members from alert_set where trait in (${sql.join(single)})`,
        ]),
    ...ranges.map(
      ({ from, to }, at) =>
        sql<SetRow>`select ${sql.lit(at)} as part, trait, block, members from alert_set where trait >= ${from} and trait < ${to}`
    ),
  ]
  const rows =
    pieces.length === 0
      ? []
      : (await sql<SetRow>`${sql.join(pieces, sql` union all `)}`.execute(db)).rows
  const sets = new Map<number, Map<string, Map<number, Uint32Array>>>()
  for (const { part, trait, block, members } of rows) {
    const words = new Uint32Array(WORDS_A_BLOCK)
    unpackInto(words, members)
    const traits = sets.get(part) ?? new Map<string, Map<number, Uint32Array>>()
    sets.set(part, traits)
    const blocks = traits.get(trait) ?? new Map<number, Uint32Array>()
    traits.set(trait, blocks.set(block, words))
  }
  const within = (range: Range): ReadonlyMap<string, NumberSet> =>
    sets.get(ranges.findIndex(({ from, to }) => from === range.from && to === range.to)) ??
    new Map<string, NumberSet>()
  const evaluate = (ask: Ask): NumberSet => {
    if ('trait' in ask) return sets.get(SINGLE)?.get(ask.trait) ?? nothing
    if ('from' in ask) return union([...within(ask).values()])
    if ('number' in ask) return setOf([ask.number])
    if ('any' in ask) return union(ask.any.map(evaluate))
    return intersection(ask.all.map(evaluate)) ?? nothing
  }
  return {
    evaluate,
    eachOf: (range) => [...within(range)].toSorted(([one], [two]) => (one < two ? -1 : 1)),
  }
}
