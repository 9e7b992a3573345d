/** Answers to the measures and to the common questions: counts, yes and no, choices, and the words that go with them. */
import { type Item, notApplicable } from '../../rubrics/rules/rubric.ts'
import type { Grade } from '../../rubrics/rules/scale.ts'
import type { Chance } from './chance.ts'
import {
  escalatedWords,
  goodPracticeWords,
  noFeedbackReasons,
  notApplicableReasons,
} from './every-audit-words.ts'
import type { Writer } from './fill-words.ts'

export interface MeasureFacts {
  /** 0 four years ago, 1 today. */
  readonly along: number
  /** How well the case was worked: what is good tends to be on time. */
  readonly worked: number
  /** Grades of the themes by key. */
  readonly grades: Readonly<Record<string, Grade>>
  /** Whole months since the present status began. */
  readonly monthsInStatus: number
  readonly age: number
}

/** A value as the answer holds it: text, or the choices of a question that takes several. */
export type MeasureAnswer = { readonly value: string | readonly string[]; readonly words: string }

type Draw = (facts: MeasureFacts, chance: Chance, writer: Writer) => MeasureAnswer

const plain = (value: string | number): MeasureAnswer => ({ value: String(value), words: '' })

/** Yes with this probability; a no says why. */
const yesOr =
  (probability: (facts: MeasureFacts) => number, why: readonly string[]): Draw =>
  (facts, chance, writer) =>
    chance.isTrue(Math.min(0.97, probability(facts)))
      ? plain('yes')
      : { value: 'no', words: writer.write(why) }

const months: Draw = ({ monthsInStatus }) => plain(monthsInStatus)

const isWeak = (grade: Grade | undefined): boolean =>
  grade === 'inadequate' || grade === 'requires_improvement'

const feedback: Draw = ({ along, age }, chance) => {
  if (chance.isTrue(0.38 - 0.24 * along)) return { value: ['none'], words: '' }
  const who = [
    ...(age >= 5 && chance.isTrue(0.3 + 0.25 * along) ? ['child'] : []),
    ...(chance.isTrue(0.75) ? ['parent'] : []),
    ...(chance.isTrue(0.2) ? ['carer'] : []),
  ]
  return { value: who.length > 0 ? who : ['parent'], words: '' }
}

const alreadyActedOn = [
  'A strategy discussion was held this week and the child is seen every other day.',
  'The safety plan was renewed last week and legal advice has been asked for.',
]

const draws: Readonly<Record<string, Draw>> = {
  'common.safe_now': ({ grades }, chance, writer) => {
    const weak = Object.values(grades).filter((grade) => grade === 'inadequate').length
    const safe = chance.pickBy([
      ['yes', 100],
      ['cannot_tell', 1 + 2 * weak],
      ['no', 0.6 + 2 * weak],
    ])
    if (safe === 'yes') return plain('yes')
    return {
      value: safe,
      words: writer.write([
        'The record of {month} says that the adult of concern is back at home.',
        'The child has not been seen for {weeks} weeks and {who} is worried.',
      ]),
    }
  },
  'common.already_known': (_facts, chance, writer) =>
    chance.isTrue(0.6)
      ? { value: 'yes', words: writer.write(alreadyActedOn) }
      : {
          value: 'no',
          words: writer.write(['It is recorded, but I found no decision and no visit since.']),
        },
  'common.escalated': (_facts, _chance, writer) => ({
    value: writer.write(escalatedWords),
    words: '',
  }),
  'common.family_feedback': feedback,
  'common.no_feedback_reason': (_facts, _chance, writer) => ({
    value: writer.write(noFeedbackReasons),
    words: '',
  }),
  'common.worker_involved': ({ along }, chance) =>
    plain(
      chance.pickBy([
        ['before_grading', 30 + 40 * along],
        ['after_grading', 35],
        ['not_discussed', 30 - 20 * along],
      ])
    ),
  'common.good_practice': ({ worked }, chance, writer) =>
    worked > 0.3 && chance.isTrue(0.5)
      ? { value: writer.write(goodPracticeWords), words: '' }
      : plain(''),
  'sup.days_since_last': ({ grades }, chance) =>
    chance.isTrue(0.02)
      ? plain(notApplicable)
      : plain(isWeak(grades.supervision) ? chance.between(18, 74) : chance.between(3, 34)),
  'sup.manager_read_file': yesOr(
    ({ along, grades }) => 0.4 + 0.25 * along + (isWeak(grades.supervision) ? 0 : 0.2),
    ['Nothing in the record refers to what only the file would tell.']
  ),
  'cin.months_open': months,
  'cin.review_in_date': yesOr(
    ({ grades }) => (isWeak(grades.cin_plan) ? 0.55 : 0.9),
    ['Due in {month} and held {weeks} weeks later.', 'The review that was due has not been held.']
  ),
  'cp.months_on_plan': months,
  'cp.repeat_plan': (_facts, chance, writer) =>
    chance.isTrue(0.22)
      ? plain('yes')
      : { value: 'no', words: writer.write(['First plan. Checked with the chronology.']) },
  'cp.visit_within_4_weeks': yesOr(
    ({ along, grades }) => 0.66 + 0.14 * along + (isWeak(grades.cp_plan) ? 0 : 0.14),
    ['The last visit at which the child was seen was {weeks} weeks ago.']
  ),
  'cp.plan_given': yesOr(
    ({ grades }) => (isWeak(grades.cp_plan) ? 0.6 : 0.88),
    ['The plan was sent {weeks} weeks after the conference.']
  ),
  'care.placements_12m': ({ grades }, chance) =>
    plain(
      chance.pickBy([
        [1, 70],
        [2, isWeak(grades.care_plan) ? 30 : 16],
        [3, isWeak(grades.care_plan) ? 12 : 3],
        [4, isWeak(grades.care_plan) ? 4 : 0],
      ])
    ),
  'care.visit_in_time': yesOr(
    ({ grades }) => (isWeak(grades.care_plan) ? 0.7 : 0.94),
    ['Due in {month} and made in the following one.', 'The visit was put off twice.']
  ),
  'care.permanence_route': ({ grades, age }, chance) =>
    plain(
      chance.pickBy([
        ['fostering', 40],
        ['return_to_family', 16],
        ['guardianship', 16],
        ['adoption', age < 6 ? 18 : 1],
        ['residential', age > 10 ? 12 : 1],
        ['supported_living', age > 15 ? 14 : 0],
        ['none_recorded', isWeak(grades.care_plan) ? 10 : 1],
      ])
    ),
}

/** @throws for a measure that the demonstration has no answers to: a new one in the library needs some here */
export const drawMeasure = (
  item: Item,
  facts: MeasureFacts,
  chance: Chance,
  writer: Writer
): MeasureAnswer => {
  const draw = draws[item.key]
  if (!draw) throw new Error(`the demonstration has no answers to ${item.key}`)
  const drawn = draw(facts, chance, writer)
  return drawn.value === notApplicable
    ? { ...drawn, words: writer.write(notApplicableReasons[item.key] ?? []) }
    : drawn
}
