/**
 * Who may act for somebody who is away, and when (docs/decisions/0026). Pure. Dates are London dates, both included.
 * Whether an alert is one of theirs is left to the alerts.
 */
import type { Role } from './permissions.ts'

/** What is proposed. */
export interface NewCover {
  readonly fromOn: string
  readonly toOn: string
}

export interface CoverPerson {
  readonly id: string
  readonly isActive: boolean
  readonly roles: readonly Role[]
}

/** Somebody's time away that holds or lies ahead, and was not ended. */
export interface CoverSpan {
  readonly fromOn: string
  readonly toOn: string
}

const REVIEWERS: readonly Role[] = ['iro', 'iro_manager']
const LEADERS: readonly Role[] = ['manager', 'qa_lead', 'senior_leader']

const hasOneOf = (held: readonly Role[], roles: readonly Role[]): boolean =>
  held.some((role) => roles.includes(role))

/**
 * The roles that can stand in for these. A reviewing officer's place is taken by another, whatever else they are, since
 * closing an alert is a reviewing officer's own decision. Empty for somebody who neither raises nor answers alerts.
 */
export const rolesThatCover = (away: readonly Role[]): readonly Role[] => {
  if (hasOneOf(away, REVIEWERS)) return REVIEWERS
  if (hasOneOf(away, LEADERS)) return LEADERS
  return away.includes('practitioner') ? ['practitioner', ...LEADERS] : []
}

/** Whether somebody with these roles can act for somebody with those. */
export const hasFittingRoles = (away: readonly Role[], cover: readonly Role[]): boolean =>
  hasOneOf(cover, rolesThatCover(away))

const canCover = (away: CoverPerson, cover: CoverPerson): boolean =>
  cover.isActive && cover.id !== away.id && hasFittingRoles(away.roles, cover.roles)

/** A stand-in for longer than this is no cover but another person's job. */
export const LONGEST_COVER_DAYS = 366

const overlaps = (one: CoverSpan, other: CoverSpan): boolean =>
  one.fromOn <= other.toOn && other.fromOn <= one.toOn

const daysFrom = (fromOn: string, toOn: string): number =>
  (Date.parse(toOn) - Date.parse(fromOn)) / 86_400_000 + 1

export type CoverFaults = Readonly<Partial<Record<'coverId' | 'fromOn' | 'toOn', string>>>

/**
 * Every reason why it cannot be so, by field; empty when it can.
 *
 * @param spans of the person away: their cover so far
 * @param spansOfCover when the one who would cover is away themself
 * @param spansCovered for whom the person away has been named as cover, and when: their place would be empty
 */
export const coverFaults = (
  input: NewCover,
  people: { readonly away: CoverPerson; readonly cover: CoverPerson | undefined },
  spans: readonly CoverSpan[],
  spansOfCover: readonly CoverSpan[],
  spansCovered: readonly (CoverSpan & { readonly personName: string })[],
  today: string
): CoverFaults => {
  const { away, cover } = people
  const faults: { coverId?: string; fromOn?: string; toOn?: string } = {}
  if (cover?.id === away.id) faults.coverId = 'Choose somebody else: nobody covers for themselves'
  else if (!cover || !canCover(away, cover)) {
    faults.coverId = 'Choose somebody from the list: it has those whose role can do this'
  }
  if (input.fromOn < today) faults.fromOn = 'The first day must be today or later'
  if (input.toOn < input.fromOn) faults.toOn = 'The last day must be the first day or later'
  else if (daysFrom(input.fromOn, input.toOn) > LONGEST_COVER_DAYS) {
    faults.toOn = 'The last day must be at most a year after the first'
  } else if (spans.some((span) => overlaps(span, input))) {
    faults.fromOn ??=
      'Somebody covers on one of these days already: end that first, or choose other days'
  } else {
    const covered = spansCovered.find((span) => overlaps(span, input))
    if (covered) {
      faults.fromOn ??= `On one of these days whoever is away here covers for ${covered.personName}, and cover is not passed on: end that first, or choose other days`
    }
    if (faults.coverId === undefined && spansOfCover.some((span) => overlaps(span, input))) {
      faults.coverId =
        'They are away themselves on one of these days, and cover is not passed on: choose somebody else'
    }
  }
  return faults
}
