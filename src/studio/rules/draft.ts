/**
 * A rubric while it is being written: every field as typed, right or not, so that nothing typed is ever refused for
 * being unfinished. Whether it could be published is asked of the same checks as a file's (check-draft.ts).
 */
import { type GradingRuleName, gradingRuleNames } from '../../rubrics/rules/grading-rule.ts'
import type { Item, ItemKind, Rubric } from '../../rubrics/rules/rubric.ts'
import { type PlainFields, withoutBlanks } from '../../rubrics/rules/rubric-fields.ts'
import { fourGradeKey, type Scale } from '../../rubrics/rules/scale.ts'

export type StatedByPublisher = '' | 'same' | 'changed'

/** Everything of a rubric but its items. */
export type DraftHead = {
  readonly title: string
  readonly judgement: string
  readonly source: string
  readonly scale: string
  /** Service statuses; empty is every status. */
  readonly status: readonly string[]
  readonly ageFrom: string
  readonly ageTo: string
  /** As typed, with commas between. */
  readonly flags: string
  /** By name of the rule; '' or left out is the standard. */
  readonly rules: Readonly<Partial<Record<GradingRuleName, string>>>
  /** What the publisher says of the grade of the theme; '' leaves it to the difference. */
  readonly themeMeaning: StatedByPublisher
  readonly themeReason: string
  /** What a merge with a later library version left to the council to decide, a sentence each. */
  readonly leftOut: readonly string[]
}

export type DraftChoice = { readonly key: string; readonly label: string }

/** One item as typed. Fields of other kinds are kept, so that a changed mind loses nothing. */
export type DraftItemContent = {
  readonly key: string
  readonly short: string
  readonly question: string
  readonly guidance: string
  readonly kind: ItemKind
  readonly isCritical: boolean
  readonly isRequired: boolean
  readonly alwaysApplies: boolean
  /** By grade of the scale. */
  readonly descriptors: Readonly<Record<string, string>>
  readonly unit: string
  readonly choices: readonly DraftChoice[]
  readonly isMultiple: boolean
  /** The key of the item that decides; '' where it is always shown. */
  readonly showsWhenItem: string
  readonly showsWhenIs: readonly string[]
}

export const blankHead: DraftHead = {
  title: '',
  judgement: '',
  source: '',
  scale: 'four_grade',
  status: [],
  ageFrom: '',
  ageTo: '',
  flags: '',
  rules: {},
  themeMeaning: '',
  themeReason: '',
  leftOut: [],
}

export const blankItem: DraftItemContent = {
  key: '',
  short: '',
  question: '',
  guidance: '',
  kind: 'grade',
  isCritical: false,
  isRequired: true,
  alwaysApplies: false,
  descriptors: {},
  unit: '',
  choices: [],
  isMultiple: false,
  showsWhenItem: '',
  showsWhenIs: [],
}

export const headOf = (rubric: Rubric): DraftHead => ({
  ...blankHead,
  title: rubric.title,
  judgement: rubric.judgement ?? '',
  source: rubric.source,
  scale: rubric.scale,
  status: rubric.applies.status ?? [],
  ageFrom: String(rubric.applies.age?.from ?? ''),
  ageTo: String(rubric.applies.age?.to ?? ''),
  flags: rubric.applies.flags.join(', '),
  rules: rubric.rules,
})

export const contentOf = (item: Item): DraftItemContent => ({
  ...blankItem,
  key: item.key,
  short: item.short,
  question: item.question,
  guidance: item.guidance ?? '',
  kind: item.kind,
  isRequired: item.required,
  alwaysApplies: item.alwaysApplies,
  showsWhenItem: item.showsWhen?.item ?? '',
  showsWhenIs: item.showsWhen?.is ?? [],
  ...(item.kind === 'grade' ? { isCritical: item.critical, descriptors: item.descriptors } : {}),
  ...(item.kind === 'number' ? { unit: item.unit } : {}),
  ...(item.kind === 'category' ? { choices: item.choices, isMultiple: item.multiple } : {}),
})

/** A number where it is one, else as typed, so that the check can say what is wrong with it. */
const whole = (typed: string): number | string | undefined =>
  typed.trim() === '' ? undefined : /^\d+$/.test(typed.trim()) ? Number(typed.trim()) : typed.trim()

/** Of the grades of another scale, and of what only the four grades have, nothing is written. */
const itemFields = (item: DraftItemContent, scale: Scale | undefined): PlainFields =>
  withoutBlanks({
    key: item.key.trim(),
    short: item.short.trim(),
    question: item.question.trim(),
    guidance: item.guidance.trim(),
    kind: item.kind,
    required: item.isRequired ? undefined : false,
    always_applies: item.alwaysApplies ? true : undefined,
    ...(item.kind === 'grade'
      ? {
          critical: item.isCritical && isOfFourGrades(scale) ? true : undefined,
          descriptors: Object.fromEntries(
            Object.entries(item.descriptors)
              .filter(
                ([grade]) => scale === undefined || scale.values.some(({ key }) => key === grade)
              )
              .map(([grade, words]) => [grade, words.trim()])
          ),
        }
      : {}),
    ...(item.kind === 'number' ? { unit: item.unit.trim() } : {}),
    ...(item.kind === 'category'
      ? {
          multiple: item.isMultiple ? true : undefined,
          choices: item.choices.map((choice) => withoutBlanks(choice)),
        }
      : {}),
    shows_when: item.showsWhenItem === '' ? {} : showsWhenFields(item),
  })

const isOfFourGrades = (scale: Scale | undefined): boolean =>
  scale === undefined || scale.key === fourGradeKey

/** The rules that a rubric on this scale can set. */
export const rulesOn = (scale: Scale | undefined): readonly GradingRuleName[] =>
  gradingRuleNames.filter(
    (name) => isOfFourGrades(scale) || (scale?.isOrdered === true && name === 'lower_median')
  )

const showsWhenFields = (item: DraftItemContent): PlainFields => ({
  item: item.showsWhenItem.trim(),
  is: item.showsWhenIs,
})

/** The fields of the file that this draft would be published as. */
export const draftFields = (
  key: string,
  version: string,
  head: DraftHead,
  items: readonly DraftItemContent[],
  scale?: Scale
): PlainFields =>
  withoutBlanks(
    {
      key,
      version,
      title: head.title.trim(),
      judgement: head.judgement,
      source: head.source.trim(),
      scale: head.scale,
      applies: {
        status: head.status,
        age: { from: whole(head.ageFrom), to: whole(head.ageTo) },
        flags: head.flags
          .split(',')
          .map((flag) => flag.trim())
          .filter((flag) => flag !== ''),
      },
      rules: Object.fromEntries(rulesOn(scale).map((name) => [name, head.rules[name]])),
      items: items.map((item) => itemFields(item, scale)),
    },
    ['applies', 'items']
  )
