/** Which cases a round of Aldermere draws, and which auditor gets which. */
import type { CaseOn } from './case-on.ts'
import type { DemoCase } from './cases.ts'
import type { Chance } from './chance.ts'
import { people, teams } from './council.ts'
import type { DemoRound } from './programme.ts'

export interface Drawable {
  readonly file: DemoCase
  readonly now: CaseOn
}

/** At random within each status, those not audited before first: with 900 cases nobody is looked at every year. */
export const drawCases = <Case extends Drawable>(
  known: readonly Case[],
  round: Pick<DemoRound, 'draws'>,
  timesAudited: ReadonlyMap<string, number>,
  chance: Chance
): Case[] => {
  const before = ({ file }: Case) => timesAudited.get(file.reference) ?? 0
  const drawn = Object.entries(round.draws).flatMap(([status, count]) =>
    chance
      .shuffle(known.filter(({ now }) => now.status === status))
      .toSorted((a, b) => before(a) - before(b))
      .slice(0, count)
  )
  return chance.shuffle(drawn)
}

const auditors = people.filter(({ roles }) => roles.includes('manager') || roles.includes('iro'))

const isNear = (auditor: (typeof auditors)[number], { file, now }: Drawable): boolean => {
  const service = teams.find(({ name }) => name === file.team)?.service
  return (
    auditor.team === file.team ||
    (auditor.team !== null && auditor.team === service) ||
    now.iro === auditor.name
  )
}

/** One case of each kind, and a second plan, for the person whom most visitors sign in as. */
const forTheFirst = (cases: readonly Drawable[]): readonly Drawable[] => {
  const [first] = auditors
  const far = cases.filter((each) => first && !isNear(first, each))
  const of = (status: string) => far.filter(({ now }) => now.status === status)
  return [...of('cp').slice(0, 2), ...of('cin').slice(0, 1), ...of('care').slice(0, 1)]
}

/**
 * @param isOpen the round of today, in which the first auditor gets a bit of everything
 * @returns the auditor's name for each case, in their order: whoever has fewest and is not near to the case
 */
export const shareOut = (cases: readonly Drawable[], isOpen: boolean, chance: Chance): string[] => {
  const [first] = auditors
  const set = new Set(isOpen ? forTheFirst(cases) : [])
  const load = new Map<string, number>(first && isOpen ? [[first.name, cases.length]] : [])
  return cases.map((each) => {
    if (first && set.has(each)) return first.name
    const [next] = chance
      .shuffle(auditors.filter((auditor) => !isNear(auditor, each)))
      .toSorted((a, b) => (load.get(a.name) ?? 0) - (load.get(b.name) ?? 0))
    if (!next) throw new Error(`nobody can audit case ${each.file.reference}`)
    load.set(next.name, (load.get(next.name) ?? 0) + 1)
    return next.name
  })
}
