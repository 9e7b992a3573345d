/** What a target line says of a steady series: whether the process as it is will meet it. */
import type { Limits } from './control-limits.ts'

/** Steady as it is, the series will always, sometimes or never meet the target. */
export type Assurance = 'consistently_passes' | 'hit_and_miss' | 'consistently_fails'

/**
 * For a measure that is better up: a target above the upper limit is failed consistently, one below the lower limit is
 * met consistently, else it is hit and miss. For one that is better down it is the other way round.
 * NHS England, Making Data Count, as coded in NHSRplotthedots.
 *
 * @param target in the unit of the limits
 */
export const assuranceOf = (
  { lower, upper }: Pick<Limits, 'lower' | 'upper'>,
  target: number,
  better: 'up' | 'down' = 'up'
): Assurance => {
  if (target > upper) return better === 'up' ? 'consistently_fails' : 'consistently_passes'
  if (target < lower) return better === 'up' ? 'consistently_passes' : 'consistently_fails'
  return 'hit_and_miss'
}
