/** The lines of the inspectorate's report to which a theme can belong, so that inspectors find their way. */

export const judgements = [
  'leadership',
  'help_and_protection',
  'children_in_care',
  'care_leavers',
] as const

export type Judgement = (typeof judgements)[number]

export const judgementLabels: Readonly<Record<Judgement, string>> = {
  leadership: 'Impact of leaders on practice',
  help_and_protection: 'Children who need help and protection',
  children_in_care: 'Children in care',
  care_leavers: 'Care leavers',
}
