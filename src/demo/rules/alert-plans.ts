/**
 * Which practice alerts were raised in Aldermere over two years, and how each went on: about 160, most of them answered in
 * time, some taken far, and those that are open on the last day. Who raises which is told by the case, or named here.
 */
import type { Chance } from './chance.ts'

export type AlertMove =
  | { readonly do: 'respond' | 'respond_weakly' | 'respond_worker' | 'respond_instead' }
  | { readonly do: 'accept' | 'not_accept' | 'resolve' | 'withdraw' | 'extend' | 'reopen' | 'note' }
  /** To the manager of the service, because the team's is away for long. */
  | { readonly do: 'readdress' }
  | { readonly do: 'acknowledge' | 'child_told' | 'cafcass' | 'cafcass_outcome' }
  /** The stage; 0 makes it formal. */
  | { readonly do: 'escalate'; readonly to: number }

export type AlertStep = AlertMove & {
  /** Working days after the step before. */
  readonly after: number
}

export interface AlertPlan {
  /** Working days before the last one on which it was raised. */
  readonly ago: number
  readonly kind: 'informal' | 'formal' | 'good_practice'
  readonly isImmediate?: boolean
  readonly isSiblings?: boolean
  /** Of whose cases; left out: anybody's. */
  readonly iro?: string
  readonly team?: string
  readonly status?: 'care' | 'cp'
  readonly steps: readonly AlertStep[]
}

const at = (after: number, move: AlertMove): AlertStep => ({ ...move, after })

const answer = (after: number) => at(after, { do: 'respond' })
const accept = (after: number) => at(after, { do: 'accept' })
const further = (after: number, to: number) => at(after, { do: 'escalate', to })
const weakly = (after: number) => at(after, { do: 'respond_weakly' })
const decline = (after: number) => at(after, { do: 'not_accept' })

type Way = readonly [
  AlertPlan['kind'],
  (chance: Chance) => readonly AlertStep[],
  Partial<AlertPlan>?,
]

/** What became of alerts that are over, with weights. */
const ways: readonly (readonly [Way, number])[] = [
  [['informal', (c) => [answer(c.between(1, 5)), accept(c.between(1, 3))]], 34],
  [['informal', (c) => [at(c.between(1, 4), { do: 'respond_worker' }), accept(1)]], 12],
  [['informal', (c) => [answer(c.between(6, 11)), accept(c.between(1, 4))]], 9],
  [
    ['informal', (c) => [weakly(c.between(2, 5)), decline(1), answer(c.between(2, 5)), accept(2)]],
    9,
  ],
  [['informal', (c) => [at(c.between(1, 3), { do: 'resolve' })]], 6],
  [['informal', (c) => [at(3, { do: 'extend' }), answer(c.between(4, 6)), accept(1)]], 6],
  [['informal', () => [at(2, { do: 'withdraw' })]], 3],
  [
    [
      'informal',
      (c) => [answer(3), accept(1), at(12, { do: 'reopen' }), answer(c.between(2, 4)), accept(2)],
    ],
    6,
  ],
  [['informal', (c) => [weakly(4), further(2, 0), answer(c.between(2, 5)), accept(1)]], 7],
  [
    [
      'formal',
      (c) => [at(1, { do: 'child_told' }), answer(c.between(2, 5)), accept(c.between(1, 3))],
    ],
    9,
  ],
  [['formal', (c) => [weakly(5), further(1, 1), answer(c.between(2, 4)), accept(2)]], 5],
  [
    [
      'formal',
      (c) => [
        at(1, { do: 'child_told' }),
        weakly(5),
        further(1, 2),
        answer(c.between(3, 5)),
        accept(2),
      ],
    ],
    4,
  ],
  [['good_practice', (c) => [at(c.between(0, 4), { do: 'acknowledge' })]], 26],
]

/** As many as the rest leaves room for: their sum is about 160. */
const OVER = 135

const FURTHEST = 21 * 24
/** What is over was raised long enough ago to be. */
const NEAREST = 34

const overPlans = (chance: Chance): AlertPlan[] =>
  Array.from({ length: OVER }, (_each, index) => {
    // More of them lately: people got used to it.
    const share = Math.sqrt((index + chance.next()) / OVER)
    const [kind, steps] = chance.pickBy(ways)
    return {
      ago: Math.round(FURTHEST - share * (FURTHEST - NEAREST)),
      kind,
      steps: steps(chance),
    }
  })

/** Those that the demonstration was made to show. */
const toldPlans: readonly AlertPlan[] = [
  // To stage 2 with Cafcass beside it, resolved in time.
  {
    ago: 96,
    kind: 'informal',
    status: 'care',
    steps: [
      weakly(4),
      decline(1),
      weakly(4),
      further(1, 0),
      at(0, { do: 'child_told' }),
      further(5, 2),
      at(1, { do: 'cafcass' }),
      answer(3),
      at(3, { do: 'cafcass_outcome' }),
      accept(1),
    ],
  },
  // To stage 3, over its twenty days.
  {
    ago: 71,
    kind: 'formal',
    status: 'care',
    steps: [
      weakly(5),
      further(1, 1),
      weakly(5),
      further(1, 2),
      at(2, { do: 'note' }),
      weakly(5),
      further(2, 3),
      at(3, { do: 'extend' }),
      answer(6),
      accept(1),
    ],
  },
  {
    ago: 52,
    kind: 'formal',
    isSiblings: true,
    status: 'cp',
    steps: [answer(3), accept(2)],
  },
  // The team manager went on long-term leave; the manager of the service answered at the same stage.
  {
    ago: 44,
    kind: 'formal',
    status: 'cp',
    steps: [at(2, { do: 'readdress' }), at(2, { do: 'respond_instead' }), accept(2)],
  },
  // Acknowledged in time; then one that nobody acknowledged within the hour.
  {
    ago: 63,
    kind: 'formal',
    isImmediate: true,
    status: 'cp',
    steps: [at(0, { do: 'acknowledge' }), answer(1), accept(1)],
  },
  { ago: 27, kind: 'formal', isImmediate: true, status: 'cp', steps: [answer(1), accept(3)] },
]

const RHIAN = 'Rhian Pryce'
const RIVERSIDE = 'Riverside team'

const ofRhian = (
  ago: number,
  kind: AlertPlan['kind'],
  ...steps: readonly AlertStep[]
): AlertPlan => ({ ago, kind, iro: RHIAN, status: 'care', steps })
const ofRiverside = (
  ago: number,
  kind: AlertPlan['kind'],
  ...steps: readonly AlertStep[]
): AlertPlan => ({ ago, kind, team: RIVERSIDE, status: 'cp', steps })
const ofOthers = (
  team: string,
  ago: number,
  kind: AlertPlan['kind'],
  ...steps: readonly AlertStep[]
): AlertPlan => ({ ago, kind, team, status: 'cp', steps })

/** Open on the last day: eight of one reviewing officer, three for one team manager to answer, a few of others. */
const openPlans: readonly AlertPlan[] = [
  ofRhian(9, 'informal'),
  { ...ofRhian(4, 'informal'), isSiblings: true },
  ofRhian(2, 'informal', at(1, { do: 'note' })),
  ofRhian(1, 'formal'),
  ofRhian(6, 'informal', answer(4)),
  ofRhian(8, 'formal', weakly(5), decline(1)),
  ofRhian(
    17,
    'formal',
    at(1, { do: 'child_told' }),
    weakly(5),
    further(1, 2),
    at(1, { do: 'cafcass' })
  ),
  ofRhian(
    30,
    'formal',
    weakly(5),
    further(2, 1),
    weakly(5),
    further(2, 2),
    at(4, { do: 'extend' })
  ),
  ofRiverside(7, 'informal'),
  ofRiverside(3, 'formal'),
  ofRiverside(1, 'informal'),
  ofOthers('Millbrook team', 8, 'informal'),
  ofOthers('Castle Hill team', 6, 'formal', weakly(4)),
  ofOthers('Northgate team', 5, 'informal', answer(3)),
  ofOthers('Millbrook team', 3, 'informal'),
  ofOthers('Castle Hill team', 2, 'good_practice'),
  ofOthers('Northgate team', 4, 'good_practice', at(2, { do: 'acknowledge' })),
]

/** The longest ago first. */
export const makeAlertPlans = (chance: Chance): AlertPlan[] =>
  [...overPlans(chance), ...toldPlans, ...openPlans].toSorted((one, two) => two.ago - one.ago)
