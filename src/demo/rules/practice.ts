/**
 * How good practice in Aldermere is, theme by theme, as it moved over four years: child protection plans get better,
 * supervision does not, care plans fall back after a bad year and recover. From a share to a grade for one audit.
 */
import type { Grade } from '../../rubrics/rules/scale.ts'
import type { Chance } from './chance.ts'

const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const logit = (share: number): number => Math.log(share / (1 - share))

/** Share good or better in the whole council; `along` runs from 0, four years ago, to 1, today. */
const trends: Readonly<Record<string, (along: number) => number>> = {
  cp_plan: (along) => 0.43 + 0.34 * logistic(16 * (along - 0.77)),
  cin_plan: (along) => 0.46 + 0.15 * along,
  care_plan: (along) => 0.64 + 0.06 * along - 0.3 * Math.exp(-(((along - 0.56) / 0.17) ** 2)),
  voice: (along) => 0.53 + 0.15 * along,
  supervision: () => 0.56,
}

export interface Standing {
  /** 0 four years ago, 1 today. */
  readonly along: number
  /** How far the case's team stands above or below the council. */
  readonly practice: number
  /** How this round turned out as a whole, about -1 to 1. */
  readonly luck: number
  /** How well this case was worked, which all its themes share; about -2 to 2. */
  readonly worked: number
}

/** The share good or better to be expected where the team and the round stand. */
export const expectedShare = (theme: string, standing: Standing): number => {
  const share = trends[theme]?.(standing.along) ?? 0.55
  return logistic(logit(share) + 1.1 * standing.practice + 0.14 * standing.luck)
}

/** The grade that the theme is to come out at. */
export const drawGrade = (theme: string, standing: Standing, chance: Chance): Grade => {
  const share = expectedShare(theme, standing)
  // From worst (0) to best (1); the logistic curve with this factor is close to the normal one.
  const place = logistic(1.702 * (0.55 * standing.worked + 0.835 * chance.normal()))
  if (place < (1 - share) * (0.24 - 0.12 * standing.along)) return 'inadequate'
  if (place < 1 - share) return 'requires_improvement'
  return place > 1 - share * (0.05 + 0.08 * standing.along) ? 'outstanding' : 'good'
}
